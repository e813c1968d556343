import type { MetadataRoute } from 'next';
import { config } from '@/lib/config';
import { articleAddresses } from '@/lib/faq/queries';
import { latestThreads } from '@/lib/forum/list-queries';

// Made at each request: what is hidden or a draft by now must not be in it.
export const dynamic = 'force-dynamic';

/** A sitemap may hold 50,000 addresses; far fewer tell a search engine where everything else is linked. */
const ARTICLES_MAX = 5_000;
const THREADS_MAX = 1_000;

export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const { siteUrl } = config();
  const [articles, threads] = await Promise.all([
    articleAddresses(ARTICLES_MAX),
    latestThreads(null, THREADS_MAX),
  ]);
  return [
    ...['/', '/faq', '/forum', '/digests', '/contact', '/refund'].map((path) => ({ url: siteUrl + path })),
    ...articles.map(({ href, updatedAt }) => ({ url: siteUrl + href, lastModified: updatedAt })),
    ...threads.map(({ href, lastActivityAt }) => ({ url: siteUrl + href, lastModified: lastActivityAt })),
  ];
}
