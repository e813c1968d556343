import { categoriesWithCounts } from '@/lib/categories/queries';
import { config } from '@/lib/config';
import { digestSitemap } from '@/lib/digests/sitemap-queries';
import { articleSitemap } from '@/lib/faq/sitemap-queries';
import { threadSitemap } from '@/lib/forum/sitemap-queries';
import { type SitemapAddress, sitemapDocument, sitemapIndex } from '@/lib/web/sitemap-document';

/** What a part of the site tells the sitemap of its addresses, in an order that new ones are put at the end of. */
export type SitemapPart = {
  count(): Promise<number>;
  /** When something among these addresses changed last. */
  lastChange(skip: number, take: number): Promise<Date | null>;
  read(skip: number, take: number): AsyncGenerator<SitemapAddress[]>;
};

/** The format allows 50,000; smaller files are asked for again more cheaply when something in them changed. */
export const ADDRESSES_MAX = 10_000;
/** Pages that stand by themselves. */
const PLACES = ['/', '/faq', '/forum', '/digests', '/contact'];

const pages: SitemapPart = {
  count: async () => (await pageAddresses()).length,
  lastChange: async () => null,
  async *read(skip, take) {
    yield (await pageAddresses()).slice(skip, skip + take);
  },
};
const PARTS = { pages, articles: articleSitemap, digests: digestSitemap, threads: threadSitemap };
type PartName = keyof typeof PARTS;
const NAMES = Object.keys(PARTS) as PartName[];

async function pageAddresses(): Promise<SitemapAddress[]> {
  const [answers, forum] = await Promise.all([
    categoriesWithCounts('faq', null),
    categoriesWithCounts('forum', null),
  ]);
  return [
    ...PLACES,
    ...answers.map(({ slug }) => `/faq?category=${encodeURIComponent(slug)}`),
    ...forum.map(({ slug }) => `/forum/${encodeURIComponent(slug)}`),
  ].map((href) => ({ href, changedAt: null }));
}

/** What stands at /sitemap.xml: every address of the site while they fit one file, the list of the files when not.
 * @param most addresses in one file */
export async function siteSitemap(most = ADDRESSES_MAX): Promise<AsyncIterable<string>> {
  const counts = await Promise.all(NAMES.map(async (name) => ({ name, count: await PARTS[name].count() })));
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  if (total <= most) return sitemapDocument(config().siteUrl, everything(most));
  const files: SitemapAddress[] = [];
  for (const { name, count } of counts) {
    for (let number = 1; (number - 1) * most < count; number += 1) {
      const changedAt = await PARTS[name].lastChange((number - 1) * most, most);
      files.push({ href: `/sitemaps/${name}-${number}.xml`, changedAt });
    }
  }
  return once(sitemapIndex(config().siteUrl, files));
}

/** One file of a large sitemap, or null when there is none of that name.
 * @param file such as "threads-2.xml" */
export async function sitemapFile(file: string, most = ADDRESSES_MAX): Promise<AsyncIterable<string> | null> {
  const [, name, digits] = /^([a-z]+)-([1-9]\d{0,4})\.xml$/.exec(file) ?? [];
  const part = NAMES.find((one) => one === name);
  if (!part) return null;
  const skip = (Number(digits) - 1) * most;
  if (skip >= (await PARTS[part].count())) return null;
  return sitemapDocument(config().siteUrl, PARTS[part].read(skip, most));
}

async function* everything(most: number): AsyncGenerator<SitemapAddress[]> {
  for (const name of NAMES) yield* PARTS[name].read(0, most);
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}
