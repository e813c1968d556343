import { Rss } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { ButtonLink } from '@/app/_ui/button';
import { EmptyState } from '@/app/_ui/empty-state';
import { PageBody } from '@/app/_ui/page-body';
import { PageHeader } from '@/app/_ui/page-header';
import { Pagination } from '@/app/_ui/pagination';
import { dayIn } from '@/app/_ui/time-words';
import { Missing } from '@/app/(site)/_parts/missing';
import { listPage, pageAddresses } from '@/app/(site)/_parts/page-addresses';
import { digestArchive } from '@/lib/digests/queries';
import { pageWords } from '@/lib/web/language';
import { pageNumber } from '@/lib/web/page-number';

type Props = { searchParams: Promise<{ page?: string | string[] }> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const page = pageNumber((await searchParams).page);
  const { title, intro } = (await pageWords()).words.digests;
  return {
    title,
    description: intro,
    ...pageAddresses(listPage('/digests', page), { href: '/digests/feed.xml', title }),
  };
}

export default async function DigestsPage({ searchParams }: Props) {
  const page = pageNumber((await searchParams).page);
  const { items, perPage, total } = await digestArchive(page);
  if (page > 1 && items.length === 0) return <Missing />;
  const { words: all, language } = await pageWords();
  const words = all.digests;
  return (
    <PageBody width="reading">
      <PageHeader
        title={words.title}
        intro={words.intro}
        actions={
          <ButtonLink href="/digests/feed.xml" prefetch={false} variant="quiet">
            <Rss aria-hidden /> {words.feed}
          </ButtonLink>
        }
      />
      {items.length === 0 ? (
        <EmptyState
          title={words.emptyTitle}
          action={
            <>
              <ButtonLink href="/faq">{words.readAnswers}</ButtonLink>
              <ButtonLink href="/forum" variant="quiet">
                {words.seeForum}
              </ButtonLink>
            </>
          }
        >
          {words.emptyText}
        </EmptyState>
      ) : (
        <ol className="divide-y divide-line border-y border-line">
          {items.map((item) => (
            <li key={item.date} className="group relative py-5">
              <p className="text-[0.9rem] text-muted">
                <time dateTime={item.date}>{dayIn(item.date, language)}</time>
              </p>
              <h2 dir="auto" className="mt-0.5 text-[1.2rem]!">
                <Link
                  href={`/digests/${item.date}`}
                  className="after:absolute after:inset-0 group-hover:text-accent-text group-hover:underline"
                >
                  {item.title}
                </Link>
              </h2>
              <p dir="auto" className="mt-1 line-clamp-2 max-w-prose text-muted">
                {item.excerpt}
              </p>
            </li>
          ))}
        </ol>
      )}
      <Pagination
        page={page}
        perPage={perPage}
        total={total}
        hrefFor={(number) => (number === 1 ? '/digests' : `/digests?page=${number}`)}
        words={all.parts}
      />
    </PageBody>
  );
}
