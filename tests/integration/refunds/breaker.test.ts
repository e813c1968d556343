import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Actor } from '@/lib/accounts/schema';
import { DAY, HOUR } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { releaseWaiting } from '@/lib/refunds/breaker/release-waiting';
import { refundPage } from '@/lib/refunds/queries';
import { requestRefund } from '@/lib/refunds/request-refund';
import { takeBackRefund } from '@/lib/refunds/take-back-refund';
import { forgetShopSettings } from '@/lib/settings/queries';
import type { ShopSettings } from '@/lib/settings/schema';
import { aPerson } from '@/tests/support/a-person';
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
  workThrough,
} from './till';

async function limit(settings: Partial<ShopSettings>): Promise<void> {
  const value = JSON.stringify(settings);
  const row = { key: 'shop', value, updatedAt: new Date() };
  await db.setting.upsert({ where: { key: 'shop' }, create: row, update: row });
  forgetShopSettings();
}

/** Every test has a day of its own, so that none uses up what another may. */
let day = 0;
beforeEach(() => {
  day += 1;
  startClock(`2026-10-${String(day * 2).padStart(2, '0')}T12:10:00Z`);
});
afterEach(async () => {
  await db.setting.deleteMany({ where: { key: 'shop' } });
  forgetShopSettings();
  await expectSoundBooks();
  // What waited is not left to the next test.
  await releaseWaiting({ until: new Date() }, owner);
  vi.useRealTimers();
});

const partner: Actor = { id: 'theotherowner000', name: 'Pia', role: 'owner', email: 'pia@example.com' };

async function causesOf(ids: readonly string[]): Promise<(string | undefined)[]> {
  return Promise.all(ids.map(async (id) => (await refundOf(id)).events[0]?.cause));
}

async function askForMany(count: number, facts: Parameters<typeof anOrder>[0] = {}): Promise<string[]> {
  const ids: string[] = [];
  for (let i = 0; i < count; i += 1) ids.push(await askForRefund(await anOrder(facts)));
  return ids;
}

describe('what the owner allows to go by itself', () => {
  it('is counted for a person, whatever order, and again a day later', async () => {
    await limit({ refundsPerPersonPerDay: 2 });
    const email = `often${day}@example.com`;
    const ids = await askForMany(3, { email });
    expect(await causesOf(ids)).toEqual(['buyer', 'buyer', 'person-limit']);
    expect(await causesOf(await askForMany(1))).toEqual(['buyer']);
    passTime(DAY + 1);
    expect(await causesOf(await askForMany(1, { email }))).toEqual(['buyer']);
  });

  it('is counted for an hour, whoever asks', async () => {
    await limit({ refundsPerHour: 3 });
    expect(await causesOf(await askForMany(4))).toEqual(['buyer', 'buyer', 'buyer', 'pace']);
    passTime(HOUR + 1);
    expect(await causesOf(await askForMany(1))).toEqual(['buyer']);
  });

  it('is summed for a day and a currency', async () => {
    await limit({ refundTotalPerDay: 50 });
    expect(await causesOf(await askForMany(3))).toEqual(['buyer', 'buyer', 'daily-total']);
    const yen = { currency: 'JPY', totalMinor: 5000 };
    expect(await causesOf(await askForMany(2, yen))).toEqual(['buyer', 'daily-total']);
  });

  it('is not used up by what the owner refunds or has approved, nor by what was taken back', async () => {
    await limit({ refundTotalPerDay: 24, refundsPerHour: 5 });
    const asOwner = { actor: owner, guestOrderId: null };
    const large = await anOrder({ totalMinor: 900_000 });
    expect(await requestRefund({ orderId: large.id }, asOwner, 'page')).toMatchObject({ ok: true });
    const waiting = await askForMany(1, { totalMinor: 800_000 });
    expect(await causesOf(waiting)).toEqual(['daily-total']);
    await releaseWaiting({ until: new Date() }, owner);
    const order = await anOrder();
    const first = await askForRefund(order);
    await db.refund.update({ where: { id: first }, data: { undoUntil: new Date(Date.now() + HOUR) } });
    await takeBackRefund({ refundId: first }, buyerOf(order));
    expect(await causesOf(await askForMany(2))).toEqual(['buyer', 'daily-total']);
  });

  it('does not bind the owner to the window in which refunds go by themselves', async () => {
    await limit({ refundWindowDays: 14 });
    const old = await anOrder({ paidAt: '2026-01-01T00:00:00Z' });
    const asOwner = { actor: owner, guestOrderId: null };
    const asked = await requestRefund({ orderId: old.id, amountMinor: 100 }, asOwner, 'page');
    expect(await causesOf([asked.ok ? asked.refundId : ''])).toEqual(['owner']);
    expect(await causesOf([await askForRefund(old)])).toEqual(['window-closed']);
  });
});

describe('a refund that waits', () => {
  it('tells the buyer until when, by mail and on its page, and admits a broken promise', async () => {
    await limit({ refundsPerHour: 1, timeZone: 'Europe/Berlin' });
    const order = await anOrder();
    await askForMany(1);
    const id = await askForRefund(order);
    const mail = await db.mail.findUniqueOrThrow({ where: { dedupeKey: `refund-queued:${id}` } });
    expect(mail.text).toMatch(/personally, by \w+,? \d+ October 2026 at 14:10 \(Berlin time\)\./);
    const page = () => refundPage(id, buyerOf(order), null, new Date());
    expect(await page()).toMatchObject({
      promisedBy: new Date(Date.now() + DAY),
      isPromiseBroken: false,
      can: { takeBack: true },
    });
    passTime(DAY);
    expect(await page()).toMatchObject({ isPromiseBroken: true });
  });

  it('is told to the owner once for a queue, and once more before the promise ends', async () => {
    await limit({ refundsPerHour: 1 });
    const { email } = await aPerson({ role: 'owner' });
    const told = async () =>
      (
        await db.mail.findMany({
          where: { toEmail: email ?? '', createdAt: { gt: new Date(Date.now() - 2 * DAY) } },
          orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        })
      ).map((mail) => mail.subject);
    const ids = await askForMany(4);
    await work();
    expect(await told()).toEqual(['3 refunds wait for your approval (€72.00)']);
    passTime(17 * HOUR);
    await work();
    expect(await told()).toHaveLength(1);
    passTime(2 * HOUR);
    await work();
    expect((await told())[1]).toMatch(/^3 refunds wait for you until /);
    expect(await refundOf(ids[3] ?? '')).toMatchObject({ state: 'queued' });
  });
});

describe('one tap of the owner', () => {
  it('releases all that waited when they looked, and nothing that came later', async () => {
    await limit({ refundsPerHour: 1 });
    const [first, ...waiting] = await askForMany(4);
    const until = new Date();
    passTime(1000);
    const [later] = await askForMany(1);
    expect(await releaseWaiting({ until }, owner)).toEqual({ ok: true, released: 3, left: 1 });
    expect(await releaseWaiting({ until }, owner)).toEqual({ ok: false, reason: 'nothing-waits' });
    await work();
    await workThrough(10_000);
    for (const id of [first, ...waiting]) expect((await refundOf(id ?? '')).state).toBe('succeeded');
    expect((await refundOf(later ?? '')).state).toBe('queued');
    expect((await refundOf(waiting[0] ?? '')).events[1]?.note).toBe('Released by Ola.');
  });

  it('does no harm beside that of another owner, or of a buyer who takes theirs back', async () => {
    await limit({ refundsPerHour: 1 });
    await askForMany(1);
    const orders = [];
    for (let i = 0; i < 12; i += 1) orders.push(await anOrder());
    const ids = [];
    for (const order of orders) ids.push(await askForRefund(order));
    const last = orders.at(-1);
    if (!last) throw new Error('There are orders.');
    const until = new Date();
    const [mine, hers, back] = await Promise.all([
      releaseWaiting({ until }, owner),
      releaseWaiting({ until }, partner),
      takeBackRefund({ refundId: ids.at(-1) ?? '' }, buyerOf(last)),
    ]);
    const released = (mine.ok ? mine.released : 0) + (hers.ok ? hers.released : 0);
    expect(released).toBe(back.ok ? 11 : 12);
    await work();
    await workThrough(10_000);
    const paid = await db.pretendRefund.findMany({ where: { refundId: { in: ids } } });
    expect(paid).toHaveLength(released);
    for (const id of ids) {
      const { events } = await refundOf(id);
      expect(events.filter((event) => event.fromState === 'queued')).toHaveLength(1);
    }
  });

  it('is the owner’s alone', async () => {
    const helper: Actor = { ...owner, role: 'helper' };
    expect(await releaseWaiting({ until: new Date() }, helper)).toEqual({ ok: false, reason: 'not-allowed' });
  });
});
