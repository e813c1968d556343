import { DAY } from '@/lib/clock';
import type { Money } from '@/lib/money';
import { REASON_KINDS, type ReasonKind } from '@/lib/refunds/reasons';

export type DayMoney = { day: string; amountMinor: number; count: number };
export type ReasonCount = { reason: ReasonKind | 'none'; count: number };
export type ProductReasons = { product: string; count: number; reasons: ReasonCount[] };
/** What the database counted: of one currency on one day, of one reason, of one reason of one product. */
export type MoneyOfDay = Money & { day: number; count: number };
export type CountedReason = { reason: ReasonKind | null; count: number };
export type CountedProduct = CountedReason & { product: string };

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
 * @param left what the database counted, `day` being a place in `days` */
export function moneyPerDay(
  left: readonly MoneyOfDay[],
  days: readonly string[],
): { currency: string; totalMinor: number; days: DayMoney[] }[] {
  const currencies = [...new Set(left.map(({ currency }) => currency))];
  return currencies
    .map((currency) => {
      const ofCurrency = left.filter((one) => one.currency === currency);
      const perDay = days.map((day, index) => {
        const found = ofCurrency.find((one) => one.day === index);
        return { day, amountMinor: found?.amountMinor ?? 0, count: found?.count ?? 0 };
      });
      const totalMinor = perDay.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
      return { currency, totalMinor, days: perDay };
    })
    .sort((a, b) => b.totalMinor - a.totalMinor);
}

/** How often each reason was given, the most frequent first; "nobody said" last, whatever its number. */
export function countReasons(counted: readonly CountedReason[]): ReasonCount[] {
  const given = (reason: ReasonKind | null) =>
    counted.reduce((sum, one) => sum + (one.reason === reason ? one.count : 0), 0);
  const kinds = REASON_KINDS.map((reason): ReasonCount => ({ reason, count: given(reason) })).sort(
    (a, b) => b.count - a.count,
  );
  const none: ReasonCount = { reason: 'none', count: given(null) };
  return [...kinds, none].filter(({ count }) => count > 0);
}

/** The products that most refunds were for, with why. */
export function reasonsOfProducts(counted: readonly CountedProduct[]): ProductReasons[] {
  const byProduct = new Map<string, CountedProduct[]>();
  for (const one of counted) byProduct.set(one.product, [...(byProduct.get(one.product) ?? []), one]);
  return [...byProduct]
    .map(([product, of]) => ({
      product,
      count: of.reduce((sum, { count }) => sum + count, 0),
      reasons: countReasons(of),
    }))
    .sort((a, b) => b.count - a.count || a.product.localeCompare(b.product, 'en'))
    .slice(0, PRODUCTS_SHOWN);
}
