import { describe, expect, it, vi } from 'vitest';
import type { Actor } from '@/lib/accounts/schema';
import { HOUR, MINUTE, SECOND } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { newId } from '@/lib/ids';
import { askProvider } from '@/lib/refunds/desk/ask-provider';
import { refundFile } from '@/lib/refunds/desk/refund-queries';
import { sendAgain } from '@/lib/refunds/desk/send-again';
import { payRefund } from '@/lib/refunds/pay-refund';
import { pretend } from '@/lib/refunds/providers/pretend';
import { aRefund, atProvider, helper, openDeskDaily, partner } from './desk-till';
import { anOrder, askForRefund, mailsAbout, owner, passTime, refundOf, work, workThrough } from './till';

openDeskDaily();

describe('asking the provider', () => {
  it('shows its view beside ours, takes over what it says, and never pays', async () => {
    const { order, refundId } = await aRefund('ok');
    const before = await askProvider({ refundId }, owner);
    expect(before).toEqual({ ok: true, refundId, answered: true });
    expect(await atProvider(order.paymentRef)).toEqual([]);
    expect((await refundFile(refundId, owner))?.look).toMatchObject({
      byName: 'Ola',
      found: [],
      trouble: '',
    });
    await payRefund(refundId);
    expect((await refundOf(refundId)).state).toBe('pending');
    passTime(5 * SECOND);
    await askProvider({ refundId }, owner);
    const file = await refundFile(refundId, owner);
    expect(file?.state).toBe('succeeded');
    expect(file?.steps.at(-1)?.why).toBe('found by asking the payment provider');
    expect(file?.look?.found).toMatchObject([{ refundId, state: 'succeeded', amountMinor: 2400 }]);
    expect(await atProvider(order.paymentRef)).toHaveLength(1);
  });

  it('says so when there is no answer, and changes nothing', async () => {
    const { refundId } = await aRefund('ok');
    const list = vi.spyOn(pretend, 'listRefunds').mockRejectedValue(new Error('The connection was refused.'));
    expect(await askProvider({ refundId }, owner)).toMatchObject({ ok: true, answered: false });
    list.mockRestore();
    const file = await refundFile(refundId, owner);
    expect(file?.look).toMatchObject({ found: [], trouble: 'The connection was refused.' });
    expect(file?.steps).toHaveLength(1);
  });

  it('is the owner’s, and needs a provider', async () => {
    const { refundId } = await aRefund('ok');
    expect(await askProvider({ refundId }, helper)).toEqual({ ok: false, reason: 'not-allowed' });
    const byHand = await askForRefund(await anOrder({ provider: 'manual' }));
    expect(await askProvider({ refundId: byHand }, owner)).toEqual({ ok: false, reason: 'by-hand' });
    expect(await askProvider({ refundId: 'x' }, owner)).toEqual({ ok: false, reason: 'not-found' });
  });
});

describe('a refund whose stored error is repeated', () => {
  it('is sent again under a new key once the provider was seen to have none, and paid once', async () => {
    const { order, refundId } = await aRefund('error500_before');
    await work();
    expect(await sendAgain({ refundId }, owner)).toEqual({ ok: false, reason: 'too-soon' });
    await workThrough(5 * MINUTE, MINUTE);
    passTime(11 * MINUTE);
    const { attempts } = await refundOf(refundId);
    const both = await Promise.all([sendAgain({ refundId }, owner), sendAgain({ refundId }, partner)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await refundOf(refundId)).toMatchObject({
      keyGeneration: 2,
      idempotencyKey: `rf_${refundId}_2`,
      attempts,
      state: 'unknown',
    });
    expect((await refundOf(refundId)).events.at(-1)?.note).toMatch(
      /it has no such refund. Sent again with key 2\.$/,
    );
    await Promise.all([work(), work()]);
    await workThrough(MINUTE, 15 * SECOND);
    expect(await refundOf(refundId)).toMatchObject({ state: 'succeeded', keyGeneration: 2 });
    const books = (await atProvider(order.paymentRef)).filter((book) => book.refundId === refundId);
    expect(books.map((book) => book.idempotencyKey)).toEqual([`rf_${refundId}_2`]);
    expect(await mailsAbout(refundId)).toEqual(['approved', 'succeeded']);
  });

  it('is found instead when the money had moved behind the error', async () => {
    const { order, refundId } = await aRefund('error500');
    const list = vi.spyOn(pretend, 'listRefunds').mockRejectedValue(new Error('503'));
    await work();
    passTime(11 * MINUTE);
    expect(await sendAgain({ refundId }, owner)).toEqual({ ok: false, reason: 'no-answer' });
    list.mockRestore();
    expect(await sendAgain({ refundId }, owner)).toEqual({ ok: false, reason: 'at-provider' });
    expect(await refundOf(refundId)).toMatchObject({ state: 'succeeded', keyGeneration: 1 });
    expect(await atProvider(order.paymentRef)).toHaveLength(1);
  });

  it('can be sent again after the 20 hours too, when only the owner goes on', async () => {
    const { refundId } = await aRefund('error500_before');
    await work();
    passTime(21 * HOUR);
    await work();
    expect(await refundOf(refundId)).toMatchObject({ failureReason: 'needs-review' });
    passTime(11 * MINUTE);
    expect(await sendAgain({ refundId }, owner)).toMatchObject({ ok: true });
    await work();
    await workThrough(MINUTE, 15 * SECOND);
    expect((await refundOf(refundId)).state).toBe('succeeded');
  });
});

describe('a refund that failed for good', () => {
  it('stays as it is, and a new one takes its place, once', async () => {
    const { order, refundId } = await aRefund('fail_later', {
      items: [{ name: 'Candle', quantity: 2, unitMinor: 1200 }],
    });
    await work();
    await workThrough(MINUTE, 10 * SECOND);
    expect((await refundFile(refundId, owner))?.can.sendAgain).toBe('yes');
    const before = await refundOf(refundId);
    const both = await Promise.all([sendAgain({ refundId }, owner), sendAgain({ refundId }, partner)]);
    const sent = both.filter((outcome) => outcome.ok);
    expect(sent).toHaveLength(1);
    const next = sent[0]?.ok ? sent[0].refundId : '';
    expect(next).not.toBe(refundId);
    expect(await sendAgain({ refundId }, owner)).toEqual({ ok: false, reason: 'not-stuck' });
    expect((await refundOf(refundId)).events).toEqual(before.events);
    expect(await refundOf(next)).toMatchObject({ amountMinor: 2400, idempotencyKey: `rf_${next}`, seq: 2 });
    await work();
    expect((await atProvider(order.paymentRef)).map((book) => book.refundId).sort()).toEqual(
      [refundId, next].sort(),
    );
    const file = await refundFile(refundId, owner);
    expect(file?.can.sendAgain).toBe('no');
    expect(file?.need).toBeNull();
    expect(file?.notes.map(({ kind, text }) => [kind, text])).toEqual([
      ['settled', `Sent again as refund ${next}.`],
    ]);
  });

  it('has its new one and the notes about both, or nothing of it', async () => {
    const { order, refundId } = await aRefund('fail_later');
    await work();
    await workThrough(MINUTE, 10 * SECOND);
    let read = 0;
    const failing: Actor = {
      ...owner,
      get name() {
        read += 1;
        // The first time it is for the look at the provider.
        if (read > 1) throw new Error('The process ends here.');
        return owner.name;
      },
    };
    await expect(sendAgain({ refundId }, failing)).rejects.toThrow('The process ends here.');
    expect(await db.refund.count({ where: { orderId: order.id } })).toBe(1);
    expect(await db.refundNote.count({ where: { refundId } })).toBe(0);
  });

  it('is not sent again when it is alive at the provider after all, and counts then', async () => {
    const { order, refundId } = await aRefund('hang');
    const list = vi.spyOn(pretend, 'listRefunds').mockResolvedValue([]);
    vi.spyOn(pretend, 'createRefund').mockRejectedValueOnce(new Error('The connection was reset.'));
    await work();
    passTime(21 * HOUR);
    await work();
    const { closeRefund } = await import('@/lib/refunds/close-refund');
    expect(await closeRefund({ refundId }, owner)).toMatchObject({ ok: true });
    list.mockRestore();
    await db.pretendRefund.create({
      data: {
        id: `pre_late${newId()}`,
        idempotencyKey: `rf_${refundId}`,
        paymentRef: order.paymentRef,
        amountMinor: 2400,
        currency: 'EUR',
        refundId,
        createdAt: new Date(),
      },
    });
    expect(await sendAgain({ refundId }, owner)).toEqual({ ok: false, reason: 'at-provider' });
    expect(await sendAgain({ refundId }, owner)).toMatchObject({ ok: false });
    const rows = await db.refund.findMany({ where: { orderId: order.id }, orderBy: { seq: 'asc' } });
    expect(rows.map(({ state, requestedVia }) => [state, requestedVia])).toEqual([
      ['failed', 'page'],
      ['succeeded', 'provider'],
    ]);
    expect((await refundFile(refundId, owner))?.can.goodwill).toBeNull();
  });

  it('is the owner’s to send, and not a refund that is well', async () => {
    const { refundId } = await aRefund('ok');
    expect(await sendAgain({ refundId }, helper)).toEqual({ ok: false, reason: 'not-allowed' });
    expect(await sendAgain({ refundId }, owner)).toEqual({ ok: false, reason: 'not-stuck' });
  });
});
