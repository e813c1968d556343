import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DAY, HOUR, MINUTE, SECOND } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { newId } from '@/lib/ids';
import { claimRefund } from '@/lib/refunds/claim-refund';
import { closeRefund } from '@/lib/refunds/close-refund';
import { askProvider } from '@/lib/refunds/desk/ask-provider';
import { mailApproval, mailCompletion } from '@/lib/refunds/mail-refund';
import { payRefund } from '@/lib/refunds/pay-refund';
import { pretend } from '@/lib/refunds/providers/pretend';
import { settleRefund } from '@/lib/refunds/settle-refund';
import { sweepRefunds } from '@/lib/refunds/sweep-refunds';
import {
  anOrder,
  askForRefund,
  expectSoundBooks,
  mailsAbout,
  owner,
  passTime,
  refundOf,
  startClock,
  work,
  workThrough,
} from './till';

beforeEach(() => startClock());
afterEach(async () => {
  await expectSoundBooks();
  vi.useRealTimers();
});

async function states(refundId: string): Promise<string> {
  const { events } = await refundOf(refundId);
  return events.map((event) => event.toState).join(' ');
}

let payments = 0;
async function refundPaidBy(behaviour: string) {
  payments += 1;
  const order = await anOrder({ paymentRef: `pretend_${behaviour}_p${payments}` });
  return { order, refundId: await askForRefund(order) };
}

describe('paying a refund', () => {
  it('mails the approval at once and the completion only when the provider says so', async () => {
    const { refundId } = await refundPaidBy('ok');
    await work();
    expect((await refundOf(refundId)).state).toBe('pending');
    expect(await mailsAbout(refundId)).toEqual(['approved']);
    await workThrough(10 * SECOND);
    expect(await mailsAbout(refundId)).toEqual(['approved', 'succeeded']);
    expect(await states(refundId)).toBe('requested submitting pending succeeded');
    await mailApproval(refundId);
    await mailCompletion(refundId);
    expect(await mailsAbout(refundId)).toHaveLength(2);
  });

  it('R18: waits for one that is pending for a minute', async () => {
    const { refundId } = await refundPaidBy('pending');
    await work();
    await workThrough(55 * SECOND);
    expect((await refundOf(refundId)).state).toBe('pending');
    expect(await mailsAbout(refundId)).toEqual(['approved']);
    await workThrough(3 * MINUTE);
    expect((await refundOf(refundId)).state).toBe('succeeded');
  });

  it('R18: tells the truth when the bank sends the money back after the success', async () => {
    const { refundId } = await refundPaidBy('fail_later');
    await work();
    expect(await mailsAbout(refundId)).toEqual(['approved', 'succeeded']);
    await workThrough(30 * SECOND);
    expect(await states(refundId)).toBe('requested submitting succeeded failed');
    expect(await mailsAbout(refundId)).toEqual(['approved', 'succeeded', 'failed']);
    const mail = await db.mail.findUniqueOrThrow({ where: { dedupeKey: `refund-failed:${refundId}` } });
    expect(mail.text).toContain('the bank sent it back');
  });

  it('R07: finds the refund whose answer never came instead of paying again', async () => {
    const { refundId, order } = await refundPaidBy('timeout');
    await work();
    expect((await refundOf(refundId)).state).toBe('unknown');
    expect(await mailsAbout(refundId)).toEqual(['approved']);
    await workThrough(10 * SECOND);
    expect((await refundOf(refundId)).state).toBe('succeeded');
    expect(await db.pretendRefund.count({ where: { paymentRef: order.paymentRef } })).toBe(1);
  });

  it('R08: finds the refund behind a 500 that the provider keeps repeating', async () => {
    const { refundId, order } = await refundPaidBy('error500');
    await work();
    expect((await refundOf(refundId)).state).toBe('unknown');
    await workThrough(10 * SECOND);
    expect((await refundOf(refundId)).state).toBe('succeeded');
    expect(await db.pretendRefund.count({ where: { paymentRef: order.paymentRef } })).toBe(1);
  });

  it('says so when the provider refuses, and lets the buyer ask again', async () => {
    const { refundId, order } = await refundPaidBy('refused');
    await work();
    expect(await refundOf(refundId)).toMatchObject({
      state: 'failed',
      failureReason: 'payment_method_closed',
    });
    expect(await mailsAbout(refundId)).toEqual(['approved', 'failed']);
    expect(await askForRefund(order)).not.toBe(refundId);
  });

  it('R12: stops at a dispute and marks the order', async () => {
    const { refundId, order } = await refundPaidBy('disputed');
    await work();
    expect((await refundOf(refundId)).state).toBe('disputed');
    expect(await mailsAbout(refundId)).toEqual(['approved', 'disputed']);
    expect((await db.order.findUniqueOrThrow({ where: { id: order.id } })).disputedAt).not.toBeNull();
    expect(await db.pretendRefund.count({ where: { paymentRef: order.paymentRef } })).toBe(0);
  });

  it('R13: adopts a refund that was made by hand at the provider', async () => {
    const { refundId, order } = await refundPaidBy('already_refunded');
    await work();
    const refund = await refundOf(refundId);
    expect(refund.state).toBe('succeeded');
    const books = await db.pretendRefund.findMany({ where: { paymentRef: order.paymentRef } });
    expect(books.map((book) => book.id)).toEqual([refund.providerRefundId]);
  });

  it('uses the same key and the same amounts on every try', async () => {
    const { refundId } = await refundPaidBy('ok');
    const sent: unknown[] = [];
    const create = vi.spyOn(pretend, 'createRefund').mockImplementation(async (order) => {
      sent.push(order);
      throw new Error('The connection was refused.');
    });
    await work();
    for (let i = 0; i < 6; i += 1) await workThrough(HOUR, 30 * MINUTE);
    create.mockRestore();
    expect(sent.length).toBeGreaterThan(5);
    expect(new Set(sent.map((order) => JSON.stringify(order))).size).toBe(1);
    expect(sent[0]).toMatchObject({ idempotencyKey: `rf_${refundId}`, refundId });
  });

  it('R11: never sends the key again after 20 hours, but asks the owner', async () => {
    const { refundId, order } = await refundPaidBy('ok');
    let sent = 0;
    const create = vi.spyOn(pretend, 'createRefund').mockImplementation(async () => {
      sent += 1;
      throw new Error('The connection was refused.');
    });
    await work();
    await workThrough(20 * HOUR, HOUR);
    const before = sent;
    await workThrough(3 * DAY, 6 * HOUR);
    create.mockRestore();
    expect(sent).toBe(before);
    expect(await refundOf(refundId)).toMatchObject({ state: 'unknown', failureReason: 'needs-review' });
    await workThrough(2 * DAY, 12 * HOUR);
    expect(await db.pretendRefund.count({ where: { refundId } })).toBe(0);
    expect(await askProvider({ refundId }, owner)).toMatchObject({ ok: true, answered: true });
    const helper = { ...owner, role: 'helper' as const };
    expect(await closeRefund({ refundId }, helper)).toEqual({ ok: false, reason: 'not-allowed' });
    const closed = await Promise.all([closeRefund({ refundId }, owner), closeRefund({ refundId }, owner)]);
    expect(closed.filter((outcome) => outcome.ok)).toHaveLength(1);
    await work();
    expect(await mailsAbout(refundId)).toEqual(['approved', 'failed']);
    const again = await askForRefund(order);
    await work();
    await workThrough(10 * SECOND);
    expect((await refundOf(again)).state).toBe('succeeded');
  });

  it('cannot be closed by the owner while the provider could still carry it out', async () => {
    const { refundId } = await refundPaidBy('error500');
    await work();
    expect(await closeRefund({ refundId }, owner)).toEqual({ ok: false, reason: 'not-waiting' });
    await workThrough(10 * SECOND);
  });
});

describe('a process that dies', () => {
  it('R09: after the provider paid and before it wrote that down leaves one refund, found by the sweep', async () => {
    for (const behaviour of ['ok', 'pending', 'error500', 'timeout']) {
      const { refundId, order } = await refundPaidBy(behaviour);
      // What the killed process had done: claimed, committed, called; nothing of the answer was written.
      const claim = await claimRefund(refundId);
      expect(claim?.attempt).toBe(1);
      const { paymentRef, amountMinor, currency, idempotencyKey } = await refundOf(refundId);
      await pretend
        .createRefund({ paymentRef, amountMinor, currency, idempotencyKey, refundId })
        .catch(() => {});
      await work();
      expect((await refundOf(refundId)).state).toBe('submitting');
      passTime(2 * MINUTE);
      await Promise.all([sweepRefunds(), sweepRefunds(), sweepRefunds()]);
      await workThrough(5 * MINUTE, 10 * SECOND);
      expect((await refundOf(refundId)).state).toBe('succeeded');
      expect(await db.pretendRefund.count({ where: { paymentRef: order.paymentRef } })).toBe(1);
      expect(await mailsAbout(refundId)).toEqual(['approved', 'succeeded']);
    }
  });

  it('R09: before it called anybody leaves a refund that is paid once', async () => {
    const { refundId, order } = await refundPaidBy('ok');
    await claimRefund(refundId);
    passTime(2 * MINUTE);
    await sweepRefunds();
    await workThrough(10 * SECOND);
    expect((await refundOf(refundId)).state).toBe('succeeded');
    expect(await db.pretendRefund.count({ where: { paymentRef: order.paymentRef } })).toBe(1);
  });

  it('R09: and is found behind hundreds of others that are not due, as after a day without the provider', async () => {
    const order = await anOrder({ totalMinor: 1_000_000 });
    const waiting = { state: 'unknown', failureReason: 'needs-review', attempts: 20 } as const;
    const tried = { firstAttemptAt: new Date(Date.now() - DAY), lastAttemptAt: new Date() };
    const others = Array.from({ length: 250 }, () => newId());
    await db.refund.createMany({
      data: others.map((id, index) => ({
        ...{ id, orderId: order.id, seq: index + 1, amountMinor: 1, currency: 'EUR', provider: 'pretend' },
        ...{ paymentRef: order.paymentRef, idempotencyKey: id, policySnapshot: '{}', requestedVia: 'page' },
        ...{ ...waiting, ...tried, createdAt: new Date(), updatedAt: new Date() },
      })),
    });
    passTime(SECOND);
    const { refundId } = await refundPaidBy('ok');
    await claimRefund(refundId);
    passTime(2 * MINUTE);
    await sweepRefunds();
    expect((await refundOf(refundId)).state).toBe('pending');
    await db.refund.deleteMany({ where: { id: { in: others } } });
  });

  it('R09: and a refund whose job was lost is picked up', async () => {
    const { refundId } = await refundPaidBy('ok');
    await db.job.deleteMany({ where: { event: 'refund.approved' } });
    passTime(2 * MINUTE);
    await sweepRefunds();
    expect((await refundOf(refundId)).state).toBe('pending');
  });

  it('and an answer that arrives after its lease ended does not overrule the next try', async () => {
    const { refundId } = await refundPaidBy('ok');
    await claimRefund(refundId);
    passTime(2 * MINUTE);
    await payRefund(refundId);
    const late = { state: 'failed', cause: 'provider-answer', ofAttempt: 1 } as const;
    expect(await settleRefund(refundId, late)).toBe(false);
    expect((await refundOf(refundId)).state).toBe('pending');
  });

  it('many workers at once make one payment', async () => {
    const { refundId, order } = await refundPaidBy('ok');
    await Promise.all(Array.from({ length: 10 }, () => payRefund(refundId)));
    expect(await db.pretendRefund.count({ where: { paymentRef: order.paymentRef } })).toBe(1);
    expect((await refundOf(refundId)).attempts).toBe(1);
  });
});
