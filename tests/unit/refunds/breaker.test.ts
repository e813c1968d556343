import { describe, expect, it } from 'vitest';
import { breakerLimits, reasonToQueue } from '@/lib/refunds/breaker/rules';
import { DEFAULT_SETTINGS, ShopSettings } from '@/lib/settings/schema';

const limits = { perPersonPerDay: 3, perHour: 5, totalMinorPerDay: 10_000 };
const nothing = { wasCalledOff: false, byPerson: 0, withinHour: 0, totalMinor: 0 };

describe('the breaker', () => {
  it.each([
    [nothing, 10_000, null],
    [nothing, 10_001, 'daily-total'],
    [{ ...nothing, byPerson: 2 }, 1, null],
    [{ ...nothing, byPerson: 3 }, 1, 'person-limit'],
    [{ ...nothing, withinHour: 4 }, 1, null],
    [{ ...nothing, withinHour: 5 }, 1, 'pace'],
    [{ ...nothing, totalMinor: 9_999 }, 1, null],
    [{ ...nothing, totalMinor: 9_999 }, 2, 'daily-total'],
    [{ ...nothing, wasCalledOff: true }, 1, 'called-off-before'],
  ] as const)('after %o, a request for %i waits because of: %s', (lately, amount, reason) => {
    expect(reasonToQueue(lately, amount, limits)).toBe(reason);
  });

  it('begins with 10 a person and day, 200 an hour and 20,000.00 a day', () => {
    expect(breakerLimits(DEFAULT_SETTINGS)).toEqual({
      perPersonPerDay: 10,
      perHour: 200,
      totalMinorPerDay: 2_000_000,
    });
  });

  it.each(['', '0', '-1', '1.5', 'many', '1e9', '1001'])('takes no limit of %j for a person', (typed) => {
    const read = ShopSettings.safeParse({ ...DEFAULT_SETTINGS, refundsPerPersonPerDay: typed });
    expect(read.error?.issues.map((issue) => issue.message)).toEqual([
      'Write a whole number from 1 to 1000.',
    ]);
  });

  it('reads limits as they are typed into the form', () => {
    const typed = { refundsPerPersonPerDay: '3', refundsPerHour: '20', refundTotalPerDay: '500' };
    expect(breakerLimits(ShopSettings.parse({ ...DEFAULT_SETTINGS, ...typed }))).toEqual({
      perPersonPerDay: 3,
      perHour: 20,
      totalMinorPerDay: 50_000,
    });
  });
});
