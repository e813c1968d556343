import type { Metadata } from 'next';
import { listPage, pageAddresses } from '@/app/(site)/_parts/page-addresses';
import { pageNumber } from '@/lib/web/page-number';

type Query = Record<string, string | string[] | undefined>;

/** What search engines are told of a list of threads: each of its pages is one of its own, and the same threads
 * filtered or sorted another way are not for an index.
 * @param query as it stands in the address */
export function listMetadata(home: string, feedTitle: string, query: Query): Metadata {
  const { page, ...filters } = query;
  const isFiltered = Object.values(filters).some((value) => value !== undefined);
  const feed = { href: `${home}/feed.xml`, title: feedTitle };
  return {
    ...pageAddresses(isFiltered ? null : listPage(home, pageNumber(page)), feed),
    ...(isFiltered ? { robots: { index: false, follow: true } } : {}),
  };
}
