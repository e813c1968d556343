import type { Metadata } from 'next';

type Feed = { href: string; title: string };

/** The one address of a page for search engines, and the feed that tells what is new on it.
 * @param canonical path of this site, with its page number from the second page on; null where no index should look */
export function pageAddresses(canonical: string | null, feed?: Feed): Pick<Metadata, 'alternates'> {
  return {
    alternates: {
      ...(canonical === null ? {} : { canonical }),
      ...(feed ? { types: { 'application/atom+xml': [{ url: feed.href, title: feed.title }] } } : {}),
    },
  };
}

/** Page `page` of a list at `home`. */
export function listPage(home: string, page: number): string {
  return page > 1 ? `${home}?page=${page}` : home;
}
