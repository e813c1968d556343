import type { Metadata } from 'next';
import { ActionButton } from '@/app/_ui/action-button';
import { ButtonLink } from '@/app/_ui/button';
import { Card } from '@/app/_ui/card';
import { EmptyState } from '@/app/_ui/empty-state';
import { FormPage } from '@/app/_ui/form-page';
import { PageHeader } from '@/app/_ui/page-header';
import { wasNotMeAction } from '@/app/(site)/account/not-me/actions';
import { isNotMeLink } from '@/lib/accounts/contact/not-me';
import { notMeWords } from '@/lib/accounts/contact/schema';
import { setResponseStatus } from '@/lib/web/response-status';

// 'strict-origin' keeps the token out of every Referer and leaves the Origin header of the form alone.
export const metadata: Metadata = {
  title: 'This was not me',
  robots: { index: false, follow: false },
  referrer: 'strict-origin',
};

type Props = { params: Promise<{ token: string }> };

export default async function NotMeRoute({ params }: Props) {
  const { token } = await params;
  if (!(await isNotMeLink(token))) {
    setResponseStatus(410);
    return (
      <FormPage>
        <EmptyState
          isWholePage
          title="This link does not work any more"
          action={
            <ButtonLink href="/sign-in" variant="primary">
              Go to sign-in
            </ButtonLink>
          }
        >
          {notMeWords['link-gone']}
        </EmptyState>
      </FormPage>
    );
  }
  return (
    <FormPage>
      <PageHeader
        title="Take the password away?"
        intro="The password of your account was set or changed. If that was not you, press the button: the password is removed, every device is signed out, and we mail you a link to sign in."
      />
      <Card>
        <ActionButton action={wasNotMeAction} fields={{ token }} variant="danger" pendingLabel="One moment…">
          This was not me: take it away
        </ActionButton>
      </Card>
    </FormPage>
  );
}
