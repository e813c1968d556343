import type { Actor } from '@/lib/accounts/schema';
import { db } from '@/lib/db/client';
import { excerptOf, threadHref } from '@/lib/forum/rules';
import { canModerate } from '@/lib/moderation/policy';
import type { PostKindName } from '@/lib/moderation/schema';
import { PER_PAGE } from '@/lib/web/page-number';

/** A post as the desk lists it. */
export type ModeratedPost = {
  kind: PostKindName;
  id: string;
  title: string;
  excerpt: string;
  href: string;
  author: string;
  isHidden: boolean;
};

export type FlaggedPost = ModeratedPost & { flags: { by: string; reason: string; at: Date }[] };
export type HiddenPost = ModeratedPost & { by: string; reason: string; at: Date };
export type LogLine = {
  id: string;
  action: string;
  subjectKind: string;
  /** What it was done to, in words, and where that is, when it is a post. */
  subject: string;
  href: string | null;
  by: string;
  reason: string;
  at: Date;
};
type Page<T> = { items: T[]; total: number; page: number; perPage: number };

/** Open flags looked at in one go; more are shown when these are done. */
const OPEN_FLAGS = 200;

const threadFields = {
  id: true,
  slug: true,
  title: true,
  body: true,
  author: { select: { name: true } },
  hiding: { select: { id: true } },
} as const;
const replyFields = {
  id: true,
  body: true,
  author: { select: { name: true } },
  hiding: { select: { id: true } },
  thread: { select: { id: true, slug: true, title: true } },
} as const;

type ThreadRow = {
  id: string;
  slug: string;
  title: string;
  body: string;
  author: { name: string };
  hiding: { id: string } | null;
};
type ReplyRow = Omit<ThreadRow, 'slug' | 'title'> & { thread: { id: string; slug: string; title: string } };

function threadLine(row: ThreadRow): ModeratedPost {
  return {
    kind: 'thread',
    id: row.id,
    title: row.title,
    excerpt: excerptOf(row.body),
    href: threadHref(row),
    author: row.author.name,
    isHidden: row.hiding !== null,
  };
}

function replyLine(row: ReplyRow): ModeratedPost {
  return {
    kind: 'reply',
    id: row.id,
    title: row.thread.title,
    excerpt: excerptOf(row.body),
    href: `${threadHref(row.thread)}?reply=${row.id}`,
    author: row.author.name,
    isHidden: row.hiding !== null,
  };
}

function postOf(row: { thread: ThreadRow | null; reply: ReplyRow | null }): ModeratedPost | null {
  if (row.thread) return threadLine(row.thread);
  return row.reply ? replyLine(row.reply) : null;
}

/** Posts with open flags, those flagged first on top; nothing for people without a desk. */
export async function flaggedPosts(actor: Actor | null): Promise<FlaggedPost[]> {
  if (!canModerate(actor)) return [];
  const flags = await db.flag.findMany({
    where: { handledAt: null },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    take: OPEN_FLAGS,
    select: {
      reason: true,
      at: true,
      by: { select: { name: true } },
      thread: { select: threadFields },
      reply: { select: replyFields },
    },
  });
  const posts = new Map<string, FlaggedPost>();
  for (const flag of flags) {
    const post = postOf(flag);
    if (!post) continue;
    const found = posts.get(post.id) ?? { ...post, flags: [] };
    found.flags.push({ by: flag.by.name, reason: flag.reason, at: flag.at });
    posts.set(post.id, found);
  }
  return [...posts.values()];
}

/** How many posts wait with an open flag, however many flags are on each; for the desk's menu and morning page. */
export async function flaggedPostCount(): Promise<number> {
  const [row] = await db.$queryRaw<{ posts: number | bigint }[]>`SELECT COUNT(*) AS "posts" FROM (
    SELECT DISTINCT f."threadId", f."replyId" FROM "Flag" f WHERE f."handledAt" IS NULL) AS "flagged"`;
  return Number(row?.posts ?? 0);
}

/** Hidden posts, the last hidden first; nothing for people without a desk. */
export async function hiddenPosts(actor: Actor | null, page: number): Promise<Page<HiddenPost>> {
  if (!canModerate(actor)) return { items: [], total: 0, page, perPage: PER_PAGE };
  const [rows, total] = await Promise.all([
    db.hiding.findMany({
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      skip: (page - 1) * PER_PAGE,
      take: PER_PAGE,
      select: {
        reason: true,
        at: true,
        by: { select: { name: true } },
        thread: { select: threadFields },
        reply: { select: replyFields },
      },
    }),
    db.hiding.count(),
  ]);
  const items = rows.flatMap((row) => {
    const post = postOf(row);
    return post ? [{ ...post, by: row.by.name, reason: row.reason, at: row.at }] : [];
  });
  return { items, total, page, perPage: PER_PAGE };
}

/** The log, newest first; nothing for people without a desk. */
export async function moderationLog(actor: Actor | null, page: number): Promise<Page<LogLine>> {
  if (!canModerate(actor)) return { items: [], total: 0, page, perPage: PER_PAGE };
  const [rows, total] = await Promise.all([
    db.moderationEntry.findMany({
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      skip: (page - 1) * PER_PAGE,
      take: PER_PAGE,
      include: { by: { select: { name: true } } },
    }),
    db.moderationEntry.count(),
  ]);
  const subjects = await subjectsOf(rows);
  const items = rows.map((row) => {
    const subject = subjects.get(row.subjectId);
    return {
      id: row.id,
      action: row.action,
      subjectKind: row.subjectKind,
      subject: subject?.words ?? row.subjectId,
      href: subject?.href ?? null,
      by: row.by.name,
      reason: row.reason,
      at: row.at,
    };
  });
  return { items, total, page, perPage: PER_PAGE };
}

type Subject = { words: string; href: string | null };

async function subjectsOf(
  rows: readonly { subjectKind: string; subjectId: string }[],
): Promise<Map<string, Subject>> {
  const idsOf = (kind: string) => rows.filter((row) => row.subjectKind === kind).map((row) => row.subjectId);
  const [threads, replies, people] = await Promise.all([
    db.thread.findMany({ where: { id: { in: idsOf('thread') } }, select: threadFields }),
    db.reply.findMany({ where: { id: { in: idsOf('reply') } }, select: replyFields }),
    db.person.findMany({ where: { id: { in: idsOf('person') } }, select: { id: true, name: true } }),
  ]);
  const posts = [...threads.map(threadLine), ...replies.map(replyLine)];
  return new Map<string, Subject>([
    ...posts.map((post): [string, Subject] => [post.id, { words: post.title, href: post.href }]),
    ...people.map((person): [string, Subject] => [
      person.id,
      { words: person.name, href: `/u/${encodeURIComponent(person.name)}` },
    ]),
  ]);
}
