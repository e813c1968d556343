import { DAY, HOUR } from '@/lib/clock';
import type { ShopSettings } from '@/lib/settings/schema';

/** How much goes by itself. Above it a request waits for the owner, with a time until which they look; no machine refuses it. */
export type BreakerLimits = {
  /** Requests of one person within 24 hours. */
  perPersonPerDay: number;
  /** Requests of everybody within an hour. */
  perHour: number;
  /** In minor units of the order's currency, within 24 hours. Counted in minor units because their worth differs less between
   * currencies than that of the major ones: €20,000.00 is ¥2,000,000. */
  totalMinorPerDay: number;
};

/** The setting of the daily total is written with two decimals left out, as most currencies are spoken of. */
const MINOR_PER_UNIT = 100;

type Limiting = Pick<ShopSettings, 'refundsPerPersonPerDay' | 'refundsPerHour' | 'refundTotalPerDay'>;

/** The limits that the owner has set. */
export function breakerLimits(settings: Limiting): BreakerLimits {
  return {
    perPersonPerDay: settings.refundsPerPersonPerDay,
    perHour: settings.refundsPerHour,
    totalMinorPerDay: settings.refundTotalPerDay * MINOR_PER_UNIT,
  };
}

export type QueueCause = 'called-off-before' | 'person-limit' | 'pace' | 'daily-total';

/** What was asked for lately, the new request not included. */
export type AskedLately = {
  /** The owner called a refund of this order off; whoever asks again is not paid past them. */
  wasCalledOff: boolean;
  byPerson: number;
  withinHour: number;
  totalMinor: number;
};

/** Why a refund waits for the owner instead of going at once; null when it goes. */
export function reasonToQueue(
  lately: AskedLately,
  amountMinor: number,
  limits: BreakerLimits,
): QueueCause | null {
  if (lately.wasCalledOff) return 'called-off-before';
  if (lately.byPerson >= limits.perPersonPerDay) return 'person-limit';
  if (lately.withinHour >= limits.perHour) return 'pace';
  if (lately.totalMinor + amountMinor > limits.totalMinorPerDay) return 'daily-total';
  return null;
}

/** The owner looks at what waits within a day; both sides see until when. */
export const PROMISE = DAY;

/** The owner is reminded this long before a promise would be broken: the evening before, or over breakfast. */
export const REMIND_BEFORE = 6 * HOUR;
