import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Actor } from '@/lib/accounts/schema';
import { DAY, HOUR, MINUTE, SECOND } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { transaction } from '@/lib/db/transaction';
import { addRefundReason } from '@/lib/refunds/add-refund-reason';
import { applyDispute } from '@/lib/refunds/apply-dispute';
import { settleTrouble } from '@/lib/refunds/desk/add-refund-note';
import { openDisputes } from '@/lib/refunds/desk/dispute-queries';
import { newestExport } from '@/lib/refunds/desk/export-queries';
import { exportRefunds } from '@/lib/refunds/desk/export-refunds';
import { refundFigures } from '@/lib/refunds/desk/figures-queries';
import { ALL_REFUNDS, type RefundFilter } from '@/lib/refunds/desk/filter';
import { finishInstead } from '@/lib/refunds/desk/finish-instead';
import { countRefundsForOwner, deskRefunds, refundsInNeed } from '@/lib/refunds/desk/queries';
import { requestRefund } from '@/lib/refunds/request-refund';
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

let day = 0;
beforeEach(() => {
  day += 1;
  startClock(`2026-08-${String(day * 3).padStart(2, '0')}T10:00:00Z`);
});
afterEach(async () => {
  await expectSoundBooks();
  vi.useRealTimers();
});

const helper: Actor = { id: 'thehelper0000000', name: 'Hanno', role: 'helper', email: 'h@example.com' };

async function found(filter: Partial<RefundFilter>): Promise<string[]> {
  const list = await deskRefunds(owner, { filter: { ...ALL_REFUNDS, ...filter }, page: 1, perPage: 30 });
  expect(list.total).toBe(list.items.length);
  return list.items.map(({ id }) => id);
}

async function needs(): Promise<Record<string, string[]>> {
  const groups = await refundsInNeed(owner);
  return Object.fromEntries(groups.map(({ need, items }) => [need, items.map(({ id }) => id)]));
}

describe('what needs the owner', () => {
  it('stands first, each with what is the matter, and leaves when something was done', async () => {
    const bounced = await anOrder({ paymentRef: `pretend_fail_later_${day}` });
    const bouncedId = await askForRefund(bounced);
    const byHand = await askForRefund(await anOrder({ provider: 'manual' }));
    const silent = await askForRefund(await anOrder({ paymentRef: `pretend_error500_before_${day}` }));
    const disputed = await askForRefund(await anOrder({ paymentRef: `pretend_disputed_${day}` }));
    const fine = await askForRefund(await anOrder());
    await work();
    await workThrough(MINUTE, 15 * SECOND);
    expect(await needs()).toEqual({ bounced: [bouncedId], disputed: [disputed], pay: [byHand] });
    passTime(10 * MINUTE);
    expect(await needs()).toMatchObject({ unknown: [silent] });
    expect(await countRefundsForOwner()).toBe(4);
    // The buyer asked again: that refund is the matter now.
    const again = await requestRefund({ orderId: bounced.id }, buyerOf(bounced), 'page');
    expect(again.ok).toBe(true);
    expect(await settleTrouble({ refundId: disputed, text: 'Sent the evidence.' }, owner)).toMatchObject({
      ok: true,
    });
    expect(await needs()).toEqual({ pay: [byHand], unknown: [silent] });
    expect(
      (await deskRefunds(helper, { filter: ALL_REFUNDS, page: 1, perPage: 30 })).items.map(({ can }) => can),
    ).toEqual(Array(6).fill({ release: false, tick: false, undoTick: false, finishInstead: false }));
    expect(await found({ state: 'succeeded' })).toContain(fine);
  });

  it('is also a dispute of an order, until it ends, once', async () => {
    const order = await anOrder({ paymentRef: `pretend_ok_dispute${day}` });
    const before = await countRefundsForOwner();
    const told = {
      id: `dp_${day}`,
      paymentRefs: [order.paymentRef],
      amount: null,
      reason: 'product_not_received',
      isInquiry: false,
      openedAt: new Date(),
    };
    await transaction((tx) => applyDispute(tx, 'pretend', { ...told, state: 'open' }));
    expect(await openDisputes()).toMatchObject([
      {
        orderNumber: order.number,
        amount: { amountMinor: 2400, currency: 'EUR' },
        reason: 'product_not_received',
      },
    ]);
    expect(await countRefundsForOwner()).toBe(before + 1);
    await transaction((tx) => applyDispute(tx, 'pretend', { ...told, state: 'won' }));
    expect(await openDisputes()).toEqual([]);
    expect(await countRefundsForOwner()).toBe(before);
  });

  it('is also whoever chose something else instead of the money', async () => {
    const id = await askForRefund(await anOrder());
    await db.refund.update({ where: { id }, data: { state: 'canceled', replacedBy: 'repair' } });
    await db.refundEvent.create({
      data: {
        id: 'replacedevent000',
        refundId: id,
        position: 1,
        fromState: 'requested',
        toState: 'canceled',
        cause: 'replaced',
        at: new Date(),
      },
    });
    expect(await needs()).toMatchObject({ instead: [id] });
    expect(await finishInstead({ refundId: id }, helper)).toEqual({ ok: false, reason: 'not-allowed' });
    const both = await Promise.all([
      finishInstead({ refundId: id }, owner),
      finishInstead({ refundId: id }, owner),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await needs()).instead).toBeUndefined();
  });
});

describe('the list', () => {
  it('is narrowed by state, provider, reason, product, days and words, as written in its address', async () => {
    const lamp = await anOrder({
      number: 'FX-77 001',
      email: `finder${day}@example.com`,
      items: [
        { name: 'Öl-Lampe „Größe L“', quantity: 1, unitMinor: 2000 },
        { name: 'Wick', quantity: 2, unitMinor: 200 },
      ],
    });
    const [lampItem] = await db.orderItem.findMany({
      where: { orderId: lamp.id },
      orderBy: { position: 'asc' },
    });
    const asked = await requestRefund(
      { orderId: lamp.id, lines: [{ itemId: lampItem?.id ?? '', quantity: 1 }] },
      buyerOf(lamp),
      'page',
    );
    const lampId = asked.ok ? asked.refundId : '';
    const reason = { refundId: lampId, reason: '100% broken_glass', kind: 'damaged' as const };
    expect(await addRefundReason(reason, buyerOf(lamp))).toMatchObject({ ok: true });
    const byHand = await askForRefund(await anOrder({ provider: 'manual', number: `HAND-${day}` }));
    await work();
    const today = new Date().toISOString().slice(0, 10);
    const period = { from: today, to: today };
    for (const filter of [
      { text: 'fx77001' },
      { text: '#fx-77' },
      { text: `FINDER${day}@` },
      { text: lampId },
      { text: lamp.externalId },
      { text: 'BROKEN_GLASS' },
      { text: '100%' },
      { reason: 'damaged' as const },
      { product: 'öl-lampe' },
      { product: 'GRÖSSE' },
    ])
      expect(await found({ ...filter, ...period }), JSON.stringify(filter)).toEqual([lampId]);
    for (const filter of [{ text: 'brokenXglass' }, { product: 'Wick' }, { product: '%' }, { text: '\\' }])
      expect(await found({ ...filter, ...period }), JSON.stringify(filter)).toEqual([]);
    expect(await found({ provider: 'manual', ...period })).toEqual([byHand]);
    expect(await found({ state: 'pending', reason: 'none', ...period })).toEqual([byHand]);
    expect(await found({ from: '2026-12-01' })).toEqual([]);
    expect(await found({ to: '2026-01-01' })).toEqual([]);
  });

  it('has pages', async () => {
    const today = new Date().toISOString().slice(0, 10);
    const ids: string[] = [];
    for (let i = 0; i < 5; i += 1) {
      passTime(SECOND);
      ids.unshift(await askForRefund(await anOrder()));
    }
    const filter = { ...ALL_REFUNDS, from: today };
    const pages = await Promise.all(
      [1, 2, 3].map((page) => deskRefunds(owner, { filter, page, perPage: 2 })),
    );
    expect(pages.flatMap(({ items }) => items.map(({ id }) => id))).toEqual(ids);
    expect(pages[2]?.total).toBe(5);
  });
});

describe('the table to take away', () => {
  it('has every refund of the filter, no formula, and a row that says who took it', async () => {
    const order = await anOrder({
      number: '=cmd|1',
      email: `table${day}@example.com`,
      items: [{ name: '@SUM(A1:A9)', quantity: 1, unitMinor: 2400 }],
    });
    const refundId = await askForRefund(order);
    await addRefundReason(
      { refundId, reason: '+1; =HYPERLINK("http://evil")', kind: 'other' },
      buyerOf(order),
    );
    await work();
    const filter = { ...ALL_REFUNDS, text: `table${day}@example.com` };
    expect(await exportRefunds(filter, helper)).toEqual({ ok: false, reason: 'not-allowed' });
    const outcome = await exportRefunds(filter, owner);
    if (!outcome.ok) throw new Error('The owner may.');
    expect(await newestExport()).toMatchObject({ byName: 'Ola', rows: null });
    let text = '';
    for await (const piece of outcome.pieces) text += piece;
    expect(await newestExport()).toMatchObject({ byName: 'Ola', rows: 1 });
    const [head, line, ...rest] = text.split('\r\n');
    expect(head).toMatch(/^\uFEFF"Refund","Order",/);
    expect(rest).toEqual(['']);
    expect(line).toContain(`"${refundId}","'=cmd|1","table${day}@example.com"`);
    expect(line).toContain('"24.00","EUR","pretend"');
    expect(line).toContain(`"other","'+1; '=HYPERLINK(""http://evil"")","1 × @SUM(A1:A9)"`);
    const kept = await db.refundExport.findFirstOrThrow({ where: { rows: 1 } });
    expect(kept.filters).toBe(`q=table${day}%40example.com`);
  });

  it('reads page by page and leaves none out, although refunds come in meanwhile', async () => {
    const at = new Date();
    const order = await anOrder({ totalMinor: 2_000_000 });
    const rows = Array.from({ length: 1203 }, (_row, index) => ({
      id: `export${String(index).padStart(10, '0')}`,
      orderId: order.id,
      seq: index + 1,
      amountMinor: 1,
      currency: 'EUR',
      provider: 'pretend',
      paymentRef: order.paymentRef,
      state: 'failed' as const,
      idempotencyKey: `export-${index}`,
      policySnapshot: '{}',
      requestedVia: 'provider',
      // Many of the same moment.
      createdAt: new Date(at.getTime() - Math.floor(index / 700)),
      updatedAt: at,
    }));
    await db.refund.createMany({ data: rows });
    await db.refundEvent.createMany({
      data: rows.map(({ id }) => ({
        id: `e${id.slice(1)}`,
        refundId: id,
        position: 0,
        toState: 'failed' as const,
        cause: 'webhook',
        at,
      })),
    });
    const outcome = await exportRefunds({ ...ALL_REFUNDS, text: order.number }, owner);
    if (!outcome.ok) throw new Error('The owner may.');
    const seen: string[] = [];
    for await (const piece of outcome.pieces) {
      seen.push(...[...piece.matchAll(/^"(export\d+)"/gm)].map((match) => match[1] ?? ''));
      passTime(SECOND);
      if (seen.length === 500) await askForRefund(await anOrder({ number: `${order.number}-2` }));
    }
    expect(seen).toHaveLength(1203);
    expect(new Set(seen).size).toBe(1203);
  });
});

describe('figures', () => {
  it('tell what left on which day and why it was asked back, without what bounced', async () => {
    passTime(2 * HOUR);
    const items = [{ name: `Bell ${day}`, quantity: 1, unitMinor: 2400 }];
    const order = await anOrder({ items, currency: 'CHF' });
    await addRefundReason({ refundId: await askForRefund(order), reason: '', kind: 'late' }, buyerOf(order));
    await askForRefund(await anOrder({ items, currency: 'CHF', paymentRef: `pretend_fail_later_${day}x` }));
    await askForRefund(await anOrder({ items, currency: 'CHF', provider: 'manual' }));
    await work();
    await workThrough(MINUTE, 15 * SECOND);
    passTime(2 * DAY);
    const figures = await refundFigures(7, new Date(), 'UTC');
    const francs = figures.money.find(({ currency }) => currency === 'CHF');
    expect(francs?.totalMinor).toBe(2400);
    expect(francs?.days).toHaveLength(7);
    expect(francs?.days.at(-3)).toMatchObject({ amountMinor: 2400, count: 1 });
    expect(figures.products.find(({ product }) => product === `Bell ${day}`)).toEqual({
      product: `Bell ${day}`,
      count: 3,
      reasons: [
        { reason: 'late', count: 1 },
        { reason: 'none', count: 2 },
      ],
    });
  });
});
