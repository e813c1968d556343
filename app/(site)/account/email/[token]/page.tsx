import type { Metadata } from 'next';
import { ButtonLink } from '@/app/_ui/button';
import { Card } from '@/app/_ui/card';
import { EmptyState } from '@/app/_ui/empty-state';
import { FormPage } from '@/app/_ui/form-page';
import { PageHeader } from '@/app/_ui/page-header';
import { AnswerForm } from '@/app/(site)/account/email/[token]/answer-form';
import { emailChangePage } from '@/lib/accounts/contact/queries';
import { answerChangeWords } from '@/lib/accounts/contact/schema';
import { setResponseStatus } from '@/lib/web/response-status';

// 'strict-origin' keeps the token out of every Referer and leaves the Origin header of the form alone.
export const metadata: Metadata = {
  title: 'New e-mail address',
  robots: { index: false, follow: false },
  referrer: 'strict-origin',
};

type Props = { params: Promise<{ token: string }> };

export default async function EmailChangeRoute({ params }: Props) {
  const { token } = await params;
  const change = await emailChangePage(token);
  if (!change) {
    setResponseStatus(410);
    return (
      <FormPage>
        <EmptyState
          isWholePage
          title="This link does not work any more"
          action={
            <ButtonLink href="/account" variant="primary">
              Go to your account
            </ButtonLink>
          }
        >
          {answerChangeWords['link-gone']}
        </EmptyState>
      </FormPage>
    );
  }
  return (
    <FormPage>
      <PageHeader
        title="New e-mail address"
        intro={
          <>
            The account is to have the address <bdi className="font-semibold text-ink">{change.newEmail}</bdi>
            .{' '}
            {change.isConfirmedThere
              ? 'The other mailbox has confirmed it already.'
              : 'It changes only after both mailboxes confirmed it.'}
          </>
        }
      />
      <Card>
        {change.isConfirmedHere ? (
          <p className="mb-4">You confirmed it here. Now the mail in the other mailbox is waiting for you.</p>
        ) : null}
        <AnswerForm token={token} mayConfirm={!change.isConfirmedHere} />
      </Card>
    </FormPage>
  );
}
