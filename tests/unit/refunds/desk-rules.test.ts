import { describe, expect, it } from 'vitest';
import { later, MINUTE } from '@/lib/clock';
import { countReasons, daysBetween, moneyPerDay, reasonsOfProducts } from '@/lib/refunds/desk/figures';
import { ALL_REFUNDS, countNarrowing, filterQuery, readRefundFilter } from '@/lib/refunds/desk/filter';
import { mayCallOff, maySendAgain, needOf } from '@/lib/refunds/desk/rules';
import { REFUND_STATES } from '@/lib/refunds/schema';

const now = new Date('2026-11-25T10:00:00Z');
const plain = {
  provider: 'stripe',
  failureReason: null,
  waitsFor: null,
  firstAttemptAt: null,
  replacedBy: null,
  replacedDoneAt: null,
};

describe('what a refund needs of the owner', () => {
  it('is nothing while it goes its way by itself', () => {
    for (const state of ['requested', 'submitting', 'pending', 'succeeded', 'canceled'] as const)
      expect(needOf({ ...plain, state }, true, now), state).toBeNull();
  });

  it.each([
    [{ state: 'queued' }, 'queued'],
    [{ state: 'failed' }, 'bounced'],
    [{ state: 'disputed' }, 'disputed'],
    [{ state: 'pending', provider: 'manual' }, 'pay'],
    [{ state: 'pending', waitsFor: 'balance' }, 'balance'],
    [{ state: 'unknown', failureReason: 'needs-review' }, 'unknown'],
    [{ state: 'unknown', firstAttemptAt: later(now, -10 * MINUTE) }, 'unknown'],
    [{ state: 'unknown', firstAttemptAt: later(now, -9 * MINUTE) }, null],
    [{ state: 'canceled', replacedBy: 'repair' }, 'instead'],
    [{ state: 'canceled', replacedBy: 'repair', replacedDoneAt: now }, null],
  ] as const)('of %o is %s', (facts, need) => {
    expect(needOf({ ...plain, ...facts }, true, now)).toBe(need);
  });

  it('ends when something was done about one that did not arrive', () => {
    expect(needOf({ ...plain, state: 'failed' }, false, now)).toBeNull();
    expect(needOf({ ...plain, state: 'disputed' }, false, now)).toBeNull();
  });
});

describe('what the owner may do', () => {
  it('calls off what waits for them or has not left, and nothing that may be on its way', () => {
    const may = REFUND_STATES.filter((state) => mayCallOff({ state, provider: 'stripe' }));
    expect(may).toEqual(['queued', 'requested']);
    const byHand = REFUND_STATES.filter((state) => mayCallOff({ state, provider: 'manual' }));
    expect(byHand).toEqual(['queued', 'requested', 'pending']);
  });

  it('sends again what failed or stays without an answer, ten minutes after the last try', () => {
    const lastAttemptAt = later(now, -11 * MINUTE);
    const may = REFUND_STATES.filter(
      (state) => maySendAgain({ state, provider: 'stripe', lastAttemptAt }, false, now) === 'yes',
    );
    expect(may).toEqual(['unknown', 'failed']);
    const fresh = { state: 'unknown' as const, provider: 'stripe', lastAttemptAt: later(now, -9 * MINUTE) };
    expect(maySendAgain(fresh, false, now)).toBe('too-soon');
    expect(maySendAgain({ state: 'failed', provider: 'stripe', lastAttemptAt }, true, now)).toBe('no');
    expect(maySendAgain({ state: 'failed', provider: 'manual', lastAttemptAt }, false, now)).toBe('no');
  });
});

describe('the filter in an address', () => {
  it('is read, and written again as it was', () => {
    const address =
      'q=TP-1&state=failed&provider=stripe&reason=none&product=Candle&from=2026-11-01&to=2026-11-30';
    const filter = readRefundFilter(Object.fromEntries(new URLSearchParams(address)));
    expect(filterQuery(filter)).toBe(address);
    expect(filterQuery(filter, 2)).toBe(`${address}&page=2`);
    expect(countNarrowing(filter)).toBe(6);
    expect(filterQuery(ALL_REFUNDS)).toBe('');
  });

  it('leaves out whatever it does not know', () => {
    const odd = {
      state: 'paid',
      provider: ['stripe', 'x'],
      reason: '__proto__',
      from: '2026-02-30',
      to: '0001-01-01',
      q: ' ',
      constructor: 'x',
    };
    expect(readRefundFilter(odd)).toEqual({ ...ALL_REFUNDS, provider: 'stripe' });
  });
});

describe('figures', () => {
  it('have a place for every day, each currency for itself, the largest first', () => {
    const left = [
      { day: 0, currency: 'EUR', amountMinor: 100, count: 1 },
      { day: 1, currency: 'JPY', amountMinor: 9000, count: 1 },
      { day: 1, currency: 'EUR', amountMinor: 35, count: 2 },
    ];
    expect(moneyPerDay(left, ['2026-11-24', '2026-11-25'])).toEqual([
      {
        currency: 'JPY',
        totalMinor: 9000,
        days: [
          { day: '2026-11-24', amountMinor: 0, count: 0 },
          { day: '2026-11-25', amountMinor: 9000, count: 1 },
        ],
      },
      {
        currency: 'EUR',
        totalMinor: 135,
        days: [
          { day: '2026-11-24', amountMinor: 100, count: 1 },
          { day: '2026-11-25', amountMinor: 35, count: 2 },
        ],
      },
    ]);
  });

  it('have every day of a period, over a change of the clocks too', () => {
    expect(daysBetween('2026-10-24', '2026-10-27')).toEqual([
      '2026-10-24',
      '2026-10-25',
      '2026-10-26',
      '2026-10-27',
    ]);
  });

  it('count reasons, and those of each product', () => {
    const damaged = { reason: 'damaged' as const, count: 2 };
    const late = { reason: 'late' as const, count: 1 };
    const asked = [late, { reason: null, count: 2 }, damaged];
    expect(countReasons(asked)).toEqual([
      { reason: 'damaged', count: 2 },
      { reason: 'late', count: 1 },
      { reason: 'none', count: 2 },
    ]);
    const products = [
      { ...damaged, product: 'Candle' },
      { ...damaged, product: 'Lamp', count: 1 },
      { reason: null, product: 'Lamp', count: 1 },
      { ...late, product: 'Candle' },
    ];
    expect(reasonsOfProducts(products)).toEqual([
      {
        product: 'Candle',
        count: 3,
        reasons: [
          { reason: 'damaged', count: 2 },
          { reason: 'late', count: 1 },
        ],
      },
      {
        product: 'Lamp',
        count: 2,
        reasons: [
          { reason: 'damaged', count: 1 },
          { reason: 'none', count: 1 },
        ],
      },
    ]);
  });
});
