import type { Metadata } from 'next';
import Link from 'next/link';
import { ActionButton } from '@/app/_ui/action-button';
import { ButtonLink } from '@/app/_ui/button';
import { Card } from '@/app/_ui/card';
import { EmptyState } from '@/app/_ui/empty-state';
import { FormPage } from '@/app/_ui/form-page';
import { Notice } from '@/app/_ui/notice';
import { PageHeader } from '@/app/_ui/page-header';
import { Prose } from '@/app/_ui/prose';
import { answerWhetherSolvedAction } from '@/app/(site)/solved/[token]/actions';
import { whetherSolvedPage } from '@/lib/forum/solutions/queries';
import { whetherWords } from '@/lib/forum/solutions/schema';
import { renderMarkdown } from '@/lib/markdown';
import { oneValue } from '@/lib/web/page-number';
import { setResponseStatus } from '@/lib/web/response-status';

// The token stays out of every Referer, and the Origin of the form stays whole; see the page of sign-in links.
export const metadata: Metadata = {
  title: 'Did this solve it?',
  robots: { index: false, follow: false },
  referrer: 'strict-origin',
};

type Props = {
  params: Promise<{ token: string }>;
  searchParams: Promise<{ thanks?: string | string[] }>;
};

/** Where the mailed link leads: the answer once more, and two buttons. Opening it changes nothing. */
export default async function WhetherSolvedPage({ params, searchParams }: Props) {
  const { token } = await params;
  const asked = await whetherSolvedPage(token);
  if (!asked) {
    setResponseStatus(410);
    return (
      <FormPage>
        <EmptyState
          isWholePage
          title="There is nothing to answer here"
          action={<ButtonLink href="/forum">Go to the forum</ButtonLink>}
        >
          {whetherWords.gone}
        </EmptyState>
      </FormPage>
    );
  }
  const isThanked = oneValue((await searchParams).thanks) === '1' && asked.said !== null;
  return (
    <FormPage>
      <PageHeader
        title="Did this solve it?"
        intro={
          <Link href={asked.threadHref} dir="auto" className="text-link">
            {asked.title}
          </Link>
        }
      />
      {isThanked ? (
        <Notice tone="good" title="Thank you" className="mb-5">
          {asked.said
            ? 'Noted: solved. That helps everybody who has the same problem.'
            : 'Noted: still stuck. Write in the thread what happened when you tried it, so that others can help.'}
        </Notice>
      ) : null}
      <Card>
        <p className="mb-2 text-[0.92rem] text-muted">
          <bdi>{asked.by}</bdi> wrote:
        </p>
        <Prose html={renderMarkdown(asked.body)} />
      </Card>
      <div className="mt-6 flex flex-wrap gap-3">
        <ActionButton
          action={answerWhetherSolvedAction}
          fields={{ token, solved: 'yes' }}
          variant={asked.said === false ? 'secondary' : 'primary'}
        >
          Yes, solved
        </ActionButton>
        <ActionButton
          action={answerWhetherSolvedAction}
          fields={{ token, solved: 'no' }}
          variant={asked.said === false ? 'primary' : 'secondary'}
        >
          Still stuck
        </ActionButton>
        {isThanked ? <ButtonLink href={asked.threadHref}>Go to the thread</ButtonLink> : null}
      </div>
    </FormPage>
  );
}
