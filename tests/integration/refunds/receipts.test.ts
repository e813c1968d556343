import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Actor } from '@/lib/accounts/schema';
import { DAY, MINUTE, SECOND } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { transaction } from '@/lib/db/transaction';
import { newId } from '@/lib/ids';
import type { Viewer } from '@/lib/refunds/policy';
import { pretend } from '@/lib/refunds/providers/pretend';
import { refundPage } from '@/lib/refunds/queries';
import { receiptsPage } from '@/lib/refunds/receipts/queries';
import { ReceiptContent } from '@/lib/refunds/receipts/schema';
import { recordForeignRefund } from '@/lib/refunds/record-foreign-refund';
import { applyFinding, settleRefund } from '@/lib/refunds/settle-refund';
import { signViewKey } from '@/lib/refunds/sign-view-link';
import { tickRefund, undoTick } from '@/lib/refunds/tick-refund';
import { saveSettings } from '@/lib/settings/save-settings';
import { DEFAULT_SETTINGS } from '@/lib/settings/schema';
import {
  anOrder,
  askForRefund,
  buyerOf,
  expectSoundBooks,
  owner,
  passTime,
  startClock,
  work,
  workThrough,
} from './till';

beforeEach(() => startClock());
afterEach(async () => {
  await expectSoundBooks();
  await expectNoGaps();
  vi.useRealTimers();
});

/** Every year counts from 1 by ones, in the order in which its receipts were written, and its counter says so. */
async function expectNoGaps(): Promise<void> {
  const notes = await db.creditNote.findMany({ orderBy: [{ year: 'asc' }, { number: 'asc' }] });
  for (const year of new Set(notes.map((note) => note.year))) {
    const numbers = notes.filter((note) => note.year === year).map(({ number }) => number);
    expect(numbers).toEqual(numbers.map((_number, index) => index + 1));
    const counter = await db.numberSequence.findUniqueOrThrow({ where: { name: `credit-notes:${year}` } });
    expect(counter.last).toBe(numbers.length);
  }
}

function notesOf(refundId: string) {
  return db.creditNote.findMany({ where: { refundId }, orderBy: { position: 'asc' } });
}

async function contentsOf(refundId: string): Promise<ReceiptContent[]> {
  return (await notesOf(refundId)).map(({ content }) => ReceiptContent.parse(JSON.parse(content)));
}

/** One that is with the provider, and not yet complete. */
async function aPendingRefund(facts: Parameters<typeof anOrder>[0] = {}, amountMinor?: number) {
  const order = await anOrder({ paymentRef: `pretend_pending_r${newId()}`, ...facts });
  const refundId = await askForRefund(order, amountMinor);
  await work();
  return { order, refundId };
}

const done = { state: 'succeeded', cause: 'webhook' } as const;
const bounced = { state: 'failed', cause: 'webhook', failureReason: 'closed-account' } as const;

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

describe('the receipt of a refund', () => {
  it('is one, however often it is settled, and from however many sides at once', async () => {
    const { refundId } = await aPendingRefund();
    const causes = ['webhook', 'look-up', 'provider-answer', 'owner'] as const;
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        settleRefund(refundId, { state: 'succeeded', cause: causes[index % 4] ?? 'webhook' }),
      ),
    );
    await settleRefund(refundId, done);
    expect(await notesOf(refundId)).toHaveLength(1);
  });

  it('is there once the refund is complete, and never before', async () => {
    const pending = await aPendingRefund();
    expect(await notesOf(pending.refundId)).toEqual([]);
    const refundId = await askForRefund(await anOrder());
    await workThrough(MINUTE);
    expect(await notesOf(refundId)).toHaveLength(1);
    passTime(DAY);
    await work();
    expect(await notesOf(refundId)).toHaveLength(1);
  });

  it('says who gave back what to whom, as it was then', async () => {
    const shop = { legalName: 'Porch Lamps GmbH', legalAddress: 'Weg 1\n10115 Berlin', taxNumber: 'DE123' };
    await saveSettings({ ...DEFAULT_SETTINGS, shopName: 'Lamps', timeZone: 'Asia/Tokyo', ...shop }, owner);
    const items = [
      { name: 'Lamp', quantity: 2, unitMinor: 1000 },
      { name: 'Bulb', quantity: 1, unitMinor: 400 },
    ];
    const whole = {
      items,
      totalMinor: 2900,
      shippingMinor: 500,
      taxMinor: 463,
      methodLabel: 'Visa •••• 4242',
    };
    const { order, refundId } = await aPendingRefund({ ...whole, paidAt: '2026-11-20T16:00:00Z' });
    await settleRefund(refundId, done);
    await saveSettings({ ...DEFAULT_SETTINGS, shopName: 'Another name' }, owner);
    await db.order.update({ where: { id: order.id }, data: { number: 'OTHER', taxMinor: 1 } });
    expect(await contentsOf(refundId)).toEqual([
      {
        shop: { name: 'Lamps', legalName: shop.legalName, address: shop.legalAddress, taxNumber: 'DE123' },
        issuedOn: '2026-11-21',
        order: { number: order.number, paidOn: '2026-11-21', method: 'Visa •••• 4242' },
        currency: 'EUR',
        amountMinor: 2900,
        taxMinor: 463,
        orderTax: null,
        lines: [
          { name: 'Lamp', quantity: 2, amountMinor: 2000 },
          { name: 'Bulb', quantity: 1, amountMinor: 400 },
        ],
        shippingMinor: 500,
        isWhole: true,
        cancels: null,
      },
    ]);
  });

  it('guesses neither the tax of a part nor prices that do not make the sum', async () => {
    const part = await aPendingRefund({ taxMinor: 383 }, 1000);
    await settleRefund(part.refundId, done);
    const [first] = await contentsOf(part.refundId);
    expect(first).toMatchObject({ taxMinor: null, orderTax: { taxMinor: 383, totalMinor: 2400 }, lines: [] });
    const cheaper = await aPendingRefund({ totalMinor: 2000 });
    await settleRefund(cheaper.refundId, done);
    const [second] = await contentsOf(cheaper.refundId);
    expect(second).toMatchObject({ taxMinor: null, orderTax: null, isWhole: true });
    expect(second?.lines).toEqual([{ name: 'Candle', quantity: 1, amountMinor: null }]);
  });

  it('is cancelled by one with a number of its own when the bank sends the money back', async () => {
    const { refundId } = await aPendingRefund();
    await settleRefund(refundId, done);
    passTime(DAY);
    await Promise.all([settleRefund(refundId, bounced), settleRefund(refundId, bounced)]);
    const [credit, cancellation, ...more] = await notesOf(refundId);
    expect(more).toEqual([]);
    expect(cancellation?.number).toBe((credit?.number ?? 0) + 1);
    const [before, after] = await contentsOf(refundId);
    const number = `CN-2026-${String(credit?.number).padStart(5, '0')}`;
    expect(after).toEqual({ ...before, issuedOn: '2026-11-22', cancels: { number, reason: 'came-back' } });
  });

  it('is not written for one that failed before it was complete', async () => {
    const { refundId } = await aPendingRefund();
    await settleRefund(refundId, bounced);
    expect(await notesOf(refundId)).toEqual([]);
  });

  it('follows the tick of one that is paid by hand, and its taking back', async () => {
    const order = await anOrder({ provider: 'manual', paymentRef: undefined });
    const refundId = await askForRefund(order);
    await work();
    await Promise.all([tickRefund({ refundId }, owner), tickRefund({ refundId }, owner)]);
    expect(await notesOf(refundId)).toHaveLength(1);
    await undoTick({ refundId }, owner);
    expect((await contentsOf(refundId))[1]?.cancels?.reason).toBe('not-paid');
    await tickRefund({ refundId }, owner);
    expect((await contentsOf(refundId)).map(({ cancels }) => cancels === null)).toEqual([true, false, true]);
  });
});

describe('a refund that was made past this site', () => {
  it('gets a receipt when it was made at the provider for an order that was known', async () => {
    const order = await anOrder({ paymentRef: `pretend_ok_f${newId()}` });
    const found = {
      ...{ id: `pre_${newId()}`, paymentRef: order.paymentRef, amountMinor: 700, currency: 'EUR' },
      ...{ state: 'succeeded' as const, failureReason: null, refundId: null },
    };
    const times = [new Date(order.createdAt.getTime() + SECOND), new Date(order.createdAt.getTime() - DAY)];
    for (const [index, madeAt] of times.entries()) {
      const one = { ...found, id: `${found.id}${index}`, madeAt };
      expect(await transaction((tx) => recordForeignRefund(tx, pretend.name, one))).toBe(true);
    }
    const refunds = await db.refund.findMany({ where: { orderId: order.id }, orderBy: { seq: 'asc' } });
    const notes = await Promise.all(refunds.map(({ id }) => notesOf(id)));
    expect(notes.map(({ length }) => length)).toEqual([1, 0]);
    // What another wrote the receipt of is not cancelled by us.
    await settleRefund(refunds[1]?.id ?? '', bounced);
    expect(await notesOf(refunds[1]?.id ?? '')).toEqual([]);
  });
});

describe('who sees the receipts of a refund', () => {
  const nobody: Viewer = { actor: null, guestOrderId: null };

  it('is whoever sees its tracker: the buyer, the staff, a guest with the code, the holder of the mailed link', async () => {
    const { order, refundId } = await aPendingRefund();
    const helper: Actor = { id: 'thehelper0000000', name: 'Hanno', role: 'helper', email: 'h@example.com' };
    const seen = (viewer: Viewer, key: string | null = null) =>
      receiptsPage(refundId, viewer, key, new Date());
    expect((await seen(buyerOf(order)))?.receipts).toEqual([]);
    expect((await refundPage(refundId, buyerOf(order), null, new Date()))?.receipt).toBeNull();
    await settleRefund(refundId, done);
    const [note] = await notesOf(refundId);
    const number = `CN-2026-${String(note?.number).padStart(5, '0')}`;
    const key = signViewKey({ id: refundId, orderId: order.id, linkNonce: 0 }, new Date());
    const withCode = { actor: null, guestOrderId: order.id };
    for (const viewer of [
      buyerOf(order),
      { ...nobody, actor: helper },
      { ...nobody, actor: owner },
      withCode,
    ])
      expect((await seen(viewer))?.receipts.map((receipt) => receipt.number)).toEqual([number]);
    expect((await seen(nobody, key))?.receipts).toHaveLength(1);
    expect((await refundPage(refundId, nobody, key, new Date()))?.receipt).toBe(number);
    const other = await aPendingRefund();
    const otherKey = signViewKey({ id: other.refundId, orderId: other.order.id, linkNonce: 0 }, new Date());
    expect(await seen(nobody)).toBeNull();
    expect(await seen(buyerOf(other.order))).toBeNull();
    for (const bad of [otherKey, '', 'x', `${key}x`]) expect(await seen(nobody, bad)).toBeNull();
    expect(await receiptsPage('nothing', { ...nobody, actor: owner }, null, new Date())).toBeNull();
    passTime(31 * DAY);
    expect(await seen(nobody, key)).toBeNull();
  });

  it('are told which one cancels which', async () => {
    const { order, refundId } = await aPendingRefund();
    await settleRefund(refundId, done);
    await settleRefund(refundId, bounced);
    const { receipts = [] } = (await receiptsPage(refundId, buyerOf(order), null, new Date())) ?? {};
    const [credit, cancellation] = receipts;
    expect(credit?.cancelledBy).toBe(cancellation?.number);
    expect(cancellation?.content.cancels?.number).toBe(credit?.number);
    expect(cancellation?.cancelledBy).toBeNull();
  });
});

/** Many that are with the provider, written past all code to spare the time of asking for each. */
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
      ...{ requestedVia: 'page', createdAt: at, updatedAt: at },
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
