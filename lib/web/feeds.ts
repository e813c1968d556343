import { config } from '@/lib/config';
import { latestDigests } from '@/lib/digests/queries';
import { newArticles } from '@/lib/faq/feed-queries';
import { newThreads } from '@/lib/forum/feed-queries';
import { renderMarkdownForMail } from '@/lib/markdown';
import { shopSettings } from '@/lib/settings/queries';
import type { Feed, FeedEntry } from '@/lib/web/atom';

/** Readers keep what they have seen; a feed only has to bridge the time between two visits. */
const ENTRIES_MAX = 30;
/** Nobody is asked who they are here, so an answer must stay cheap: of long texts a feed gives the beginning. */
const SOURCE_MAX = 4_000;

/** Everything new: digests and articles. */
export async function siteFeed(): Promise<Feed> {
  const { shopName } = await shopSettings();
  const entries = [...(await digestEntries(shopName)), ...(await articleEntries(shopName))];
  entries.sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime());
  return feedOf(shopName, '/', '/feed.xml', entries.slice(0, ENTRIES_MAX));
}

/** The daily digests alone. */
export async function digestsFeed(): Promise<Feed> {
  const { shopName } = await shopSettings();
  return feedOf(`${shopName}: digests`, '/digests', '/digests/feed.xml', await digestEntries(shopName));
}

/** New threads of the forum. */
export async function forumFeed(): Promise<Feed> {
  const { shopName } = await shopSettings();
  const entries = (await newThreads(ENTRIES_MAX)).map((thread) => ({
    url: absolute(thread.href),
    title: thread.title,
    author: thread.author,
    publishedAt: thread.createdAt,
    updatedAt: thread.editedAt ?? thread.createdAt,
    html: html(thread.body),
  }));
  return feedOf(`${shopName}: forum`, '/forum', '/forum/feed.xml', entries);
}

async function digestEntries(author: string): Promise<FeedEntry[]> {
  return (await latestDigests(ENTRIES_MAX)).map((digest) => ({
    url: absolute(`/digests/${digest.date}`),
    title: digest.title,
    author,
    publishedAt: digest.publishedAt,
    updatedAt: digest.updatedAt,
    html: html(digest.body),
  }));
}

async function articleEntries(author: string): Promise<FeedEntry[]> {
  return (await newArticles(ENTRIES_MAX)).map((article) => ({
    url: absolute(article.href),
    title: article.title,
    author,
    publishedAt: article.publishedAt,
    updatedAt: article.updatedAt,
    html: html(article.body),
  }));
}

function feedOf(title: string, page: string, feed: string, entries: FeedEntry[]): Feed {
  return { title, pageUrl: absolute(page), feedUrl: absolute(feed), entries };
}

function absolute(path: string): string {
  return config().siteUrl + path;
}

function html(markdown: string): string {
  const source = markdown.length > SOURCE_MAX ? `${markdown.slice(0, SOURCE_MAX)}…` : markdown;
  return renderMarkdownForMail(source, config().siteUrl);
}
