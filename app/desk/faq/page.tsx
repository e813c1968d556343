import type { Metadata } from 'next';
import Link from 'next/link';
import { Badge } from '@/app/_ui/badge';
import { ButtonLink } from '@/app/_ui/button';
import { EmptyState } from '@/app/_ui/empty-state';
import { PageHeader } from '@/app/_ui/page-header';
import { Pagination } from '@/app/_ui/pagination';
import { type Column, DataTable } from '@/app/_ui/table';
import { LinkTabs } from '@/app/_ui/tabs';
import { TimeAgo } from '@/app/_ui/time-ago';
import { StarterForm } from '@/app/desk/faq/_parts/starter-form';
import { isOwner } from '@/lib/accounts/policy';
import { requireHelper } from '@/lib/accounts/session';
import { now } from '@/lib/clock';
import { type DeskArticle, deskArticles } from '@/lib/faq/queries';
import { oneValue, PER_PAGE, pageNumber } from '@/lib/web/page-number';

export const metadata: Metadata = { title: 'Articles' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const COLUMNS: readonly Column[] = [
  { key: 'title', label: 'Article' },
  { key: 'state', label: 'State' },
  { key: 'category', label: 'Category' },
  { key: 'helped', label: 'Helped' },
  { key: 'updated', label: 'Changed' },
];

export default async function DeskArticlesPage({ searchParams }: Props) {
  const actor = await requireHelper();
  const asked = await searchParams;
  const wanted = oneValue(asked.state);
  const state = wanted === 'draft' || wanted === 'published' ? wanted : undefined;
  const page = pageNumber(asked.page);
  const { items, total, drafts, published } = await deskArticles({ state, page, perPage: PER_PAGE });
  const none = drafts + published === 0;
  const hrefOf = (number: number) =>
    `/desk/faq?${new URLSearchParams({ ...(state ? { state } : {}), page: String(number) })}`;
  return (
    <>
      <PageHeader
        title="Articles"
        actions={
          <>
            {isOwner(actor) ? <ButtonLink href="/desk/categories">Categories</ButtonLink> : null}
            <ButtonLink href="/desk/faq/new" variant={none ? 'secondary' : 'primary'}>
              Write an article
            </ButtonLink>
          </>
        }
      />
      {none ? (
        <EmptyState title="No articles yet" action={<StarterForm />}>
          Twelve answers that every online shop needs are ready to be added. Edit them to fit yours; the
          places to change are marked.
        </EmptyState>
      ) : (
        <>
          <LinkTabs
            label="State"
            items={[
              { href: '/desk/faq', label: 'All', count: drafts + published, current: state === undefined },
              {
                href: '/desk/faq?state=published',
                label: 'Published',
                count: published,
                current: state === 'published',
              },
              { href: '/desk/faq?state=draft', label: 'Drafts', count: drafts, current: state === 'draft' },
            ]}
          />
          {items.length === 0 ? (
            <EmptyState
              title="Nothing here"
              action={<ButtonLink href="/desk/faq">See all articles</ButtonLink>}
            />
          ) : (
            <DataTable caption="Articles" columns={COLUMNS} rows={items.map(rowOf)} />
          )}
        </>
      )}
      <Pagination page={page} perPage={PER_PAGE} total={total} hrefFor={hrefOf} />
    </>
  );
}

function rowOf(article: DeskArticle) {
  const answers = article.helpedCount + article.notHelpedCount;
  return {
    key: article.id,
    cells: {
      title: (
        <Link href={`/desk/faq/${article.id}`} className="text-link font-semibold">
          <bdi>{article.title}</bdi>
        </Link>
      ),
      state:
        article.state === 'published' ? (
          <Badge tone="good">Published</Badge>
        ) : (
          <Badge tone="warn">Draft</Badge>
        ),
      category: <bdi>{article.category.name}</bdi>,
      helped: answers === 0 ? '' : `${article.helpedCount} of ${answers}`,
      updated: <TimeAgo at={article.updatedAt} now={now()} />,
    },
  };
}
