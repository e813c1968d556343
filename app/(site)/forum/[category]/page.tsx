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
import { categoryBySlug } from '@/lib/categories/queries';
import { pageWords } from '@/lib/web/language';
import { say } from '@/lib/words/say';

type Props = { params: Promise<{ category: string }>; searchParams: ListSearch };

const categoryOf = cache((segment: string) => categoryBySlug(segmentText(segment)));

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const category = await categoryOf((await params).category);
  const { words } = await pageWords();
  if (!category) return { title: words.parts.notFound };
  return {
    title: say(words.forum.inForum, { category: category.name }),
    description: category.description,
    ...listMetadata(`/forum/${encodeURIComponent(category.slug)}`, category.name, await searchParams),
  };
}

export default async function CategoryPage({ params, searchParams }: Props) {
  const category = await categoryOf((await params).category);
  if (!category) return <Missing />;
  const { words } = await pageWords();
  const slug = encodeURIComponent(category.slug);
  return (
    <PageBody>
      <PageHeader
        breadcrumbs={[{ href: '/forum', label: words.forum.forum }]}
        breadcrumbsLabel={words.parts.breadcrumbs}
        title={category.name}
        intro={category.description}
        actions={
          <>
            <FollowButton kind="category" id={category.id} actor={await currentActor()} words={words.parts} />
            <ButtonLink variant="primary" href={`/forum/new?category=${slug}`}>
              {words.forum.ask}
            </ButtonLink>
          </>
        }
      />
      <ForumList home={`/forum/${slug}`} category={category} search={searchParams} />
    </PageBody>
  );
}
