import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Actor } from '@/lib/accounts/schema';
import { DAY, HOUR } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { checkRefund } from '@/lib/refunds/check-refund';
import { claimRefund } from '@/lib/refunds/claim-refund';
import { ALL_REFUNDS } from '@/lib/refunds/desk/filter';
import { countRefundsForOwner, deskRefunds } from '@/lib/refunds/desk/queries';
import { refundFor } from '@/lib/refunds/queries';
import { sweepRefunds } from '@/lib/refunds/sweep-refunds';
import { tickRefund, undoTick } from '@/lib/refunds/tick-refund';
import {
  anOrder,
  askForRefund,
  buyerOf,
  expectSoundBooks,
  owner,
  passTime,
  refundOf,
  startClock,
  work,
} from './till';

beforeEach(() => startClock());
afterEach(async () => {
  await expectSoundBooks();
  vi.useRealTimers();
});

const partner: Actor = { id: 'theotherowner000', name: 'Pia', role: 'owner', email: 'pia@example.com' };
const helper: Actor = { id: 'thehelper0000000', name: 'Hanno', role: 'helper', email: 'h@example.com' };

async function aRefundToPay() {
  const order = await anOrder({ provider: 'manual', paymentRef: undefined });
  const refundId = await askForRefund(order);
  await work();
  // So that what is mailed next is younger than the approval.
  passTime(1000);
  return { order, refundId };
}

async function states(refundId: string): Promise<string> {
  return (await refundOf(refundId)).events.map((event) => event.toState).join(' ');
}

async function mails(refundId: string) {
  return db.mail.findMany({
    where: { dedupeKey: { endsWith: `:${refundId}` } },
    orderBy: { createdAt: 'asc' },
  });
}

describe('a refund that the owner pays by hand', () => {
  it('waits for the owner, and the buyer is told who pays and by when, nothing more', async () => {
    const { order, refundId } = await aRefundToPay();
    expect(await states(refundId)).toBe('requested submitting pending');
    const [approved, ...others] = await mails(refundId);
    expect(others).toEqual([]);
    expect(approved?.text).toContain(
      'The shop pays this refund by hand, for example by bank transfer, by Wednesday',
    );
    expect(approved?.text).not.toMatch(/your bank|on its way/i);
    const view = await refundFor(refundId, buyerOf(order));
    expect(view?.byHandUntil).toEqual(new Date('2026-11-25T10:00:00Z'));
    expect(await countRefundsForOwner()).toBe(1);
    const [row] = (await deskRefunds(owner, { filter: ALL_REFUNDS, page: 1, perPage: 1 })).items;
    expect(row).toMatchObject({ need: 'pay', can: { tick: true, undoTick: false } });
  });

  it('is not moved on by anything but the tick, however long it takes', async () => {
    const { refundId } = await aRefundToPay();
    passTime(9 * DAY);
    await work();
    await sweepRefunds();
    await checkRefund(refundId);
    expect(await states(refundId)).toBe('requested submitting pending');
  });

  it('waits for the owner too when a process died between claim and answer, even two days ago', async () => {
    const order = await anOrder({ provider: 'manual' });
    const refundId = await askForRefund(order);
    await claimRefund(refundId);
    passTime(2 * DAY);
    await sweepRefunds();
    expect(await states(refundId)).toBe('requested submitting submitting pending');
  });

  it('R21: two owners cannot both tick it off; who did it and when stays written down', async () => {
    const { refundId } = await aRefundToPay();
    passTime(HOUR);
    const presses = Array.from({ length: 10 }, (_press, index) =>
      tickRefund({ refundId }, index % 2 ? owner : partner),
    );
    const answers = await Promise.all(presses);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(answers.filter((answer) => !answer.ok && answer.reason === 'not-waiting')).toHaveLength(9);
    await work();
    const { events, state } = await refundOf(refundId);
    expect(state).toBe('succeeded');
    expect(events.filter((event) => event.toState === 'succeeded')).toHaveLength(1);
    expect(events.at(-1)).toMatchObject({ cause: 'ticked', at: new Date(), fromState: 'pending' });
    expect(events.at(-1)?.note).toMatch(/^Paid by hand by (Ola|Pia)\.$/);
    const told = await mails(refundId);
    expect(told.map((mail) => mail.subject.slice(0, 28))).toEqual([
      'Your refund of €24.00 is app',
      'Your refund of €24.00 is pai',
    ]);
  });

  it('R21: a tick that was a mistake is taken back by a new entry, and the buyer hears of every turn', async () => {
    const { refundId } = await aRefundToPay();
    await tickRefund({ refundId }, owner);
    await work();
    const before = (await refundOf(refundId)).events;
    passTime(HOUR);
    const undone = await Promise.all([undoTick({ refundId }, partner), undoTick({ refundId }, owner)]);
    expect(undone.filter((answer) => answer.ok)).toHaveLength(1);
    const after = (await refundOf(refundId)).events;
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after).toHaveLength(before.length + 1);
    expect(after.at(-1)).toMatchObject({ cause: 'tick-undone', fromState: 'succeeded', toState: 'pending' });
    await work();
    passTime(HOUR);
    expect(await tickRefund({ refundId }, owner)).toMatchObject({ ok: true });
    await work();
    expect((await refundOf(refundId)).state).toBe('succeeded');
    const told = await mails(refundId);
    expect(told.map((mail) => mail.dedupeKey.split(':')[0])).toEqual([
      'refund-approved',
      'refund-succeeded',
      'refund-tick-undone',
      'refund-paid-by-hand',
    ]);
    expect(told[2]?.subject).toBe(
      `A correction: your refund of €24.00 is not paid yet (order ${/order (.*)\)/.exec(told[0]?.subject ?? '')?.[1]})`,
    );
  });

  it('is no news when the tick is taken back before its mail was written', async () => {
    const { refundId } = await aRefundToPay();
    await tickRefund({ refundId }, owner);
    await undoTick({ refundId }, owner);
    await work();
    expect(await mails(refundId)).toHaveLength(1);
    await tickRefund({ refundId }, owner);
    await work();
    expect((await mails(refundId)).map((mail) => mail.subject)).toEqual([
      expect.stringContaining('approved'),
      expect.stringContaining('is paid'),
    ]);
  });

  it('is ticked off by owners alone, and only where a shop pays itself', async () => {
    const { refundId, order } = await aRefundToPay();
    const buyer = buyerOf(order).actor as Actor;
    for (const actor of [helper, buyer]) {
      expect(await tickRefund({ refundId }, actor)).toEqual({ ok: false, reason: 'not-allowed' });
      expect(await undoTick({ refundId }, actor)).toEqual({ ok: false, reason: 'not-allowed' });
    }
    expect(await undoTick({ refundId }, owner)).toEqual({ ok: false, reason: 'not-waiting' });
    expect(await tickRefund({ refundId: 'nobodys' }, owner)).toEqual({ ok: false, reason: 'not-found' });
    const elsewhere = await askForRefund(await anOrder({ paymentRef: 'pretend_pending_hand' }));
    await work();
    expect((await refundOf(elsewhere)).state).toBe('pending');
    expect(await tickRefund({ refundId: elsewhere }, owner)).toEqual({ ok: false, reason: 'not-waiting' });
  });
});
