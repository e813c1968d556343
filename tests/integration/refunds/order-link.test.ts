import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DAY } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { confirmLinkedCode } from '@/lib/refunds/orders/confirm-order-code';
import { linkedOrder } from '@/lib/refunds/orders/linked-order';
import { orderPage } from '@/lib/refunds/orders/queries';
import { requestLinkedCode } from '@/lib/refunds/orders/request-order-code';
import { revokeOrderLinks } from '@/lib/refunds/orders/revoke-order-links';
import { saveOrder } from '@/lib/refunds/orders/save-order';
import { OrderInput } from '@/lib/refunds/orders/schema';
import { orderOfGuestPass } from '@/lib/refunds/orders/sign-guest-pass';
import { orderLink } from '@/lib/refunds/orders/sign-order-link';
import { requestRefund } from '@/lib/refunds/request-refund';
import { anOrder, askForRefund, buyerOf, expectSoundBooks, owner, passTime, startClock } from './till';

beforeEach(() => startClock());
afterEach(async () => {
  await expectSoundBooks();
  vi.useRealTimers();
});

const nobody = { actor: null, guestOrderId: null };

/** What stands in the path of the link that a shop gets for an order. */
async function tokenFor(order: { id: string }): Promise<string> {
  const link = (await orderPage(order.id, { actor: owner, guestOrderId: null }))?.mailLink ?? '';
  return new URL(link).pathname.replace('/refund/order/', '');
}

async function mailedCode(orderId: string): Promise<string> {
  const newest = await db.orderCode.findFirstOrThrow({ where: { orderId }, orderBy: { id: 'desc' } });
  const mail = await db.mail.findUniqueOrThrow({ where: { dedupeKey: `order-code:${newest.id}` } });
  return /^ {4}(\d{6})$/m.exec(mail.text)?.[1] ?? '';
}

test('the link of an order mail shows the amount and nothing else of the order, and changes nothing', async () => {
  const order = await anOrder();
  const token = await tokenFor(order);
  const tables = () =>
    Promise.all([db.refund.count(), db.orderCode.count(), db.mail.count(), db.job.count()]);
  const before = [await tables(), await db.order.findUnique({ where: { id: order.id } })];
  const seen = await linkedOrder(token, nobody, new Date());
  expect(seen).toEqual({
    number: order.number,
    maskedEmail: 'b…@example.com',
    decision: { ok: true, amount: { amountMinor: 2400, currency: 'EUR' }, isLate: false },
    own: null,
  });
  expect([await tables(), await db.order.findUnique({ where: { id: order.id } })]).toEqual(before);
  const asked = await requestRefund({ orderId: order.id }, nobody, 'guest');
  expect(asked).toMatchObject({ ok: false, reason: 'not-found' });
});

test('its buyer, signed in, has the button there; a stranger and the owner have not', async () => {
  const order = await anOrder();
  const token = await tokenFor(order);
  expect((await linkedOrder(token, buyerOf(order), new Date()))?.own?.id).toBe(order.id);
  for (const viewer of [buyerOf(await anOrder()), { actor: owner, guestOrderId: null }]) {
    expect((await linkedOrder(token, viewer, new Date()))?.own).toBeNull();
  }
});

test('a press mails a code to the address of the order, and the code opens it', async () => {
  const order = await anOrder();
  const token = await tokenFor(order);
  expect(await requestLinkedCode({ token }, 'en')).toEqual({ ok: true });
  const code = await mailedCode(order.id);
  const confirmed = await confirmLinkedCode({ token, code });
  if (!confirmed.ok) throw new Error(confirmed.reason);
  const guestOrderId = await orderOfGuestPass(confirmed.pass, new Date());
  expect(guestOrderId).toBe(order.id);
  const asked = await requestRefund({ orderId: order.id }, { actor: null, guestOrderId }, 'guest');
  expect(asked).toMatchObject({ ok: true });
  expect(await confirmLinkedCode({ token, code })).toMatchObject({ ok: false, reason: 'code-wrong' });
  // However often somebody presses, the mailbox gets a few an hour.
  await Promise.all(Array.from({ length: 12 }, () => requestLinkedCode({ token }, 'en')));
  expect(await db.orderCode.count({ where: { orderId: order.id } })).toBe(5);
});

test('a link that is forged, of another order, or too old opens nothing and mails nothing', async () => {
  const order = await anOrder();
  const other = await anOrder();
  const token = await tokenFor(order);
  const [, lastDay, mac] = token.split('.');
  const bad = [
    '',
    'x',
    token.slice(0, -1),
    `${token}A`,
    `${other.id}.${lastDay}.${mac}`,
    `${order.id}.zzzz.${mac}`,
    `${order.id}.${lastDay}.${'A'.repeat(43)}`,
  ];
  for (const one of bad) {
    expect(await linkedOrder(one, nobody, new Date())).toBeNull();
    expect(await requestLinkedCode({ token: one }, 'en')).toMatchObject({ ok: false, reason: 'link-gone' });
    expect(await confirmLinkedCode({ token: one, code: '123456' })).toMatchObject({ ok: false });
  }
  passTime(30 * DAY);
  expect(await linkedOrder(token, nobody, new Date())).not.toBeNull();
  passTime(DAY);
  expect(await linkedOrder(token, nobody, new Date())).toBeNull();
  expect(await db.orderCode.count({ where: { orderId: { in: [order.id, other.id] } } })).toBe(0);
});

test('the owner makes the links of an order worthless; another address of the order does, too', async () => {
  const order = await anOrder({ externalId: 'moved', number: 'M-1' });
  const first = await tokenFor(order);
  await requestLinkedCode({ token: first }, 'en');
  const code = await mailedCode(order.id);
  const helper = { ...owner, role: 'helper' as const };
  expect(await revokeOrderLinks({ orderId: order.id }, helper)).toMatchObject({ reason: 'not-allowed' });
  expect(await revokeOrderLinks({ orderId: 'nothing' }, owner)).toMatchObject({ reason: 'not-found' });
  expect(await revokeOrderLinks({ orderId: order.id }, owner)).toEqual({ ok: true });
  expect(await linkedOrder(first, nobody, new Date())).toBeNull();
  const second = await tokenFor(order);
  expect(await confirmLinkedCode({ token: second, code })).toMatchObject({ ok: false });
  expect(await linkedOrder(second, nobody, new Date())).not.toBeNull();
  await saveOrder(
    OrderInput.parse({
      externalId: 'moved',
      number: 'M-1',
      email: 'new@example.com',
      currency: 'EUR',
      totalMinor: 2400,
    }),
    owner,
  );
  expect(await linkedOrder(second, nobody, new Date())).toBeNull();
});

test('the link is the same all day, and says what became of the order', async () => {
  const order = await anOrder();
  const at = new Date('2026-11-21T00:00:01Z');
  expect(orderLink(order, at)).toBe(orderLink(order, new Date('2026-11-21T23:59:59Z')));
  expect(orderLink(order, at)).not.toBe(orderLink(order, new Date('2026-11-22T00:00:00Z')));
  const token = await tokenFor(order);
  await askForRefund(order);
  const seen = await linkedOrder(token, nobody, new Date());
  expect(seen?.decision).toEqual({ ok: false, reason: 'already-refunded' });
});
