import { db, Prisma } from '@/lib/db/client';
import type { Tx } from '@/lib/db/transaction';
import { slugify } from '@/lib/slug';

/** What the site itself knows of an author, beside the name. Drawn from rows, never from what somebody says. */
export type Standing = {
  /** Address of the picture; null for the initials. */
  avatar: string | null;
  verifiedBuyer: boolean;
  /** What they bought, as slugs, to compare with the tags of one thread; it never leaves this room. */
  products: readonly string[];
};

/** Between two products: cleaned text never has it. */
const ENTRY = '\u001e';

/** Somebody paid for an order with the proven address of the person `p`. This is the one rule of trust: the badge tells it, and
 * the limits of posting ask it. A refunded buyer bought as well: it says where the experience comes from, not who kept the
 * goods. Addresses are compared inside the statement and are in no answer. */
const hasPaid = Prisma.sql`EXISTS (
  SELECT 1 FROM "Order" o WHERE o."email" = p."email" AND o."paidAt" IS NOT NULL)`;

/** Whether the person `p` wears the badge: a buyer who did not switch it off. */
export const isVerifiedBuyer = Prisma.sql`(p."showsPurchases" = TRUE AND ${hasPaid})`;

/** Whether somebody is a buyer, whatever they show of it. */
export async function isBuyer(tx: Tx, personId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<
    unknown[]
  >`SELECT 1 FROM "Person" p WHERE p."id" = ${personId} AND ${hasPaid}`;
  return rows.length > 0;
}

/** Whether a buyer reported the post with this condition on the flag `f`, and the shop has not looked yet. */
export const isReportedByBuyer = (post: Prisma.Sql): Prisma.Sql => Prisma.sql`EXISTS (
  SELECT 1 FROM "Flag" f JOIN "Person" p ON p."id" = f."byId" WHERE f."handledAt" IS NULL AND ${post} AND ${hasPaid})`;

/** The ids of replies that a buyer reported and the shop has not looked at yet. */
export const repliesReportedByBuyers = Prisma.sql`SELECT f."replyId" FROM "Flag" f JOIN "Person" p ON p."id" = f."byId"
  WHERE f."handledAt" IS NULL AND f."replyId" IS NOT NULL AND ${hasPaid}`;

/** How many buyers reported a post that the shop has not looked at yet. */
export async function buyersWhoReported(
  tx: Tx,
  post: { threadId: string } | { replyId: string },
): Promise<number> {
  const isPost =
    'threadId' in post
      ? Prisma.sql`f."threadId" = ${post.threadId}`
      : Prisma.sql`f."replyId" = ${post.replyId}`;
  const rows = await tx.$queryRaw<unknown[]>`SELECT f."id" FROM "Flag" f JOIN "Person" p ON p."id" = f."byId"
    WHERE f."handledAt" IS NULL AND ${isPost} AND ${hasPaid}`;
  return rows.length;
}

/** File name of the picture of the person `p`. */
export const avatarFile = Prisma.sql`(SELECT f."fileName" FROM "UploadUse" u JOIN "Upload" f ON f."id" = u."uploadId"
  WHERE u."personId" = p."id")`;

const products = Prisma.sql`(SELECT string_agg(i."name", ${ENTRY}) FROM "Order" o JOIN "OrderItem" i ON i."orderId" = o."id"
  WHERE p."showsPurchases" = TRUE AND o."email" = p."email" AND o."paidAt" IS NOT NULL)`;

type Row = { id: string; avatar: string | null; buyer: boolean | number | bigint; products: string | null };

/** The standings of everybody on one page, in one statement.
 * @param tags of the thread that is shown; without any, nobody's products are read */
export async function standingsOf(
  personIds: readonly string[],
  tags: readonly { slug: string }[] = [],
): Promise<Map<string, Standing>> {
  const ids = [...new Set(personIds)];
  if (ids.length === 0) return new Map();
  const bought = tags.length > 0 ? products : Prisma.sql`NULL`;
  const rows = await db.$queryRaw<Row[]>`
    SELECT p."id", ${avatarFile} AS "avatar", ${isVerifiedBuyer} AS "buyer", ${bought} AS "products"
    FROM "Person" p WHERE p."id" IN (${Prisma.join(ids)})`;
  return new Map(rows.map((row) => [row.id, standingOf(row)]));
}

/** A row's columns as a standing. */
export function standingOf(row: Omit<Row, 'id'>): Standing {
  return {
    avatar: avatarHref(row.avatar),
    verifiedBuyer: Boolean(row.buyer),
    products: (row.products ?? '').split(ENTRY).flatMap((name) => (name ? [slugify(name)] : [])),
  };
}

/** Where a picture is read. */
export function avatarHref(fileName: string | null): string | null {
  return fileName === null ? null : `/uploads/${fileName}`;
}
