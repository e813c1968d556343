import { calendarDay, DAY, later } from '@/lib/clock';
import { db, Prisma } from '@/lib/db/client';
import { dayWindow } from '@/lib/digests/rules';
import {
  type CountedProduct,
  type CountedReason,
  countReasons,
  type DayMoney,
  daysBetween,
  type MoneyOfDay,
  moneyPerDay,
  type ProductReasons,
  type ReasonCount,
  reasonsOfProducts,
} from '@/lib/refunds/desk/figures';
import { reasonKindOf } from '@/lib/refunds/reasons';

export const FIGURE_DAYS = [7, 30, 90] as const;
export type FigureDays = (typeof FIGURE_DAYS)[number];

/** A period from an address; 30 days for anything else. */
export function readFigureDays(raw: string | undefined): FigureDays {
  return FIGURE_DAYS.find((days) => String(days) === raw) ?? 30;
}

export type Figures = {
  from: string;
  to: string;
  /** What left on each day, one list a currency, the largest first. */
  money: { currency: string; totalMinor: number; days: DayMoney[] }[];
  reasons: ReasonCount[];
  products: ProductReasons[];
  /** Refunds asked for in the period. */
  asked: number;
};

type Day = { day: string; start: Date; end: Date };

/** Money out and reasons of the last days, in the calendar of the shop. The database counts and sums, so what is read grows
 * with the days and the products, not with the refunds. */
export async function refundFigures(days: FigureDays, at: Date, timeZone: string): Promise<Figures> {
  const to = calendarDay(at, timeZone);
  const from = calendarDay(later(dayWindow(to, timeZone).start, -(days - 1) * DAY + DAY / 2), timeZone);
  const calendar = daysBetween(from, to).map((day) => ({ day, ...dayWindow(day, timeZone) }));
  const since = calendar[0]?.start ?? at;
  const [left, reasons, products] = await Promise.all([
    moneyLeft(since, calendar),
    reasonsSince(since),
    productsSince(since),
  ]);
  return {
    from,
    to,
    money: moneyPerDay(
      left,
      calendar.map(({ day }) => day),
    ),
    reasons: countReasons(reasons),
    products: reasonsOfProducts(products),
    asked: reasons.reduce((sum, { count }) => sum + count, 0),
  };
}

/** The last step since then with which the money of a refund left: handed to a provider, or paid by hand and ticked off (of a
 * tick that was taken back and made again the last one counts). What came back later has not left. */
async function moneyLeft(since: Date, calendar: readonly Day[]): Promise<MoneyOfDay[]> {
  const rows = await db.$queryRaw<{ day: number | null; currency: string; sum: bigint; count: bigint }[]>`
    WITH gone AS (
      SELECT e."refundId" AS id, MAX(e."at") AS at
      FROM "RefundEvent" e JOIN "Refund" r ON r."id" = e."refundId"
      WHERE e."at" >= ${since} AND (
        (r."provider" <> 'manual' AND r."state" IN ('pending', 'succeeded')
          AND e."toState" IN ('pending', 'succeeded')
          AND (e."fromState" IS NULL OR e."fromState" IN ('submitting', 'unknown', 'disputed')))
        OR (r."provider" = 'manual' AND r."state" = 'succeeded' AND e."toState" = 'succeeded'))
      GROUP BY e."refundId"
    ), dated AS (
      SELECT ${dayOf(calendar)} AS day, r."currency" AS currency, r."amountMinor" AS amount
      FROM gone JOIN "Refund" r ON r."id" = gone.id
    )
    SELECT day, currency, SUM(amount) AS sum, COUNT(*) AS count FROM dated
    WHERE day IS NOT NULL GROUP BY day, currency`;
  return rows.map(({ day, currency, sum, count }) => ({
    day: Number(day),
    currency,
    amountMinor: Number(sum),
    count: Number(count),
  }));
}

/** The place of a moment's day in the calendar. Days are told by their first moments, because only the shop's time zone knows
 * how long each of them is, and the databases do not know it alike. */
function dayOf(calendar: readonly Day[]): Prisma.Sql {
  const whens = calendar.map(
    ({ end }, index) => Prisma.sql`WHEN gone.at < ${end} THEN ${Prisma.raw(`${index}`)}`,
  );
  return Prisma.sql`CASE ${Prisma.join(whens, ' ')} END`;
}

async function reasonsSince(since: Date): Promise<CountedReason[]> {
  const groups = await db.refund.groupBy({
    by: ['reasonKind'],
    where: { createdAt: { gte: since }, requestedVia: { not: 'provider' } },
    _count: true,
  });
  return groups.map(({ reasonKind, _count }) => ({ reason: reasonKindOf(reasonKind), count: _count }));
}

/** How many refunds were for a product, and why: the items that they name, or all of the order when they name none. */
async function productsSince(since: Date): Promise<CountedProduct[]> {
  const rows = await db.$queryRaw<{ product: string; reason: string | null; count: bigint }[]>`
    SELECT i."name" AS product, r."reasonKind" AS reason, COUNT(DISTINCT r."id") AS count
    FROM "Refund" r JOIN "OrderItem" i ON i."orderId" = r."orderId"
    WHERE r."createdAt" >= ${since} AND r."requestedVia" <> 'provider' AND (
      EXISTS (SELECT 1 FROM "RefundLine" l WHERE l."refundId" = r."id" AND l."orderItemId" = i."id")
      OR NOT EXISTS (SELECT 1 FROM "RefundLine" l WHERE l."refundId" = r."id"))
    GROUP BY i."name", r."reasonKind"`;
  return rows.map(({ product, reason, count }) => ({
    product,
    reason: reasonKindOf(reason),
    count: Number(count),
  }));
}
