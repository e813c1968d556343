import type { Metadata } from 'next';
import { ButtonLink } from '@/app/_ui/button';
import { Card } from '@/app/_ui/card';
import { EmptyState } from '@/app/_ui/empty-state';
import { FormPage } from '@/app/_ui/form-page';
import { PageHeader } from '@/app/_ui/page-header';
import { Sentence } from '@/app/_ui/sentence';
import { AnswerForm } from '@/app/(site)/account/email/[token]/answer-form';
import { emailChangePage } from '@/lib/accounts/contact/queries';
import { pageWords } from '@/lib/web/language';
import { setResponseStatus } from '@/lib/web/response-status';

// 'strict-origin' keeps the token out of every Referer and leaves the Origin header of the form alone.
export async function generateMetadata(): Promise<Metadata> {
  return {
    title: (await pageWords()).words.account.change.title,
    robots: { index: false, follow: false },
    referrer: 'strict-origin',
  };
}

type Props = { params: Promise<{ token: string }> };

export default async function EmailChangeRoute({ params }: Props) {
  const { token } = await params;
  const change = await emailChangePage(token);
  const { words: all } = await pageWords();
  const words = all.account.change;
  if (!change) {
    setResponseStatus(410);
    return (
      <FormPage>
        <EmptyState
          isWholePage
          title={all.account.linkGone}
          action={
            <ButtonLink href="/account" variant="primary">
              {words.goAccount}
            </ButtonLink>
          }
        >
          {all.refusals.changeGone}
        </EmptyState>
      </FormPage>
    );
  }
  const { confirming, confirm, stopping, stop } = words;
  const answerWords = { confirming, confirm, stopping, stop };
  return (
    <FormPage>
      <PageHeader
        title={words.title}
        intro={
          <Sentence
            text={change.isConfirmedThere ? words.introConfirmed : words.intro}
            places={{ email: <bdi className="font-semibold text-ink">{change.newEmail}</bdi> }}
          />
        }
      />
      <Card>
        {change.isConfirmedHere ? <p className="mb-4">{words.confirmedHere}</p> : null}
        <AnswerForm token={token} mayConfirm={!change.isConfirmedHere} words={answerWords} />
      </Card>
    </FormPage>
  );
}
