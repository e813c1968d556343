import type { Actor } from '@/lib/accounts/schema';
import { Prisma } from '@/lib/db/client';
import { canSee } from '@/lib/forum/policy';

/** Between the parts of a tag, and between tags: cleaned text never has them. */
const [PART, ENTRY] = ['\u001f', '\u001e'];

/** The tags of the thread `t` in one column; `readTags` reads it. */
export const tagsColumn = Prisma.sql`(SELECT string_agg(g."slug" || ${PART} || g."name", ${ENTRY}) FROM "ThreadTag" x
  JOIN "Tag" g ON g."id" = x."tagId" WHERE x."threadId" = t."id")`;

export function readTags(column: string | null): { slug: string; name: string }[] {
  return (column ?? '').split(ENTRY).flatMap((entry) => {
    const [slug, name] = entry.split(PART);
    return slug && name ? [{ slug, name }] : [];
  });
}

const seesHidden = (actor: Actor | null) => canSee(actor, { authorId: '', isHidden: true });

/** `visibleThreads` about the thread that a statement calls so. */
export function isVisibleThread(name: 't' | 'o', actor: Actor | null): Prisma.Sql {
  const thread = Prisma.raw(name);
  const isHere = Prisma.sql`${thread}."mergedIntoId" IS NULL`;
  if (seesHidden(actor)) return isHere;
  const isShown = Prisma.sql`NOT EXISTS (SELECT 1 FROM "Hiding" v WHERE v."threadId" = ${thread}."id")`;
  if (!actor) return Prisma.sql`${isHere} AND ${isShown}`;
  return Prisma.sql`${isHere} AND (${isShown} OR ${thread}."authorId" = ${actor.id})`;
}

/** `visibleReplies` about the reply that a statement calls `r`. */
export function isVisibleReply(actor: Actor | null): Prisma.Sql {
  if (seesHidden(actor)) return Prisma.sql`TRUE`;
  const isShown = Prisma.sql`NOT EXISTS (SELECT 1 FROM "Hiding" v WHERE v."replyId" = r."id")`;
  return actor ? Prisma.sql`(${isShown} OR r."authorId" = ${actor.id})` : isShown;
}

/** SQLite gives a column of an inner question back as it is stored. */
export function dateOrNull(value: Date | string | null): Date | null {
  return value === null ? null : new Date(value);
}
