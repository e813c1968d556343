import { categoryBySlug } from '@/lib/categories/queries';
import { config } from '@/lib/config';
import { latestDigests } from '@/lib/digests/queries';
import { newArticles } from '@/lib/faq/feed-queries';
import { type FeedPlace, followedThread, type NewThread, newThreads } from '@/lib/forum/feed-queries';
import { threadTag } from '@/lib/forum/list-queries';
import { excerptOf } from '@/lib/forum/rules';
import { renderMarkdownForMail } from '@/lib/markdown';
import { beginningOfMarkdown } from '@/lib/markdown-beginning';
import { shopSettings } from '@/lib/settings/queries';
import type { Feed, FeedEntry } from '@/lib/web/atom';

/** Readers keep what they have seen; a feed only has to bridge the time between two visits. */
const ENTRIES_MAX = 30;
/** Nobody is asked who they are here, so an answer must stay cheap: of long texts a feed gives the beginning. */
const SOURCE_MAX = 4_000;
/** A reply has no title; these are its first words in a reader's list. */
const TITLE_WORDS = 80;

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
  return feedOf(`${shopName}: forum`, '/forum', '/forum/feed.xml', await threadEntries(null));
}

/** New threads of a category, or null when there is none of this slug. */
export async function categoryFeed(slug: string): Promise<Feed | null> {
  const [{ shopName }, category] = await Promise.all([shopSettings(), categoryBySlug(slug)]);
  if (!category) return null;
  const home = `/forum/${encodeURIComponent(slug)}`;
  const entries = await threadEntries({ category: slug });
  return feedOf(`${shopName}: ${category.name}`, home, `${home}/feed.xml`, entries);
}

/** New threads with a tag, or null when no visible thread has it. */
export async function tagFeed(slug: string): Promise<Feed | null> {
  const [{ shopName }, tag] = await Promise.all([shopSettings(), threadTag(slug)]);
  if (!tag) return null;
  const home = `/forum/tags/${encodeURIComponent(slug)}`;
  return feedOf(`${shopName}: ${tag.name}`, home, `${home}/feed.xml`, await threadEntries({ tag: slug }));
}

/** The newest replies of one thread and, while there is room, its question; null when not everybody may see it. */
export async function threadFeed(id: string): Promise<Feed | null> {
  const found = await followedThread(id, ENTRIES_MAX - 1);
  if (!found) return null;
  const { thread, replies } = found;
  const entries = [
    ...replies.map((reply) => ({
      ...reply,
      title: `${reply.author}: ${excerptOf(reply.body, TITLE_WORDS)}`,
    })),
    thread,
  ].map(forumEntry);
  return feedOf(thread.title, thread.href, `/t/${id}/feed.xml`, entries);
}

async function threadEntries(place: FeedPlace): Promise<FeedEntry[]> {
  return (await newThreads(ENTRIES_MAX, place)).map(forumEntry);
}

function forumEntry(post: NewThread): FeedEntry {
  return {
    url: absolute(post.href),
    title: post.title,
    author: post.author,
    publishedAt: post.createdAt,
    updatedAt: post.editedAt ?? post.createdAt,
    html: html(post.body),
  };
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
  const source = beginningOfMarkdown(markdown, SOURCE_MAX);
  const rest = markdown.length > SOURCE_MAX ? '<p>…</p>' : '';
  return renderMarkdownForMail(source, config().siteUrl) + rest;
}
