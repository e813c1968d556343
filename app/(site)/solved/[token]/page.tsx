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
import { Sentence } from '@/app/_ui/sentence';
import { answerWhetherSolvedAction } from '@/app/(site)/solved/[token]/actions';
import { whetherSolvedPage } from '@/lib/forum/solutions/queries';
import { renderMarkdown } from '@/lib/markdown';
import { pageWords } from '@/lib/web/language';
import { oneValue } from '@/lib/web/page-number';
import { setResponseStatus } from '@/lib/web/response-status';

// The token stays out of every Referer, and the Origin of the form stays whole; see the page of sign-in links.
export async function generateMetadata(): Promise<Metadata> {
  return {
    title: (await pageWords()).words.solved.title,
    robots: { index: false, follow: false },
    referrer: 'strict-origin',
  };
}

type Props = {
  params: Promise<{ token: string }>;
  searchParams: Promise<{ thanks?: string | string[] }>;
};

/** Where the mailed link leads: the answer once more, and two buttons. Opening it changes nothing. */
export default async function WhetherSolvedPage({ params, searchParams }: Props) {
  const { token } = await params;
  const asked = await whetherSolvedPage(token);
  const { words: all } = await pageWords();
  const words = all.solved;
  if (!asked) {
    setResponseStatus(410);
    return (
      <FormPage>
        <EmptyState
          isWholePage
          title={words.goneTitle}
          action={<ButtonLink href="/forum">{words.goForum}</ButtonLink>}
        >
          {all.refusals.notThereAnyMore}
        </EmptyState>
      </FormPage>
    );
  }
  const isThanked = oneValue((await searchParams).thanks) === '1' && asked.said !== null;
  return (
    <FormPage>
      <PageHeader
        title={words.title}
        intro={
          <Link href={asked.threadHref} dir="auto" className="text-link">
            {asked.title}
          </Link>
        }
      />
      {isThanked ? (
        <Notice tone="good" title={words.thanks} className="mb-5">
          {asked.said ? words.notedSolved : words.notedStuck}
        </Notice>
      ) : null}
      <Card>
        <p className="mb-2 text-[0.92rem] text-muted">
          <Sentence text={words.wrote} places={{ name: <bdi>{asked.by}</bdi> }} />
        </p>
        <Prose html={renderMarkdown(asked.body)} />
      </Card>
      <div className="mt-6 flex flex-wrap gap-3">
        <ActionButton
          action={answerWhetherSolvedAction}
          fields={{ token, solved: 'yes' }}
          variant={asked.said === false ? 'secondary' : 'primary'}
          pendingLabel={words.saving}
        >
          {words.yes}
        </ActionButton>
        <ActionButton
          action={answerWhetherSolvedAction}
          fields={{ token, solved: 'no' }}
          variant={asked.said === false ? 'primary' : 'secondary'}
          pendingLabel={words.saving}
        >
          {words.no}
        </ActionButton>
        {isThanked ? <ButtonLink href={asked.threadHref}>{words.goThread}</ButtonLink> : null}
      </div>
    </FormPage>
  );
}
