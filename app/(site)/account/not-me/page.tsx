import type { Metadata } from 'next';
import { ButtonLink } from '@/app/_ui/button';
import { EmptyState } from '@/app/_ui/empty-state';
import { FormPage } from '@/app/_ui/form-page';

export const metadata: Metadata = { title: 'This was not me', robots: { index: false, follow: false } };

/** Where a person lands who took a password away. */
export default function PasswordTaken() {
  return (
    <FormPage>
      <EmptyState
        isWholePage
        title="The password is gone"
        action={<ButtonLink href="/sign-in">Go to sign-in</ButtonLink>}
      >
        Every device is signed out. A link to sign in is on its way to you; set a new password then.
      </EmptyState>
    </FormPage>
  );
}
