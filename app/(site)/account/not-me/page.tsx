import type { Metadata } from 'next';
import { ButtonLink } from '@/app/_ui/button';
import { EmptyState } from '@/app/_ui/empty-state';
import { FormPage } from '@/app/_ui/form-page';
import { pageWords } from '@/lib/web/language';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords()).words.account.notMe.title, robots: { index: false, follow: false } };
}

/** Where a person lands who took a password away. */
export default async function PasswordTaken() {
  const words = (await pageWords()).words.account;
  return (
    <FormPage>
      <EmptyState
        isWholePage
        title={words.notMe.doneTitle}
        action={<ButtonLink href="/sign-in">{words.goSignIn}</ButtonLink>}
      >
        {words.notMe.doneText}
      </EmptyState>
    </FormPage>
  );
}
