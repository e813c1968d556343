import { later, now } from '@/lib/clock';
import { hoursSince, Prisma } from '@/lib/db/client';
import { isOwn, type Own, ownIds } from '@/lib/forum/own-lists';
import type { StateFilter } from '@/lib/forum/queries';
import { AGE_COUNTS_FROM, AGE_COUNTS_UP_TO, HOURS_COUNTED_AT_MOST } from '@/lib/forum/rules';
import { PER_PAGE } from '@/lib/web/page-number';

/** Which threads stand on a page of a list, as parts of a statement. */
export type Choice = {
  /** What follows WITH; `chosen` is the last of them and has the ids of the page, each with its `urgency`. */
  named: Prisma.Sql;
  /** How many threads the whole list has, as far as they are counted. */
  total: Prisma.Sql;
};
export type Part = { take: number; skip: number };

/** Twenty pages: nobody needs to know how many there are beyond, and each that is counted is read. Of a million replies'
 * threads three thousand would cost 10 ms, more than everything else of the list. */
export const COUNTED_AT_MOST = 20 * PER_PAGE;
/** Of the questions younger than two weeks so many are ranked, those of the most people; a shop with more has other worries. */
const YOUNG_AT_MOST = 3000;

export const T = Prisma.sql`"Thread" t`;
/** "= TRUE", here and below: SQLite would take an index for a condition that nearly every thread meets, and sort all. */
export const isListed = Prisma.sql`(t."mergedIntoId" IS NULL) = TRUE
  AND NOT EXISTS (SELECT 1 FROM "Hiding" h WHERE h."threadId" = t."id")`;

/** A duplicate waits for nothing: its target does. */
const isNoDuplicate = Prisma.sql`NOT EXISTS (SELECT 1 FROM "DuplicateLink" d WHERE d."threadId" = t."id")`;
export const isOpen = Prisma.sql`t."acceptedCount" = 0 AND ${isNoDuplicate}`;

/** Unanswered threads are few among the unsolved ones: they are found by their replies. */
const isUnanswered = Prisma.sql`t."replyCount" = 0 AND (t."acceptedCount" = 0) = TRUE AND ${isNoDuplicate}`;

/** Every third thread is solved: read in the order of the list, few are passed over; sorting would begin with all of them.
 * Counting needs no order, and takes the index of the solved ones. */
const isSolved = {
  inOrder: Prisma.sql`(t."acceptedCount" > 0) = TRUE`,
  counted: Prisma.sql`t."acceptedCount" > 0`,
};

const states: Record<StateFilter, { inOrder: Prisma.Sql; counted: Prisma.Sql }> = {
  solved: isSolved,
  unsolved: { inOrder: isOpen, counted: isOpen },
  unanswered: { inOrder: isUnanswered, counted: isUnanswered },
};

export type Wanted = {
  /** Ids. */
  categoryId?: string;
  tagId?: string;
  state?: StateFilter;
  own?: Own;
};

/** One page of the threads that are wanted: unsolved ones by how much they press, others by their last activity. */
export function chooseThreads(wanted: Wanted, part: Part): Choice {
  const { categoryId, tagId, state, own } = wanted;
  const ownSet = own && !own.isWide ? ownIds(own) : null;
  const shared = [isListed];
  if (categoryId !== undefined) shared.push(Prisma.sql`t."categoryId" = ${categoryId}`);
  if (own?.isWide) shared.push(isOwn(own));
  if (tagId !== undefined && ownSet) shared.push(hasTag(tagId));
  const where = (kind: 'inOrder' | 'counted') => all(...shared, ...(state ? [states[state][kind]] : []));
  const isByUrgency = state === 'unsolved';
  if (ownSet) return fromSet(ownSet, where('inOrder'), isByUrgency, part);
  if (tagId !== undefined) return fromSet(idsWithTag(tagId), where('inOrder'), isByUrgency, part);
  // Of all that is on a wide list there are more than are counted; of a part of it, that has to be found out.
  const isMore = own?.isWide && !state && categoryId === undefined;
  return {
    named: isByUrgency ? byUrgency(where('inOrder'), part) : byActivity(where('inOrder'), part),
    total: isMore
      ? Prisma.sql`${COUNTED_AT_MOST + 1}`
      : Prisma.sql`(SELECT COUNT(*) FROM (
          SELECT 1 FROM ${T} WHERE ${where('counted')} LIMIT ${COUNTED_AT_MOST + 1}) AS counted)`,
  };
}

const all = (...conditions: Prisma.Sql[]) => Prisma.join(conditions, ' AND ');

const hasTag = (tagId: string) =>
  Prisma.sql`EXISTS (SELECT 1 FROM "ThreadTag" x WHERE x."threadId" = t."id" AND x."tagId" = ${tagId})`;

const idsWithTag = (tagId: string) =>
  Prisma.sql`SELECT x."threadId" AS "id" FROM "ThreadTag" x WHERE x."tagId" = ${tagId}`;

/** Threads of a set of ids that is small beside the forum. Each is looked up by its id, by an inner question: asked to join,
 * PostgreSQL reads the whole table as soon as the set has some hundreds. Looked at once, it is counted as well. */
function fromSet(ids: Prisma.Sql, where: Prisma.Sql, isByUrgency: boolean, { take, skip }: Part): Choice {
  const urgency = isByUrgency
    ? Prisma.sql`(SELECT ${urgencyAt(now())} FROM ${T} WHERE t."id" = member."id")`
    : Prisma.sql`0`;
  return {
    named: Prisma.sql`found AS MATERIALIZED (
        SELECT member."id", ${urgency} AS "urgency",
          (SELECT t."lastActivityAt" FROM ${T} WHERE t."id" = member."id" AND ${where}) AS "lastActivityAt"
        FROM (${ids}) AS member),
      chosen AS (SELECT "id", "urgency" FROM found WHERE "lastActivityAt" IS NOT NULL
        ORDER BY "urgency" DESC, "lastActivityAt" DESC, "id" DESC LIMIT ${take} OFFSET ${skip})`,
    total: Prisma.sql`(SELECT COUNT(*) FROM found WHERE "lastActivityAt" IS NOT NULL)`,
  };
}

/** The threads that moved last, read from an index. */
export function byActivity(where: Prisma.Sql, { take, skip }: Part): Prisma.Sql {
  return Prisma.sql`chosen AS (SELECT t."id", 0 AS "urgency" FROM ${T} WHERE ${where}
    ORDER BY t."lastActivityAt" DESC, t."id" DESC LIMIT ${take} OFFSET ${skip})`;
}

/** `byUrgency` of the rules without looking at every open question: from two weeks on age counts no further, so the old
 * ones come from an index by people affected, no more than the page can show. A young one stands before the last of these
 * only when it affects more people, and there are few such: those are ranked among them. */
export function byUrgency(where: Prisma.Sql, { take, skip }: Part): Prisma.Sql {
  const at = now();
  const old = later(at, -AGE_COUNTS_UP_TO);
  const most = take + skip;
  return Prisma.sql`grown AS MATERIALIZED (
      SELECT t."id", t."lastActivityAt", t."meTooCount" FROM ${T} WHERE ${where} AND (t."createdAt" <= ${old}) = TRUE
      ORDER BY t."meTooCount" DESC, t."lastActivityAt" DESC LIMIT ${most}),
    fresh AS MATERIALIZED (
      SELECT t."id", t."lastActivityAt", ${urgencyAt(at)} AS "urgency" FROM ${T}
      WHERE ${where} AND t."createdAt" > ${old} AND t."meTooCount" > (
        SELECT CASE WHEN COUNT(*) < ${most} THEN -1 ELSE MIN("meTooCount") END FROM grown)
      ORDER BY t."meTooCount" DESC, t."lastActivityAt" DESC LIMIT ${YOUNG_AT_MOST}),
    chosen AS (SELECT "id", "urgency" FROM (
        SELECT "id", "lastActivityAt", (1 + "meTooCount") * ${HOURS_AT_MOST} AS "urgency" FROM grown
        UNION ALL SELECT "id", "lastActivityAt", "urgency" FROM fresh) AS candidates
      ORDER BY "urgency" DESC, "lastActivityAt" DESC, "id" DESC LIMIT ${take} OFFSET ${skip})`;
}

/** With its point, so that no database counts in whole hours. */
const HOURS_AT_MOST = Prisma.raw(`${HOURS_COUNTED_AT_MOST}.0`);

/** `urgencyOf` of the rules. */
function urgencyAt(at: Date): Prisma.Sql {
  return Prisma.sql`(1 + t."meTooCount") * (CASE
    WHEN t."createdAt" <= ${later(at, -AGE_COUNTS_UP_TO)} THEN ${HOURS_AT_MOST}
    WHEN t."createdAt" > ${later(at, -AGE_COUNTS_FROM)} THEN 1
    ELSE ${hoursSince(Prisma.sql`t."createdAt"`, at)} END)`;
}
