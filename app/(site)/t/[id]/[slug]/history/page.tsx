import type { Metadata } from 'next';
import { Card } from '@/app/_ui/card';
import { EmptyState } from '@/app/_ui/empty-state';
import { PageBody } from '@/app/_ui/page-body';
import { PageHeader } from '@/app/_ui/page-header';
import { Prose } from '@/app/_ui/prose';
import { DateTime } from '@/app/_ui/time-ago';
import { Missing } from '@/app/(site)/_parts/missing';
import { Changes } from '@/app/(site)/t/[id]/_parts/changes';
import { currentActor } from '@/lib/accounts/session';
import { type PostHistory, threadHistory } from '@/lib/forum/history-queries';
import { renderMarkdown } from '@/lib/markdown';
import { shopSettings } from '@/lib/settings/queries';

export const metadata: Metadata = { title: 'Earlier versions', robots: { index: false } };

export default async function HistoryPage({ params }: { params: Promise<{ id: string; slug: string }> }) {
  const [history, { timeZone }] = await Promise.all([
    threadHistory((await params).id, await currentActor()),
    shopSettings(),
  ]);
  if (!history) return <Missing />;
  return (
    <PageBody width="reading">
      <PageHeader
        breadcrumbs={[{ href: history.href, label: history.title }]}
        title="Earlier versions"
        intro="What was changed in the posts of this thread, the latest change first: what was taken out is struck through, what was put in is underlined."
      />
      {history.posts.length === 0 ? (
        <EmptyState title="Nothing here was edited">Edits in the first five minutes are not kept.</EmptyState>
      ) : (
        <div className="grid gap-10">
          {history.posts.map((post) => (
            <PostVersions key={post.href} post={post} timeZone={timeZone} />
          ))}
        </div>
      )}
    </PageBody>
  );
}

function PostVersions({ post, timeZone }: { post: PostHistory; timeZone: string }) {
  return (
    <section className="grid gap-3">
      <h2 className="text-[1.25rem]!">
        <a href={post.href} className="hover:text-accent-text hover:underline">
          <bdi>{post.heading}</bdi>
        </a>
      </h2>
      {post.revisions.map((revision, index) => {
        const next = post.revisions[index - 1] ?? post.current;
        return (
          <Card key={revision.id}>
            <h3 className="mb-3 font-sans! text-[0.95rem]! font-normal! text-muted">
              <bdi>{revision.by.name}</bdi> changed this on <DateTime at={revision.at} timeZone={timeZone} />
            </h3>
            {revision.title !== null && next.title !== null && revision.title !== next.title ? (
              <div className="mb-2 font-serif text-[1.15rem] font-semibold">
                <Changes before={revision.title} after={next.title} />
              </div>
            ) : null}
            {revision.body === next.body ? (
              <p className="text-muted">The text stayed as it was.</p>
            ) : (
              <Changes before={revision.body} after={next.body} />
            )}
            <details className="mt-3">
              <summary className="inline-flex min-h-11 items-center text-[0.95rem] text-link">
                The whole text before this change
              </summary>
              <Prose html={renderMarkdown(revision.body)} />
            </details>
          </Card>
        );
      })}
    </section>
  );
}
