import type { Metadata } from 'next';
import { Card } from '@/app/_ui/card';
import { EmptyState } from '@/app/_ui/empty-state';
import { PageBody } from '@/app/_ui/page-body';
import { PageHeader } from '@/app/_ui/page-header';
import { Prose } from '@/app/_ui/prose';
import { DateTime } from '@/app/_ui/time-ago';
import { Missing } from '@/app/(site)/_parts/missing';
import { currentActor } from '@/lib/accounts/session';
import { type PostHistory, threadHistory } from '@/lib/forum/page-queries';
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
        intro="What the posts of this thread said before they were edited, the latest first."
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
      {post.revisions.map((revision) => (
        <Card key={revision.id}>
          <p className="mb-3 text-[0.9rem] text-muted">
            Until <DateTime at={revision.at} timeZone={timeZone} />, when <bdi>{revision.by.name}</bdi>{' '}
            changed it
          </p>
          {revision.title && revision.title !== post.current.title ? (
            <p dir="auto" className="mb-2 font-serif text-[1.15rem] font-semibold">
              {revision.title}
            </p>
          ) : null}
          <Prose html={renderMarkdown(revision.body)} />
        </Card>
      ))}
    </section>
  );
}
