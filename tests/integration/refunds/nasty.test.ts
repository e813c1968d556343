import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DAY, HOUR, MINUTE, SECOND } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { patience } from '@/lib/refunds/providers/patience';
import { pretend } from '@/lib/refunds/providers/pretend';
import { takeInWebhook } from '@/lib/refunds/take-in-webhook';
import { pretendMessages } from '../../support/pretend-messages';
import {
  anOrder,
  askForRefund,
  expectSoundBooks,
  mailsAbout,
  passTime,
  refundOf,
  startClock,
  work,
  workThrough,
} from './till';

beforeEach(() => {
  startClock();
  patience.answerWithinMs = 200;
});
afterEach(async () => {
  await expectSoundBooks();
  vi.useRealTimers();
});

let payments = 0;
async function refundPaidBy(behaviour: string) {
  payments += 1;
  const order = await anOrder({ paymentRef: `pretend_${behaviour}_n${payments}` });
  return { order, paymentRef: order.paymentRef, refundId: await askForRefund(order) };
}

function made(paymentRef: string): Promise<number> {
  return db.pretendRefund.count({ where: { paymentRef } });
}

describe('the pretend provider at its worst', () => {
  it.each(['hang', 'reset', 'timeout', 'error500', 'error500_before', 'in_use', 'rate_limited'])(
    'R07, R08: after %s there is at most one refund, and nobody is told that it is done before it is',
    async (behaviour) => {
      const { order, refundId, paymentRef } = await refundPaidBy(behaviour);
      await work();
      expect((await refundOf(refundId)).state).toBe('unknown');
      expect(await askForRefund(order)).toBe(refundId);
      expect(await mailsAbout(refundId)).toEqual(['approved']);
      await workThrough(10 * MINUTE, 5 * SECOND);
      expect(await made(paymentRef)).toBe(behaviour === 'error500_before' ? 0 : 1);
      if (behaviour === 'error500_before') expect((await refundOf(refundId)).state).not.toBe('succeeded');
      else expect(await mailsAbout(refundId)).toEqual(['approved', 'succeeded']);
    },
  );

  it('R11: forgets keys after a day, and would then pay again; we do not ask it to', async () => {
    const wish = { paymentRef: 'pretend_ok_twice', amountMinor: 100, currency: 'EUR', refundId: '' };
    const first = await pretend.createRefund({ ...wish, idempotencyKey: 'rf_twice' });
    expect((await pretend.createRefund({ ...wish, idempotencyKey: 'rf_twice' })).id).toBe(first.id);
    passTime(DAY + SECOND);
    expect((await pretend.createRefund({ ...wish, idempotencyKey: 'rf_twice' })).id).not.toBe(first.id);

    const { refundId, paymentRef } = await refundPaidBy('error500');
    await work();
    passTime(25 * HOUR);
    await work();
    expect((await refundOf(refundId)).state).toBe('succeeded');
    expect(await made(paymentRef)).toBe(1);
  });

  it('R11: a saved 500 ends with its key: the same request goes through a day later', async () => {
    const wish = { paymentRef: 'pretend_error500_before_x', amountMinor: 100, currency: 'EUR', refundId: '' };
    const ask = (key: string) =>
      pretend.createRefund({ ...wish, idempotencyKey: key }).then(({ state }) => state);
    await expect(ask('rf_a')).rejects.toThrow('500');
    passTime(2 * MINUTE);
    await expect(ask('rf_a')).rejects.toThrow('500');
    expect(await made(wish.paymentRef)).toBe(0);
    passTime(DAY);
    expect(await ask('rf_a')).toBe('succeeded');
  });

  it('R18: says what a refund waits for while it waits', async () => {
    const told = { pending_balance: 'balance', pending_payment: 'payment', requires_action: 'buyer' };
    for (const [behaviour, waitsFor] of Object.entries(told)) {
      const { refundId } = await refundPaidBy(behaviour);
      await work();
      expect(await refundOf(refundId)).toMatchObject({ state: 'pending', waitsFor });
      expect(await mailsAbout(refundId)).toEqual(['approved']);
      await workThrough(5 * MINUTE);
      expect(await refundOf(refundId)).toMatchObject({ state: 'succeeded', waitsFor: null });
    }
  });

  it('R18: what bounces two days later is seen without any message, and said', async () => {
    const { refundId } = await refundPaidBy('bounce');
    await work();
    await workThrough(HOUR);
    expect(await mailsAbout(refundId)).toEqual(['approved', 'succeeded']);
    await workThrough(2 * DAY, HOUR);
    expect((await refundOf(refundId)).state).toBe('failed');
    expect(await mailsAbout(refundId)).toEqual(['approved', 'succeeded', 'failed']);
  });

  it('brings the number for the bank when it has one, and none when the charge vanishes', async () => {
    const { refundId } = await refundPaidBy('ok');
    const vanishing = await refundPaidBy('reversal');
    await work();
    await workThrough(10 * MINUTE);
    expect(await refundOf(refundId)).toMatchObject({
      traceNumber: expect.stringMatching(/^PRETEND\w+$/),
      isReversal: false,
    });
    expect(await refundOf(vanishing.refundId)).toMatchObject({ traceNumber: null, isReversal: true });
  });

  it('R16: everything it has to tell, five times over and in no order, before, during and after: each once', async () => {
    for (const behaviour of ['ok', 'hang', 'fail_later', 'requires_action']) {
      const { refundId, paymentRef } = await refundPaidBy(behaviour);
      const seen: string[] = [];
      for (let round = 0; round < 3; round += 1) {
        await work();
        const messages = await pretendMessages(paymentRef);
        const answers = await Promise.all(
          messages.map(({ body, headers }) => takeInWebhook('pretend', body, headers)),
        );
        expect(answers.every((answer) => answer.ok)).toBe(true);
        seen.push((await refundOf(refundId)).state);
        passTime(MINUTE);
      }
      await work();
      const { events, state } = await refundOf(refundId);
      expect(state).toBe(behaviour === 'fail_later' ? 'failed' : 'succeeded');
      const reached = events.map((event) => event.toState).filter((to) => !/submitting|unknown/.test(to));
      expect(new Set(reached).size, `${behaviour}: ${reached}`).toBe(reached.length);
      expect(await made(paymentRef)).toBe(1);
      expect((await mailsAbout(refundId)).at(-1)).toBe(state);
    }
  });

  it('counts what was made since a day', async () => {
    passTime(30 * DAY);
    const from = new Date();
    const { refundId } = await refundPaidBy('ok');
    await refundPaidBy('in_use');
    await work();
    expect((await pretend.refundsSince(from)).map((refund) => refund.refundId)).toEqual([refundId]);
  });
});
