import type { Metadata } from 'next';
import { Card } from '@/app/_ui/card';
import { EmptyState } from '@/app/_ui/empty-state';
import { PageBody } from '@/app/_ui/page-body';
import { PageHeader } from '@/app/_ui/page-header';
import { Prose } from '@/app/_ui/prose';
import { Sentence } from '@/app/_ui/sentence';
import { DateTime } from '@/app/_ui/time-ago';
import { Missing } from '@/app/(site)/_parts/missing';
import { Changes } from '@/app/(site)/t/[id]/_parts/changes';
import { currentActor } from '@/lib/accounts/session';
import { type PostHistory, threadHistory } from '@/lib/forum/history-queries';
import { renderReplyMarkdown } from '@/lib/markdown';
import { shopSettings } from '@/lib/settings/queries';
import { pageWords } from '@/lib/web/language';
import type { Spoken } from '@/lib/words/catalogue';
import { say } from '@/lib/words/say';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords()).words.thread.history.title, robots: { index: false } };
}

export default async function HistoryPage({ params }: { params: Promise<{ id: string; slug: string }> }) {
  const [history, { timeZone }] = await Promise.all([
    threadHistory((await params).id, await currentActor()),
    shopSettings(),
  ]);
  if (!history) return <Missing />;
  const { words, language } = await pageWords();
  const { history: said } = words.thread;
  return (
    <PageBody width="reading">
      <PageHeader
        breadcrumbs={[{ href: history.href, label: history.title }]}
        breadcrumbsLabel={words.parts.breadcrumbs}
        title={said.title}
        intro={said.intro}
      />
      {history.posts.length === 0 ? (
        <EmptyState title={said.noneTitle}>{said.noneText}</EmptyState>
      ) : (
        <div className="grid gap-10">
          {history.posts.map((post) => (
            <PostVersions key={post.href} post={post} timeZone={timeZone} spoken={{ words, language }} />
          ))}
        </div>
      )}
    </PageBody>
  );
}

type VersionsProps = { post: PostHistory; timeZone: string; spoken: Spoken };

function PostVersions({ post, timeZone, spoken: { words, language } }: VersionsProps) {
  const said = words.thread.history;
  return (
    <section className="grid gap-3">
      <h2 className="text-[1.25rem]!">
        <a href={post.href} className="hover:text-accent-text hover:underline">
          <bdi>
            {post.number === null
              ? said.question
              : say(words.thread.replyBy, { n: post.number, name: post.author })}
          </bdi>
        </a>
      </h2>
      {post.revisions.map((revision, index) => {
        const next = post.revisions[index - 1] ?? post.current;
        return (
          <Card key={revision.id}>
            <h3 className="mb-3 font-sans! text-[0.95rem]! font-normal! text-muted">
              <Sentence
                text={said.changedOn}
                places={{
                  name: <bdi>{revision.by.name}</bdi>,
                  when: <DateTime at={revision.at} timeZone={timeZone} language={language} />,
                }}
              />
            </h3>
            {revision.title !== null && next.title !== null && revision.title !== next.title ? (
              <div className="mb-2 font-serif text-[1.15rem] font-semibold">
                <Changes before={revision.title} after={next.title} words={said} />
              </div>
            ) : null}
            {revision.body === next.body ? (
              <p className="text-muted">{said.textStayed}</p>
            ) : (
              <Changes before={revision.body} after={next.body} words={said} />
            )}
            <details className="mt-3">
              <summary className="inline-flex min-h-11 items-center text-[0.95rem] text-link">
                {said.wholeText}
              </summary>
              <Prose html={renderReplyMarkdown(revision.body)} className="prose-reply" />
            </details>
          </Card>
        );
      })}
    </section>
  );
}
