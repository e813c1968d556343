import { DAY } from '@/lib/clock';
import type { Money } from '@/lib/money';
import { REASON_KINDS, type ReasonKind } from '@/lib/refunds/reasons';

export type DayMoney = { day: string; amountMinor: number; count: number };
export type ReasonCount = { reason: ReasonKind | 'none'; count: number };
export type ProductReasons = { product: string; count: number; reasons: ReasonCount[] };
export type Asked = { reason: ReasonKind | null; products: string[] };

/** Rarer ones are single cases, and a longer list is not read. */
const PRODUCTS_SHOWN = 15;

/** Every calendar day from one to the other, both included. */
export function daysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  const last = Date.parse(`${to}T00:00:00Z`);
  for (let at = Date.parse(`${from}T00:00:00Z`); at <= last; at += DAY) {
    days.push(new Date(at).toISOString().slice(0, 10));
  }
  return days;
}

/** What left on each day, for each currency; days on which nothing did are there with 0.
 * @param calendar the days with their first moments, oldest first */
export function moneyPerDay(
  left: readonly (Money & { at: Date })[],
  calendar: readonly { day: string; start: Date; end: Date }[],
): { currency: string; totalMinor: number; days: DayMoney[] }[] {
  const currencies = [...new Set(left.map(({ currency }) => currency))];
  return currencies
    .map((currency) => {
      const days = calendar.map(({ day }) => ({ day, amountMinor: 0, count: 0 }));
      for (const one of left) {
        if (one.currency !== currency) continue;
        const entry = days[dayIndex(one.at, calendar)];
        if (!entry) continue;
        entry.amountMinor += one.amountMinor;
        entry.count += 1;
      }
      return { currency, totalMinor: days.reduce((sum, { amountMinor }) => sum + amountMinor, 0), days };
    })
    .sort((a, b) => b.totalMinor - a.totalMinor);
}

/** By halving, since asking the calendar for every row would take its time. */
function dayIndex(at: Date, calendar: readonly { start: Date; end: Date }[]): number {
  let low = 0;
  let high = calendar.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const day = calendar[middle];
    if (day && day.end <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How often each reason was given, the most frequent first; "nobody said" last, whatever its number. */
export function countReasons(asked: readonly Pick<Asked, 'reason'>[]): ReasonCount[] {
  const kinds = REASON_KINDS.map((reason): ReasonCount => {
    return { reason, count: asked.filter((one) => one.reason === reason).length };
  }).sort((a, b) => b.count - a.count);
  const none: ReasonCount = { reason: 'none', count: asked.filter((one) => one.reason === null).length };
  return [...kinds, none].filter(({ count }) => count > 0);
}

/** The products that most refunds were for, with why. */
export function reasonsOfProducts(asked: readonly Asked[]): ProductReasons[] {
  const byProduct = new Map<string, Asked[]>();
  for (const one of asked) {
    for (const product of one.products) byProduct.set(product, [...(byProduct.get(product) ?? []), one]);
  }
  return [...byProduct]
    .map(([product, of]) => ({ product, count: of.length, reasons: countReasons(of) }))
    .sort((a, b) => b.count - a.count || a.product.localeCompare(b.product, 'en'))
    .slice(0, PRODUCTS_SHOWN);
}
