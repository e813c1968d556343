import type { Metadata } from 'next';
import { cache } from 'react';
import { ButtonLink } from '@/app/_ui/button';
import { PageBody } from '@/app/_ui/page-body';
import { PageHeader } from '@/app/_ui/page-header';
import { FollowButton } from '@/app/(site)/_parts/follow-button';
import { Missing } from '@/app/(site)/_parts/missing';
import { ForumList, type ListSearch } from '@/app/(site)/forum/_parts/forum-list';
import { listMetadata } from '@/app/(site)/forum/_parts/list-metadata';
import { segmentText } from '@/app/(site)/forum/_parts/segment-text';
import { currentActor } from '@/lib/accounts/session';
import { threadTag } from '@/lib/forum/list-queries';

type Props = { params: Promise<{ tag: string }>; searchParams: ListSearch };

const tagOf = cache((segment: string) => threadTag(segmentText(segment)));

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const tag = await tagOf((await params).tag);
  if (!tag) return { title: 'Not found' };
  return {
    title: `Threads about ${tag.name}`,
    description: tag.description || undefined,
    ...listMetadata(`/forum/tags/${encodeURIComponent(tag.slug)}`, tag.name, await searchParams),
  };
}

export default async function TagPage({ params, searchParams }: Props) {
  const tag = await tagOf((await params).tag);
  if (!tag) return <Missing />;
  return (
    <PageBody>
      <PageHeader
        breadcrumbs={[{ href: '/forum', label: 'Forum' }]}
        title={tag.name}
        intro={tag.description || 'Threads with this tag.'}
        actions={
          <>
            <FollowButton kind="tag" id={tag.id} actor={await currentActor()} />
            <ButtonLink variant="primary" href={`/forum/new?tags=${encodeURIComponent(tag.name)}`}>
              Ask a question
            </ButtonLink>
          </>
        }
      />
      <ForumList home={`/forum/tags/${encodeURIComponent(tag.slug)}`} tagId={tag.id} search={searchParams} />
    </PageBody>
  );
}
