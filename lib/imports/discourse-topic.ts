import { z } from 'zod';
import { bbcodeToMarkdown } from '@/lib/bbcode-to-markdown';
import { cookedToMarkdown } from '@/lib/imports/discourse-cooked';

/** What Discourse's API says of a topic (`/t/ID.json`), as far as it is taken over. */
const Post = z.object({
  id: z.number().int(),
  post_number: z.number().int(),
  /** 1 by people, 2 by staff about the topic, 3 "closed this", 4 for the staff only. */
  post_type: z.number().int().default(1),
  username: z.string().nullish(),
  created_at: z.string().nullish(),
  cooked: z.string().nullish(),
  raw: z.string().nullish(),
  hidden: z.boolean().nullish(),
  user_deleted: z.boolean().nullish(),
  deleted_at: z.string().nullish(),
  accepted_answer: z.boolean().nullish(),
});
const Answer = z.object({ post_number: z.number().int() });
const Topic = z.object({
  id: z.number().int(),
  title: z.string(),
  slug: z.string().nullish(),
  created_at: z.string().nullish(),
  category_id: z.number().int().nullish(),
  archetype: z.string().nullish(),
  visible: z.boolean().nullish(),
  deleted_at: z.string().nullish(),
  tags: z.array(z.union([z.string(), z.object({ name: z.string() })])).nullish(),
  accepted_answer: z.union([Answer, z.literal(false)]).nullish(),
  accepted_answers: z.array(Answer).nullish(),
  post_stream: z.object({ posts: z.array(z.unknown()), stream: z.array(z.number()).nullish() }),
});
type Post = z.output<typeof Post>;

/** Posts that people wrote for everybody. */
const FOR_EVERYBODY = new Set([1, 2]);

export type DiscourseNames = {
  /** Names of categories by their id. */
  categories: ReadonlyMap<number, string>;
  /** Address of the forum without a slash at its end; null when nobody told it. */
  from: string | null;
};

type Made = { ok: true; value: Record<string, unknown>; notes: string[] } | { ok: false; reason: string };

/** One topic as a thread of an import (lib/forum/schema.ts). What not everybody could read there is left out: whispers,
 * hidden and removed posts, unlisted topics and private messages. */
export function topicToThread(given: unknown, { categories, from }: DiscourseNames): Made {
  const parsed = Topic.safeParse(given);
  if (!parsed.success) return { ok: false, reason: problemOf(parsed.error.issues) };
  const topic = parsed.data;
  if (topic.archetype === 'private_message') return { ok: false, reason: 'it is a private message' };
  if (topic.visible === false || topic.deleted_at) return { ok: false, reason: 'it is unlisted or deleted' };
  const notes: string[] = [];
  const posts = readPosts(topic.post_stream.posts, notes);
  const missing = (topic.post_stream.stream?.length ?? 0) - topic.post_stream.posts.length;
  if (missing > 0) notes.push(`${missing} posts of the topic are not in the file`);
  const [question, ...replies] = posts;
  if (question?.post_number !== 1) return { ok: false, reason: 'its first post is missing or not public' };
  const solved = new Set(
    [topic.accepted_answer, ...(topic.accepted_answers ?? [])].flatMap((one) =>
      one ? [one.post_number] : [],
    ),
  );
  const place = `discourse:${from ?? ''}`;
  const postOf = (post: Post) => ({
    body: bodyOf(post, from),
    author: post.username,
    authorUrl: from && post.username ? `${from}/u/${encodeURIComponent(post.username)}` : null,
    createdAt: post.created_at,
  });
  return {
    ok: true,
    notes,
    value: {
      sourceId: `${place}:topic:${topic.id}`,
      sourceUrl: from ? `${from}/t/${topic.slug || '-'}/${topic.id}` : null,
      title: topic.title,
      category: categories.get(topic.category_id ?? -1) ?? null,
      tags: (topic.tags ?? []).map((tag) => (typeof tag === 'string' ? tag : tag.name)),
      ...postOf(question),
      createdAt: question.created_at ?? topic.created_at,
      replies: replies.map((post) => ({
        ...postOf(post),
        sourceId: `${place}:post:${post.id}`,
        accepted: post.accepted_answer === true || solved.has(post.post_number),
      })),
    },
  };
}

function readPosts(given: unknown[], notes: string[]): Post[] {
  const posts: Post[] = [];
  for (const one of given) {
    const parsed = Post.safeParse(one);
    if (!parsed.success) notes.push(`a post is left out: ${problemOf(parsed.error.issues)}`);
    else if (isForEverybody(parsed.data)) posts.push(parsed.data);
  }
  return posts.sort((a, b) => a.post_number - b.post_number);
}

function isForEverybody(post: Post): boolean {
  const isGone = post.hidden || post.user_deleted || post.deleted_at;
  const hasWords = `${post.raw ?? ''}${post.cooked ?? ''}`.trim() !== '';
  return FOR_EVERYBODY.has(post.post_type) && !isGone && hasWords;
}

/** Its Markdown; where that is missing, or names files in a way only Discourse understands, its HTML. */
function bodyOf({ raw, cooked }: Post, from: string | null): string {
  const isWhole = raw && !(cooked && raw.includes('upload://'));
  if (!isWhole && cooked) return cookedToMarkdown(cooked, from);
  return quotesToMarkdown(raw ?? '');
}

const QUOTE = /^\[quote(?:="([^"\n]{0,300})")?\][ \t]*$/i;

/** Discourse's quotes stand on lines of their own: [quote="user1, post:2, topic:5"] … [/quote]. */
function quotesToMarkdown(raw: string): string {
  const lines: string[] = [];
  let depth = 0;
  let fence = '';
  for (const line of raw.replace(/\r\n?/g, '\n').split('\n')) {
    const mark = /^ {0,3}(```+|~~~+)/.exec(line)?.[1] ?? '';
    if (mark !== '') fence = fence === '' ? mark : mark.startsWith(fence) ? '' : fence;
    const opening = fence === '' ? QUOTE.exec(line) : null;
    const isEnd = fence === '' && depth > 0 && /^\[\/quote\][ \t]*$/i.test(line);
    if (opening) {
      depth = Math.min(depth + 1, 20);
      const author = (opening[1] ?? '').replace(/,.*$/s, '').trim();
      lines.push('', ...(author === '' ? [] : [`${'> '.repeat(depth)}${bbcodeToMarkdown(author)}:`]));
    } else if (isEnd) {
      depth -= 1;
      lines.push(depth === 0 ? '' : '> '.repeat(depth).trimEnd());
    } else lines.push(`${'> '.repeat(depth)}${line}`.trimEnd());
  }
  return lines.join('\n').trim();
}

function problemOf(issues: readonly { path: PropertyKey[]; message: string }[]): string {
  const [issue] = issues;
  return `${issue?.path.map(String).join('.') || 'the topic'}: ${issue?.message ?? 'cannot be read'}`;
}
