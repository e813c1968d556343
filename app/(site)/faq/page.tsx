import { BookOpen } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { ButtonLink } from '@/app/_ui/button';
import { CardLink } from '@/app/_ui/card';
import { EmptyState } from '@/app/_ui/empty-state';
import { PageBody } from '@/app/_ui/page-body';
import { PageHeader } from '@/app/_ui/page-header';
import { Pagination } from '@/app/_ui/pagination';
import { SearchBox } from '@/app/_ui/search-box';
import { Missing } from '@/app/(site)/_parts/missing';
import { ThreeDoors } from '@/app/(site)/_parts/three-doors';
import { currentActor } from '@/lib/accounts/session';
import { categoriesWithCounts, categoryBySlug } from '@/lib/categories/queries';
import { canWriteArticles } from '@/lib/faq/policy';
import { type ArticleCard, articleList } from '@/lib/faq/queries';
import { pageWords } from '@/lib/web/language';
import { oneValue, PER_PAGE, pageNumber } from '@/lib/web/page-number';
import { say, sayCount } from '@/lib/words/say';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

function hrefOf(category: string | undefined, page = 1): string {
  const parameters = new URLSearchParams();
  if (category !== undefined) parameters.set('category', category);
  if (page > 1) parameters.set('page', String(page));
  const query = parameters.toString();
  return query === '' ? '/faq' : `/faq?${query}`;
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const asked = await searchParams;
  const slug = oneValue(asked.category);
  const category = slug === undefined ? null : await categoryBySlug(slug);
  const words = (await pageWords()).words.faq;
  return {
    title: category ? say(words.categoryTitle, { category: category.name }) : words.title,
    description: category?.description || words.description,
    alternates: { canonical: hrefOf(category?.slug, pageNumber(asked.page)) },
  };
}

export default async function FaqPage({ searchParams }: Props) {
  const asked = await searchParams;
  const slug = oneValue(asked.category);
  const page = pageNumber(asked.page);
  const actor = await currentActor();
  const category = slug === undefined ? null : await categoryBySlug(slug);
  if (slug !== undefined && !category) return <Missing />;
  const [categories, list] = await Promise.all([
    categoriesWithCounts('faq', null),
    articleList({ category: category?.slug, page, perPage: PER_PAGE }),
  ]);
  if (page > 1 && list.items.length === 0) return <Missing />;
  const { words: all, language } = await pageWords();
  const { faq: words, home, parts } = all;
  const showShelves = !category && page === 1 && categories.length > 1;
  return (
    <PageBody>
      <PageHeader
        title={category ? category.name : words.title}
        intro={category ? category.description : words.intro}
        breadcrumbs={category ? [{ href: '/faq', label: words.title }] : []}
        breadcrumbsLabel={parts.breadcrumbs}
        actions={
          canWriteArticles(actor) ? (
            <ButtonLink href="/desk/faq" variant="quiet">
              {words.editInDesk}
            </ButtonLink>
          ) : null
        }
      />
      <div className="mb-10 max-w-2xl">
        <SearchBox words={all.frame.searchBox} size="compact" placeholder={words.search} />
      </div>
      {showShelves ? (
        <ul className="mb-12 grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
          {categories.map((shelf) => (
            <li key={shelf.id}>
              <CardLink
                href={hrefOf(shelf.slug)}
                title={<bdi>{shelf.name}</bdi>}
                meta={sayCount(words.count, shelf.count, language)}
              >
                {shelf.description || null}
              </CardLink>
            </li>
          ))}
        </ul>
      ) : null}
      {list.items.length === 0 ? (
        <EmptyState
          title={words.emptyTitle}
          action={<ButtonLink href="/forum/new">{home.doors.ask}</ButtonLink>}
        >
          {words.emptyText}
        </EmptyState>
      ) : (
        <section aria-labelledby="all-answers">
          <h2 id="all-answers" className={showShelves ? 'mb-3' : 'sr-only'}>
            {words.all}
          </h2>
          <ul className="grid gap-x-10 md:grid-cols-2">
            {list.items.map((article) => (
              <ArticleLine key={article.id} article={article} />
            ))}
          </ul>
        </section>
      )}
      <Pagination
        page={page}
        perPage={PER_PAGE}
        total={list.total}
        hrefFor={(number) => hrefOf(category?.slug, number)}
        words={parts}
      />
      <section aria-labelledby="doors" className="mt-12">
        <h2 id="doors" className="mb-4">
          {home.stillLooking}
        </h2>
        <ThreeDoors words={home.doors} />
      </section>
    </PageBody>
  );
}

function ArticleLine({ article }: { article: ArticleCard }) {
  return (
    <li className="group relative flex gap-3 border-b border-line py-4">
      <BookOpen aria-hidden className="mt-1 size-5 shrink-0 text-muted" />
      <div className="min-w-0">
        <Link
          href={article.href}
          dir="auto"
          className="leading-snug font-semibold after:absolute after:inset-0 group-hover:text-accent-text"
        >
          {article.title}
        </Link>
        <p dir="auto" className="mt-0.5 line-clamp-2 text-[0.93rem] text-muted">
          {article.excerpt}
        </p>
      </div>
    </li>
  );
}
