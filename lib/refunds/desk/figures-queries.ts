import { calendarDay, DAY, later } from '@/lib/clock';
import { db, type Prisma } from '@/lib/db/client';
import { dayWindow } from '@/lib/digests/rules';
import {
  type Asked,
  countReasons,
  type DayMoney,
  daysBetween,
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

/** Money out and reasons of the last days, in the calendar of the shop. */
export async function refundFigures(days: FigureDays, at: Date, timeZone: string): Promise<Figures> {
  const to = calendarDay(at, timeZone);
  const from = calendarDay(later(dayWindow(to, timeZone).start, -(days - 1) * DAY + DAY / 2), timeZone);
  const calendar = daysBetween(from, to).map((day) => ({ day, ...dayWindow(day, timeZone) }));
  const since = calendar[0]?.start ?? at;
  const [left, asked] = await Promise.all([moneyLeft(since), askedSince(since)]);
  return {
    from,
    to,
    money: moneyPerDay(left, calendar),
    reasons: countReasons(asked),
    products: reasonsOfProducts(asked),
    asked: asked.length,
  };
}

/** Every step since then with which the money of a refund left: handed to a provider, or paid by hand and ticked off. What came
 * back later has not left. */
async function moneyLeft(since: Date) {
  const handed = {
    toState: { in: ['pending', 'succeeded'] },
    OR: [{ fromState: null }, { fromState: { in: ['submitting', 'unknown', 'disputed'] } }],
    refund: { provider: { not: 'manual' }, state: { in: ['pending', 'succeeded'] } },
  } satisfies Prisma.RefundEventWhereInput;
  const ticked = {
    toState: 'succeeded',
    refund: { provider: 'manual', state: 'succeeded' },
  } satisfies Prisma.RefundEventWhereInput;
  const steps = await db.refundEvent.findMany({
    where: { at: { gte: since }, OR: [handed, ticked] },
    select: { refundId: true, at: true, refund: { select: { amountMinor: true, currency: true } } },
    orderBy: { at: 'asc' },
  });
  // Of a tick that was taken back and made again the last one counts.
  return [...new Map(steps.map((step) => [step.refundId, { at: step.at, ...step.refund }])).values()];
}

async function askedSince(since: Date): Promise<Asked[]> {
  const rows = await db.refund.findMany({
    where: { createdAt: { gte: since }, requestedVia: { not: 'provider' } },
    select: {
      reasonKind: true,
      lines: { select: { item: { select: { name: true } } } },
      order: { select: { items: { select: { name: true } } } },
    },
  });
  return rows.map(({ reasonKind, lines, order }) => ({
    reason: reasonKindOf(reasonKind),
    products: [
      ...new Set((lines.length > 0 ? lines.map(({ item }) => item) : order.items).map(({ name }) => name)),
    ],
  }));
}
