import { later, MINUTE, now } from '@/lib/clock';
import { db, Prisma } from '@/lib/db/client';
import { TRANSITIONS } from '@/lib/refunds/rules';

/** What must be true of the money whatever was done, as SQL that finds what breaks it; the same on both databases. */
const ALWAYS: Record<string, () => Prisma.Sql> = {
  'more is refunded, or on its way, than was paid': () => Prisma.sql`
    SELECT o."number" AS what FROM "Order" o JOIN "Refund" r ON r."orderId" = o."id"
    WHERE r."state" NOT IN ('failed', 'canceled')
    GROUP BY o."id", o."number", o."capturedMinor" HAVING SUM(r."amountMinor") > o."capturedMinor"`,

  'an item is refunded more often than it was bought': () => Prisma.sql`
    SELECT i."id" AS what FROM "OrderItem" i JOIN "RefundLine" l ON l."orderItemId" = i."id"
    JOIN "Refund" r ON r."id" = l."refundId" WHERE r."state" NOT IN ('failed', 'canceled')
    GROUP BY i."id", i."quantity" HAVING SUM(l."quantity") > i."quantity"`,

  'two refunds have one name at the provider': () => Prisma.sql`
    SELECT "providerRefundId" AS what FROM "Refund" WHERE "providerRefundId" IS NOT NULL
    GROUP BY "providerRefundId" HAVING COUNT(*) > 1`,

  'two refunds have one key': () => Prisma.sql`
    SELECT "idempotencyKey" AS what FROM "Refund" GROUP BY "idempotencyKey" HAVING COUNT(*) > 1`,

  'a refund is in another currency than its order': () => Prisma.sql`
    SELECT r."id" AS what FROM "Refund" r JOIN "Order" o ON o."id" = r."orderId" WHERE r."currency" <> o."currency"`,

  'it is done, but nobody at a provider and no owner did it': () => Prisma.sql`
    SELECT r."id" AS what FROM "Refund" r WHERE r."state" = 'succeeded'
    AND (r."providerRefundId" IS NULL OR r."provider" = 'manual')
    AND NOT EXISTS (SELECT 1 FROM "RefundEvent" e WHERE e."refundId" = r."id" AND e."cause" IN ('ticked', 'import'))`,

  'it has been at the provider for more than five minutes, and nobody looks': () => Prisma.sql`
    SELECT "id" AS what FROM "Refund"
    WHERE "state" = 'submitting' AND "lastAttemptAt" < ${later(now(), -5 * MINUTE)}`,

  'a timeline has a gap': () => Prisma.sql`
    SELECT "refundId" AS what FROM "RefundEvent" GROUP BY "refundId" HAVING MIN("position") <> 0 OR MAX("position") <> COUNT(*) - 1`,

  'a step does not begin where the one before ended': () => Prisma.sql`
    SELECT e."refundId" AS what FROM "RefundEvent" e
    LEFT JOIN "RefundEvent" b ON b."refundId" = e."refundId" AND b."position" = e."position" - 1
    WHERE COALESCE(CAST(e."fromState" AS TEXT), 'new') <> COALESCE(CAST(b."toState" AS TEXT), 'new')`,

  'a refund stands elsewhere than its last step says': () => Prisma.sql`
    SELECT r."id" AS what FROM "Refund" r WHERE NOT EXISTS (SELECT 1 FROM "RefundEvent" e
      WHERE e."refundId" = r."id" AND e."toState" = r."state"
      AND e."position" = (SELECT MAX("position") FROM "RefundEvent" WHERE "refundId" = r."id"))`,

  'a step was taken that the table does not know': () => Prisma.sql`
    WITH legal (came, went, why) AS (VALUES ${Prisma.join(legalSteps())})
    SELECT e."refundId" AS what FROM "RefundEvent" e WHERE NOT EXISTS (SELECT 1 FROM legal
      WHERE came = COALESCE(CAST(e."fromState" AS TEXT), 'new') AND went = CAST(e."toState" AS TEXT) AND why = e."cause")`,

  'it is done, and its receipt is missing': () => Prisma.sql`
    SELECT r."id" AS what FROM "Refund" r WHERE r."state" = 'succeeded' AND r."requestedVia" <> 'provider'
    AND (SELECT COUNT(*) FROM "CreditNote" n WHERE n."refundId" = r."id") % 2 = 0`,

  'it is not done, and its receipt stands': () => Prisma.sql`
    SELECT r."id" AS what FROM "Refund" r WHERE r."state" <> 'succeeded'
    AND (SELECT COUNT(*) FROM "CreditNote" n WHERE n."refundId" = r."id") % 2 = 1`,

  'the numbers of a year of receipts have a gap': () => Prisma.sql`
    SELECT CAST("year" AS TEXT) AS what FROM "CreditNote" GROUP BY "year" HAVING MIN("number") <> 1 OR MAX("number") <> COUNT(*)`,

  'it was mailed to be done, or to have failed, and never was': () => Prisma.sql`
    SELECT r."id" AS what FROM "Refund" r JOIN "Mail" m
      ON m."dedupeKey" = 'refund-succeeded:' || r."id" OR m."dedupeKey" = 'refund-failed:' || r."id"
    WHERE NOT EXISTS (SELECT 1 FROM "RefundEvent" e WHERE e."refundId" = r."id"
      AND (CAST(e."toState" AS TEXT) = 'succeeded' OR m."dedupeKey" LIKE 'refund-failed:%')
      AND (CAST(e."toState" AS TEXT) IN ('failed', 'canceled') OR m."dedupeKey" LIKE 'refund-succeeded:%'))`,

  'the pretend provider paid one refund twice': () => Prisma.sql`
    SELECT p."refundId" AS what FROM "PretendRefund" p JOIN "Refund" r ON r."id" = p."refundId"
    GROUP BY p."refundId" HAVING COUNT(*) > 1`,

  'the pretend provider paid something else than was asked for': () => Prisma.sql`
    SELECT r."id" AS what FROM "Refund" r JOIN "PretendRefund" p ON p."refundId" = r."id"
    WHERE p."amountMinor" <> r."amountMinor" OR p."currency" <> r."currency" OR p."paymentRef" <> r."paymentRef"`,

  // What the bank sent back is with the shop again, and may be paid anew.
  'the pretend provider paid back more than was paid': () => Prisma.sql`
    SELECT o."number" AS what FROM "Order" o JOIN "PretendRefund" p ON p."paymentRef" = o."paymentRef"
    WHERE p."paymentRef" NOT LIKE 'pretend_fail_later%' AND p."paymentRef" NOT LIKE 'pretend_bounce%'
    GROUP BY o."id", o."number", o."capturedMinor" HAVING SUM(p."amountMinor") > o."capturedMinor"`,
};

/** Once everything that was due is done, nobody waits for a word or an answer either. */
const WHEN_QUIET: Record<string, () => Prisma.Sql> = {
  'it came to an end, and its one mail is missing': () => Prisma.sql`
    SELECT r."id" AS what FROM "Refund" r
    WHERE r."requestedVia" <> 'provider' AND r."state" IN ('succeeded', 'failed', 'canceled', 'disputed')
    AND (SELECT COUNT(*) FROM "Mail" m WHERE m."dedupeKey" = CASE
        WHEN r."state" = 'succeeded' THEN 'refund-succeeded:'
        WHEN r."state" = 'disputed' THEN 'refund-disputed:'
        WHEN r."state" = 'canceled' AND r."attempts" = 0 THEN 'refund-taken-back:'
        ELSE 'refund-failed:' END || r."id") <> 1`,

  'it was approved, and its one acknowledgement is missing': () => Prisma.sql`
    SELECT r."id" AS what FROM "Refund" r WHERE r."requestedVia" <> 'provider' AND r."state" <> 'canceled'
    AND EXISTS (SELECT 1 FROM "RefundEvent" e WHERE e."refundId" = r."id" AND e."toState" = 'requested')
    AND (SELECT COUNT(*) FROM "Mail" m WHERE m."dedupeKey" = 'refund-approved:' || r."id") <> 1`,

  'a job was given up': () => Prisma.sql`
    SELECT "event" || ' ' || COALESCE("lastError", '') AS what FROM "Job" WHERE "state" = 'parked'`,
};

/** Asks all of them. @param quiet whether everything that was due has been done
 * @returns one line each for what is broken: the rule and whom it is about */
export async function brokenInvariants({ quiet = false } = {}): Promise<string[]> {
  const broken: string[] = [];
  for (const [rule, sql] of Object.entries(quiet ? { ...ALWAYS, ...WHEN_QUIET } : ALWAYS)) {
    const found = await db.$queryRaw<{ what: string }[]>(sql());
    if (found.length > 0) broken.push(`${rule}: ${found.map(({ what }) => what).join(', ')}`);
  }
  return broken;
}

function legalSteps(): Prisma.Sql[] {
  return Object.entries(TRANSITIONS).flatMap(([from, steps]) =>
    Object.entries(steps).flatMap(([to, causes]) =>
      causes.map((cause) => Prisma.sql`(${from}, ${to}, ${cause})`),
    ),
  );
}
