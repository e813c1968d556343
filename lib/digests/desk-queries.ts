import type { Actor } from '@/lib/accounts/schema';
import { db } from '@/lib/db/client';
import { canDraft, canEdit, canPublish } from '@/lib/digests/policy';
import { isPublished, publishedFields, readableBody } from '@/lib/digests/queries';
import { renderMarkdown } from '@/lib/markdown';
import { PER_PAGE } from '@/lib/web/page-number';

export type DeskDigest = {
  date: string;
  title: string;
  /** Markdown, as written. */
  body: string;
  /** As readers see it: without what they may not see. */
  html: string;
  windowStart: Date;
  windowEnd: Date;
  updatedAt: Date;
  /** Whether somebody changed the words of the draft. */
  isEdited: boolean;
  publishedAt: Date | null;
  can: { edit: boolean; publish: boolean };
};

/** A digest as the desk sees it, draft or published; null when there is none or the actor has no desk. */
export async function digestDraft(date: string, actor: Actor): Promise<DeskDigest | null> {
  if (!canDraft(actor)) return null;
  const row = await db.digest.findUnique({ where: { date }, include: { publication: true } });
  if (!row) return null;
  const publishedAt = row.publication?.at ?? null;
  return {
    date: row.date,
    title: row.title,
    body: row.body,
    html: renderMarkdown(await readableBody(row.body)),
    windowStart: row.windowStart,
    windowEnd: row.windowEnd,
    updatedAt: row.updatedAt,
    isEdited: row.updatedAt > row.createdAt,
    publishedAt,
    can: {
      edit: canEdit(actor, { isPublished: publishedAt !== null }),
      publish: publishedAt === null && canPublish(actor),
    },
  };
}

/** Every digest for the desk's list, the newest day first. */
export async function deskDigests(page: number) {
  const [rows, total] = await Promise.all([
    db.digest.findMany({
      orderBy: { date: 'desc' },
      skip: (page - 1) * PER_PAGE,
      take: PER_PAGE,
      select: publishedFields,
    }),
    db.digest.count(),
  ]);
  const items = rows.map((row) => ({
    date: row.date,
    title: row.title,
    updatedAt: row.updatedAt,
    publishedAt: row.publication?.at ?? null,
  }));
  return { items, page, perPage: PER_PAGE, total };
}

/** The end of what the published digests have told, for the window of the next; null before the first. */
export async function lastPublishedEnd(): Promise<Date | null> {
  const row = await db.digest.findFirst({
    where: isPublished,
    orderBy: { windowEnd: 'desc' },
    select: { windowEnd: true },
  });
  return row?.windowEnd ?? null;
}

export type ProblemFacts = {
  id: string;
  authorId: string;
  meToos: { personId: string }[];
  /** The thread that this one was marked as a duplicate of. */
  duplicateOfId: string | null;
  article: { slug: string; title: string } | null;
};

/** Who is touched by these threads, what they are duplicates of and which article they became, for counting people once. */
export async function problemFacts(threadIds: readonly string[]): Promise<ProblemFacts[]> {
  const rows = await db.thread.findMany({
    where: { id: { in: [...threadIds] }, hiding: null, mergedIntoId: null },
    select: {
      id: true,
      authorId: true,
      meToos: { select: { personId: true } },
      duplicateOf: { select: { targetId: true } },
      article: { select: { slug: true, title: true, state: true } },
    },
  });
  return rows.map(({ article, duplicateOf, ...row }) => ({
    ...row,
    duplicateOfId: duplicateOf?.targetId ?? null,
    article: article?.state === 'published' ? { slug: article.slug, title: article.title } : null,
  }));
}

/** What a command needs to know of a day's digest before it touches it; null when there is none. */
export async function draftState(
  date: string,
): Promise<{ updatedAt: Date; isEdited: boolean; isPublished: boolean; body: string } | null> {
  const row = await db.digest.findUnique({
    where: { date },
    select: { createdAt: true, updatedAt: true, body: true, publication: { select: { id: true } } },
  });
  if (!row) return null;
  const isEdited = row.updatedAt > row.createdAt;
  return { updatedAt: row.updatedAt, isEdited, isPublished: row.publication !== null, body: row.body };
}

/** When a day's digest was saved last, as forms carry it; undefined when there is none. */
export async function savedAt(date: string): Promise<string | undefined> {
  const row = await db.digest.findUnique({ where: { date }, select: { updatedAt: true } });
  return row?.updatedAt.toISOString();
}
