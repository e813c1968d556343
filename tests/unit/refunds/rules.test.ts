import { describe, expect, it } from 'vitest';
import { DAY, HOUR, later, MINUTE, SECOND } from '@/lib/clock';
import { orderNumberKey } from '@/lib/refunds/orders/rules';
import {
  decideRefund,
  expectedArrival,
  isOverdue,
  mayBecome,
  mayRetry,
  mayTakeBack,
  nextAttempt,
  nextLook,
  priceOf,
} from '@/lib/refunds/rules';
import {
  causeWords,
  REFUND_STATES,
  type RefundCause,
  type RefundState,
  refundCauseWords,
} from '@/lib/refunds/schema';

const now = new Date('2026-11-21T10:00:00Z');
const order = { capturedMinor: 2400, disputedAt: null, paidAt: later(now, -DAY), createdAt: now };
const anyTime = { windowDays: 0 };

describe('what may be refunded', () => {
  it('is what was taken less everything that has not come to nothing', () => {
    const refunds = REFUND_STATES.map((state) => ({ amountMinor: 100, state }));
    expect(decideRefund(order, refunds, anyTime, now)).toEqual({ ok: true, amountMinor: 2400 - 700 });
  });

  it('is nothing, with the reason', () => {
    const whole = [{ amountMinor: 2400, state: 'pending' as const }];
    expect(decideRefund({ ...order, capturedMinor: 0 }, [], anyTime, now)).toMatchObject({
      reason: 'nothing-captured',
    });
    expect(decideRefund(order, whole, anyTime, now)).toMatchObject({ reason: 'already-refunded' });
    expect(decideRefund({ ...order, disputedAt: now }, [], anyTime, now)).toMatchObject({
      reason: 'disputed',
    });
    const old = { ...order, paidAt: later(now, -31 * DAY) };
    expect(decideRefund(old, [], { windowDays: 30 }, now)).toMatchObject({ reason: 'window-closed' });
    expect(decideRefund(old, [], anyTime, now)).toMatchObject({ ok: true });
  });

  it('closes its window only after the last moment of it', () => {
    const paid = { ...order, paidAt: later(now, -30 * DAY) };
    expect(decideRefund(paid, [], { windowDays: 30 }, now).ok).toBe(true);
    expect(decideRefund(paid, [], { windowDays: 30 }, later(now, 1)).ok).toBe(false);
  });
});

describe('the way of a refund', () => {
  const causes = Object.keys(refundCauseWords) as RefundCause[];
  const may = (from: RefundState, to: RefundState) => causes.filter((cause) => mayBecome(from, to, cause));

  it('never goes backwards by a word of the provider, and nothing comes back from failed or canceled', () => {
    for (const state of REFUND_STATES) {
      expect(may('failed', state)).toEqual([]);
      expect(may('canceled', state)).toEqual([]);
    }
    for (const cause of ['provider-answer', 'look-up', 'webhook'] as const) {
      expect(mayBecome('succeeded', 'failed', cause)).toBe(true);
      for (const state of REFUND_STATES.filter((one) => one !== 'failed')) {
        expect(mayBecome('succeeded', state, cause), `succeeded to ${state}`).toBe(false);
      }
      expect(mayBecome('pending', 'unknown', cause)).toBe(false);
    }
    expect(may('queued', 'submitting')).toEqual([]);
  });

  it('goes back from succeeded only when a tick was a mistake, or a told sum has become its parts', () => {
    const back = REFUND_STATES.filter((state) => state !== 'failed').map((state) => [
      state,
      ...may('succeeded', state),
    ]);
    expect(back.filter((one) => one.length > 1)).toEqual([
      ['pending', 'tick-undone'],
      ['canceled', 'told-apart'],
    ]);
  });

  it('begins with a request, or with what was done at the provider', () => {
    const first = REFUND_STATES.filter((state) => causes.some((cause) => mayBecome(null, state, cause)));
    expect(first).toEqual(['queued', 'requested', 'pending', 'succeeded', 'failed', 'canceled']);
    expect(mayBecome(null, 'succeeded', 'buyer')).toBe(false);
  });

  it('is tried again after 2 s, 10 s, 1 min, 5 min, 30 min and then hourly, for 20 hours', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7, 20].map(
      (attempts) => nextAttempt({ attempts, firstAttemptAt: now }, now).getTime() - now.getTime(),
    );
    expect(waits).toEqual([2 * SECOND, 10 * SECOND, MINUTE, 5 * MINUTE, 30 * MINUTE, HOUR, HOUR, HOUR]);
    expect(mayRetry(later(now, -20 * HOUR + 1), now)).toBe(true);
    expect(mayRetry(later(now, -20 * HOUR), now)).toBe(false);
    expect(mayRetry(null, now)).toBe(true);
  });

  it('is looked at when its age has doubled, at least hourly, and for three days after the success', () => {
    const wait = (state: 'pending' | 'succeeded', age: number) =>
      (nextLook(state, later(now, -age), now)?.getTime() ?? Number.NaN) - now.getTime();
    expect(wait('pending', 0)).toBe(4 * SECOND);
    expect(wait('pending', MINUTE)).toBe(MINUTE);
    expect(wait('pending', 9 * DAY)).toBe(HOUR);
    expect(nextLook('succeeded', later(now, -4 * DAY), now)).toBeNull();
    expect(nextLook('failed', now, now)).toBeNull();
    // A clock that was set back makes no negative age.
    expect(wait('pending', -HOUR)).toBe(4 * SECOND);
  });

  it('is overdue when its lease has ended or its job must have been lost', () => {
    const refund = {
      attempts: 1,
      undoUntil: null,
      leaseUntil: null,
      firstAttemptAt: now,
      lastAttemptAt: now,
      updatedAt: now,
    };
    const overdue = (state: (typeof REFUND_STATES)[number], ms: number, facts = {}) =>
      isOverdue({ ...refund, state, ...facts }, later(now, ms));
    expect(overdue('requested', 30 * SECOND)).toBe(false);
    expect(overdue('requested', MINUTE)).toBe(true);
    expect(overdue('requested', 90 * SECOND, { undoUntil: later(now, MINUTE) })).toBe(false);
    expect(overdue('requested', 2 * MINUTE, { undoUntil: later(now, MINUTE) })).toBe(true);
    expect(overdue('submitting', 30 * SECOND, { leaseUntil: later(now, MINUTE) })).toBe(false);
    expect(overdue('submitting', MINUTE, { leaseUntil: later(now, MINUTE) })).toBe(true);
    expect(overdue('unknown', 3 * SECOND)).toBe(false);
    expect(overdue('unknown', 2 * MINUTE)).toBe(true);
    expect(overdue('queued', 9 * DAY)).toBe(false);
    expect(overdue('succeeded', 9 * DAY)).toBe(false);
  });

  it('is expected between 5 and 10 working days after it was sent', () => {
    const { from, to } = expectedArrival(now);
    expect(from.toISOString().slice(0, 10)).toBe('2026-11-27');
    expect(to.toISOString().slice(0, 10)).toBe('2026-12-04');
  });
});

describe('pieces of an order', () => {
  const items = [
    { id: 'candle', unitMinor: 900, quantity: 3, refunded: 1 },
    { id: 'lamp', unitMinor: 2400, quantity: 1, refunded: 0 },
  ];
  it('cost what stands in our rows, and no more of them than are left', () => {
    expect(priceOf([{ itemId: 'candle', quantity: 2 }], items, 5100)).toEqual([
      { itemId: 'candle', quantity: 2, amountMinor: 1800 },
    ]);
    expect(priceOf([{ itemId: 'candle', quantity: 3 }], items, 5100)).toBeNull();
    expect(priceOf([{ itemId: 'other', quantity: 1 }], items, 5100)).toBeNull();
    expect(
      priceOf(
        [
          { itemId: 'lamp', quantity: 1 },
          { itemId: 'lamp', quantity: 1 },
        ],
        items,
        5100,
      ),
    ).toBeNull();
  });

  it('count for their share where a discount was given on the whole, and never sum up to more than was paid', () => {
    const fresh = items.map((item) => ({ ...item, refunded: 0 }));
    const all = priceOf(
      fresh.map(({ id, quantity }) => ({ itemId: id, quantity })),
      fresh,
      3333,
    );
    const sum = (all ?? []).reduce((total, line) => total + line.amountMinor, 0);
    expect(sum).toBeLessThanOrEqual(3333);
    expect(sum).toBeGreaterThan(3330);
  });
});

describe('taking a refund back', () => {
  it('is possible while it waits, and until its minute is over', () => {
    const at = new Date('2026-11-21T10:00:00Z');
    const state = (name: (typeof REFUND_STATES)[number], undoUntil: Date | null) => ({
      state: name,
      undoUntil,
    });
    expect(mayTakeBack(state('queued', null), at)).toBe(true);
    expect(mayTakeBack(state('requested', later(at, 1)), at)).toBe(true);
    expect(mayTakeBack(state('requested', at), at)).toBe(false);
    expect(mayTakeBack(state('requested', null), at)).toBe(false);
    for (const name of REFUND_STATES.filter((one) => one !== 'queued' && one !== 'requested'))
      expect(mayTakeBack(state(name, later(at, MINUTE)), at)).toBe(false);
  });
});

describe('the log of a refund', () => {
  it('says in words what made each step, and a cause it does not know as it is stored', () => {
    expect(causeWords('claim')).toBe('the payment run took it up');
    expect(causeWords('constructor')).toBe('constructor');
  });
});

describe('an order number', () => {
  it('is found however it is typed', () => {
    for (const typed of ['TP-1040', ' #tp 1040', 'tp1040', 'ＴＰ－１０４０']) {
      expect(orderNumberKey(typed)).toBe('TP1040');
    }
    expect(orderNumberKey('—')).toBe('');
  });
});
