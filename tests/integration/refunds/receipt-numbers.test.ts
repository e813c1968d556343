import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SECOND } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { transaction } from '@/lib/db/transaction';
import { newId } from '@/lib/ids';
import { applyFinding, settleRefund } from '@/lib/refunds/settle-refund';
import { saveSettings } from '@/lib/settings/save-settings';
import { DEFAULT_SETTINGS } from '@/lib/settings/schema';
import { aPendingRefund, contentsOf, done, expectNoGaps, notesOf } from './receipt-till';
import { anOrder, expectSoundBooks, owner, passTime, startClock } from './till';

beforeEach(() => startClock());
afterEach(async () => {
  await expectSoundBooks();
  await expectNoGaps();
  vi.useRealTimers();
});

describe('the numbers of receipts', () => {
  it('one that is rolled back leaves no hole', async () => {
    const { refundId } = await aPendingRefund();
    await expect(
      transaction(async (tx) => {
        await applyFinding(tx, refundId, done);
        throw new Error('The process dies here.');
      }),
    ).rejects.toThrow('The process dies here.');
    expect(await notesOf(refundId)).toEqual([]);
    const [before, after] = [await aPendingRefund(), { refundId }];
    for (const next of [before, after]) await settleRefund(next.refundId, done);
    expect(await notesOf(refundId)).toHaveLength(1);
  });

  it('begin anew with each year of the shop, by its own clock', async () => {
    await saveSettings({ ...DEFAULT_SETTINGS, timeZone: 'Europe/Berlin' }, owner);
    startClock('2027-12-31T22:59:00Z');
    const { refundId: old } = await aPendingRefund();
    const { refundId: young } = await aPendingRefund();
    await settleRefund(old, done);
    passTime(60 * SECOND);
    await settleRefund(young, done);
    const [[last], [first]] = [await notesOf(old), await notesOf(young)];
    expect([last?.year, first?.year, first?.number]).toEqual([2027, 2028, 1]);
    expect((await contentsOf(young))[0]?.issuedOn).toBe('2028-01-01');
  });

  it('are held by the database itself: no hole, none twice, nothing changed or taken away', async () => {
    const { refundId } = await aPendingRefund();
    await settleRefund(refundId, done);
    const [note] = await notesOf(refundId);
    if (!note) throw new Error('There is no note.');
    const refused = (name: string) => new RegExp(`${name}|Foreign key constraint violated`);
    for (const number of [note.number, note.number + 2]) {
      const data = { ...note, id: newId(), position: 1, number };
      await expect(db.creditNote.create({ data })).rejects.toThrow(refused('credit-notes-count'));
    }
    const one = { where: { id: note.id } };
    await expect(db.creditNote.update({ ...one, data: { content: '{}' } })).rejects.toThrow(
      refused('credit-notes-stay'),
    );
    await expect(db.creditNote.delete(one)).rejects.toThrow(refused('credit-notes-stay'));
  });
});

/** Many that are with the provider, as if it had told of each: written past all code to spare the time of asking for them. */
async function manyPendingRefunds(count: number): Promise<string[]> {
  const order = await anOrder({ totalMinor: count * 100 });
  const ids = Array.from({ length: count }, () => newId());
  const at = new Date();
  await db.refund.createMany({
    data: ids.map((id, index) => ({
      ...{ id, orderId: order.id, seq: index + 1, amountMinor: 100, currency: 'EUR', provider: 'pretend' },
      ...{
        paymentRef: order.paymentRef,
        state: 'pending' as const,
        idempotencyKey: `rf_${id}`,
        providerRefundId: `pre_${id}`,
        policySnapshot: '{}',
      },
      ...{ requestedVia: 'provider', createdAt: at, updatedAt: at },
    })),
  });
  await db.refundEvent.createMany({
    data: ids.map((refundId) => ({
      ...{ id: newId(), refundId, position: 0, toState: 'pending' as const, cause: 'webhook', at },
    })),
  });
  return ids;
}

// The last one, because it leaves two jobs for each of them.
it('50 refunds that succeed at once get 50 numbers, none left out and none twice', async () => {
  const refunds = await manyPendingRefunds(50);
  await Promise.all(refunds.map((refundId) => settleRefund(refundId, done)));
  const notes = await db.creditNote.findMany({ where: { refundId: { in: refunds } } });
  expect(new Set(notes.map(({ refundId }) => refundId)).size).toBe(50);
  expect(new Set(notes.map(({ number }) => number)).size).toBe(50);
  await expectNoGaps();
});
