import type { Metadata } from 'next';
import Link from 'next/link';
import { Card } from '@/app/_ui/card';
import { EmptyState } from '@/app/_ui/empty-state';
import { PageHeader } from '@/app/_ui/page-header';
import { Pagination } from '@/app/_ui/pagination';
import { ModerationTabs } from '@/app/desk/moderation/moderation-tabs';
import { TagForms } from '@/app/desk/tags/tag-forms';
import { requireHelper } from '@/lib/accounts/session';
import { TAG_MAX } from '@/lib/forum/schema';
import { deskTags } from '@/lib/forum/tags/queries';
import { TAG_DESCRIPTION_MAX } from '@/lib/forum/tags/schema';
import { pageNumber } from '@/lib/web/page-number';

export const metadata: Metadata = { title: 'Tags' };

type Props = { searchParams: Promise<{ page?: string | string[] }> };

const LIMITS = { name: TAG_MAX, description: TAG_DESCRIPTION_MAX };

export default async function TagsPage({ searchParams }: Props) {
  await requireHelper();
  const page = pageNumber((await searchParams).page);
  const { items, total, perPage } = await deskTags(page);
  return (
    <>
      <PageHeader
        title="Tags"
        intro="Customers give them to their questions. Say what belongs under one, and make one of two that mean the same."
      />
      <ModerationTabs current="/desk/tags" />
      {items.length === 0 ? (
        <EmptyState title="No tags here">
          Tags that customers give to their questions are listed here.
        </EmptyState>
      ) : (
        <Card flush>
          <ul aria-label="Tags" className="max-w-[60rem] divide-y divide-line">
            {items.map((tag) => (
              <li key={tag.id} className="grid gap-3 px-5 py-4">
                <div>
                  <p className="font-semibold">
                    <bdi>{tag.name}</bdi>
                  </p>
                  {tag.description ? (
                    <p dir="auto" className="text-muted">
                      {tag.description}
                    </p>
                  ) : null}
                  <p className="text-[0.9rem]">
                    {tag.threads === 0 ? (
                      <span className="text-muted">No thread</span>
                    ) : (
                      <Link
                        href={`/forum/tags/${encodeURIComponent(tag.slug)}`}
                        prefetch={false}
                        className="text-link"
                      >
                        {tag.threads === 1 ? 'One thread' : `${tag.threads.toLocaleString('en')} threads`}
                      </Link>
                    )}
                  </p>
                </div>
                <TagForms tag={tag} limits={LIMITS} />
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Pagination
        page={page}
        perPage={perPage}
        total={total}
        hrefFor={(number) => (number === 1 ? '/desk/tags' : `/desk/tags?page=${number}`)}
      />
    </>
  );
}
