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
import { pageWords } from '@/lib/web/language';
import { say } from '@/lib/words/say';

type Props = { params: Promise<{ tag: string }>; searchParams: ListSearch };

const tagOf = cache((segment: string) => threadTag(segmentText(segment)));

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const tag = await tagOf((await params).tag);
  const { words } = await pageWords();
  if (!tag) return { title: words.parts.notFound };
  return {
    title: say(words.forum.about, { tag: tag.name }),
    description: tag.description || undefined,
    ...listMetadata(`/forum/tags/${encodeURIComponent(tag.slug)}`, tag.name, await searchParams),
  };
}

export default async function TagPage({ params, searchParams }: Props) {
  const tag = await tagOf((await params).tag);
  if (!tag) return <Missing />;
  const { words } = await pageWords();
  return (
    <PageBody>
      <PageHeader
        breadcrumbs={[{ href: '/forum', label: words.forum.forum }]}
        breadcrumbsLabel={words.parts.breadcrumbs}
        title={tag.name}
        intro={tag.description || words.forum.withTag}
        actions={
          <>
            <FollowButton kind="tag" id={tag.id} actor={await currentActor()} words={words.parts} />
            <ButtonLink variant="primary" href={`/forum/new?tags=${encodeURIComponent(tag.name)}`}>
              {words.forum.ask}
            </ButtonLink>
          </>
        }
      />
      <ForumList home={`/forum/tags/${encodeURIComponent(tag.slug)}`} tagId={tag.id} search={searchParams} />
    </PageBody>
  );
}
