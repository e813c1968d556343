import { escapeXml } from '@/lib/web/atom';

/** One address in a sitemap. `href` is a path of this site. */
export type SitemapAddress = { href: string; changedAt: Date | null };

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/** A sitemap (sitemaps.org) piece by piece, so that one of many thousand addresses is never in memory as a whole. */
export async function* sitemapDocument(
  siteUrl: string,
  batches: AsyncIterable<readonly SitemapAddress[]>,
): AsyncGenerator<string> {
  yield `${HEAD}<urlset ${NAMESPACE}>\n`;
  for await (const batch of batches) {
    yield batch.map((address) => entry('url', siteUrl, address)).join('');
  }
  yield '</urlset>\n';
}

/** The list of the files that a large sitemap consists of. */
export function sitemapIndex(siteUrl: string, files: readonly SitemapAddress[]): string {
  const entries = files.map((file) => entry('sitemap', siteUrl, file)).join('');
  return `${HEAD}<sitemapindex ${NAMESPACE}>\n${entries}</sitemapindex>\n`;
}

function entry(name: 'url' | 'sitemap', siteUrl: string, { href, changedAt }: SitemapAddress): string {
  const changed = changedAt ? `<lastmod>${changedAt.toISOString()}</lastmod>` : '';
  return `<${name}><loc>${escapeXml(siteUrl + href)}</loc>${changed}</${name}>\n`;
}
