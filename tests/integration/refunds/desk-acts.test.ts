import { describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/schema';
import { MINUTE } from '@/lib/clock';
import { forgetConfig } from '@/lib/config';
import { db } from '@/lib/db/client';
import { newId } from '@/lib/ids';
import { addRefundNote } from '@/lib/refunds/desk/add-refund-note';
import { callOffRefund } from '@/lib/refunds/desk/call-off-refund';
import { giveGoodwill } from '@/lib/refunds/desk/give-goodwill';
import { refundFile } from '@/lib/refunds/desk/refund-queries';
import { payRefund } from '@/lib/refunds/pay-refund';
import { refundPage } from '@/lib/refunds/queries';
import { tickRefund } from '@/lib/refunds/tick-refund';
import { aRefund, atProvider, helper, openDeskDaily, partner } from './desk-till';
import { anOrder, askForRefund, buyerOf, mailsAbout, owner, passTime, refundOf, work } from './till';

openDeskDaily();

describe('goodwill', () => {
  it('is a refund of its own within what was paid; two presses are one, and the buyer reads the words', async () => {
    const { order, refundId } = await aRefund('ok');
    await db.refund.update({ where: { id: refundId }, data: { state: 'canceled' } });
    await db.refundEvent.create({
      data: {
        id: newId(),
        refundId,
        position: 1,
        fromState: 'requested',
        toState: 'canceled',
        cause: 'taken-back',
        at: new Date(),
      },
    });
    const gesture = { refundId, amount: '5.00', words: 'Sorry for the <wait>.', lastSeq: 1 };
    const presses = await Promise.all([giveGoodwill(gesture, owner), giveGoodwill(gesture, owner)]);
    const given = presses.filter((outcome) => outcome.ok);
    expect(given).toHaveLength(1);
    expect(presses.filter((outcome) => !outcome.ok)).toEqual([{ ok: false, reason: 'changed-meanwhile' }]);
    const id = given[0]?.ok ? given[0].refundId : '';
    expect(await refundOf(id)).toMatchObject({ amountMinor: 500, state: 'requested', undoUntil: null });
    await work();
    const mail = await db.mail.findUniqueOrThrow({ where: { dedupeKey: `refund-approved:${id}` } });
    expect(mail.subject).toBe(`€5.00 back for your order ${order.number}`);
    expect(mail.text).toContain('> Sorry for the <wait>.');
    expect(mail.text).not.toContain('We received your request');
    expect(await refundPage(id, buyerOf(order), null, new Date())).toMatchObject({
      isGoodwill: true,
      shopWords: ['Sorry for the <wait>.'],
    });
    expect(await atProvider(order.paymentRef)).toHaveLength(1);
  });

  it('never goes beyond what was paid, and is the owner’s', async () => {
    const order = await anOrder();
    const refundId = await askForRefund(order, 2000);
    const give = (amount: string, actor = owner) =>
      giveGoodwill({ refundId, amount, words: '', lastSeq: 1 }, actor);
    expect(await give('4.01')).toMatchObject({ ok: false, reason: 'amount-too-large', field: 'amount' });
    expect(await give('-4')).toMatchObject({ ok: false, reason: 'amount-unclear' });
    expect(await give('4.00', helper)).toEqual({ ok: false, reason: 'not-allowed' });
    expect(await give('4.00')).toMatchObject({ ok: true });
    expect((await refundFile(refundId, owner))?.can.goodwill).toBeNull();
  });
});

describe('calling a refund off', () => {
  it('is possible until its money leaves; the buyer reads why, and whoever asks again waits for the owner', async () => {
    process.env.REFUND_UNDO_SECONDS = '60';
    forgetConfig();
    const { order, refundId } = await aRefund('ok');
    process.env.REFUND_UNDO_SECONDS = '0';
    forgetConfig();
    await work();
    const words = 'We agreed on a repair on the phone.';
    expect(await callOffRefund({ refundId, words }, helper)).toEqual({ ok: false, reason: 'not-allowed' });
    expect(await callOffRefund({ refundId, words: '\u200B' }, owner)).toMatchObject({
      reason: 'words-empty',
    });
    const both = await Promise.all([
      callOffRefund({ refundId, words }, owner),
      callOffRefund({ refundId, words }, partner),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    passTime(2 * MINUTE);
    await work();
    expect(await atProvider(order.paymentRef)).toEqual([]);
    const page = await refundPage(refundId, buyerOf(order), null, new Date());
    expect(page).toMatchObject({ wasCalledOff: true, wasTakenBack: false, shopWords: [words] });
    const mail = await db.mail.findUniqueOrThrow({ where: { dedupeKey: `refund-called-off:${refundId}` } });
    expect(mail.text).toContain(`> ${words}`);
    expect(await mailsAbout(refundId)).not.toContain('failed');
    const again = await askForRefund(order);
    expect(await refundOf(again)).toMatchObject({ state: 'queued' });
    expect((await refundOf(again)).events[0]?.cause).toBe('called-off-before');
  });

  it('and paying, at the same moment, are one of both, thirty times', async () => {
    for (let round = 0; round < 30; round += 1) {
      const { order, refundId } = await aRefund('ok');
      const [off] = await Promise.all([
        callOffRefund({ refundId, words: 'No.' }, owner),
        payRefund(refundId),
      ]);
      expect(await atProvider(order.paymentRef)).toHaveLength(off.ok ? 0 : 1);
    }
  }, 60_000);

  it('is possible for one to be paid by hand until it is ticked off, and not after', async () => {
    const first = await askForRefund(await anOrder({ provider: 'manual' }));
    const second = await askForRefund(await anOrder({ provider: 'manual' }));
    await work();
    expect(await callOffRefund({ refundId: first, words: 'Paid in the shop.' }, owner)).toMatchObject({
      ok: true,
    });
    const [off, tick] = await Promise.all([
      callOffRefund({ refundId: second, words: 'No.' }, owner),
      tickRefund({ refundId: second }, partner),
    ]);
    expect([off.ok, tick.ok].filter(Boolean)).toHaveLength(1);
    await work();
    expect(await callOffRefund({ refundId: second, words: 'No.' }, owner)).toMatchObject({
      reason: 'too-late',
    });
  });
});

describe('a note', () => {
  it('is kept for the staff, never shown to the buyer', async () => {
    const { order, refundId } = await aRefund('ok');
    expect(await addRefundNote({ refundId, text: 'Called twice.\u202E' }, helper)).toMatchObject({
      ok: true,
    });
    const member: Actor = { ...helper, role: 'member' };
    expect(await addRefundNote({ refundId, text: 'x' }, member)).toEqual({
      ok: false,
      reason: 'not-allowed',
    });
    expect(await addRefundNote({ refundId, text: '\u200B' }, owner)).toEqual({
      ok: false,
      reason: 'note-empty',
    });
    expect(await addRefundNote({ refundId: 'x', text: 'x' }, owner)).toEqual({
      ok: false,
      reason: 'not-found',
    });
    expect((await refundFile(refundId, owner))?.notes).toMatchObject([
      { kind: 'note', byName: 'Hanno', text: 'Called twice.' },
    ]);
    expect((await refundPage(refundId, buyerOf(order), null, new Date()))?.shopWords).toEqual([]);
  });
});
