import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { saveLanguage } from '@/lib/accounts/save-language';
import { db } from '@/lib/db/client';
import { callOffRefund } from '@/lib/refunds/desk/call-off-refund';
import { mailCompletion } from '@/lib/refunds/mail-refund';
import { confirmOrderCode } from '@/lib/refunds/orders/confirm-order-code';
import { requestOrderCode } from '@/lib/refunds/orders/request-order-code';
import { saveOrder } from '@/lib/refunds/orders/save-order';
import { OrderInput } from '@/lib/refunds/orders/schema';
import { receiptsPage } from '@/lib/refunds/receipts/queries';
import { requestRefund } from '@/lib/refunds/request-refund';
import { tickRefund, undoTick } from '@/lib/refunds/tick-refund';
import { declareWithdrawal } from '@/lib/refunds/withdrawal/declare-withdrawal';
import type { Language } from '@/lib/words/languages';
import { aPerson } from '@/tests/support/a-person';
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
  vi.useRealTimers();
});

type Order = Awaited<ReturnType<typeof anOrder>>;
const nobody = { actor: null, guestOrderId: null };

/** Asks for everything as the buyer, on a page in `language`. @returns the refund's id */
async function askIn(order: Order, language: Language | null): Promise<string> {
  const asked = await requestRefund({ orderId: order.id }, buyerOf(order), 'page', language);
  if (!asked.ok) throw new Error(asked.reason);
  return asked.refundId;
}

function mail(template: string, refundId: string) {
  return db.mail.findUniqueOrThrow({ where: { dedupeKey: `refund-${template}:${refundId}` } });
}

/** The language of the mail that says that it is approved. */
async function approvedIn(refundId: string): Promise<string | undefined> {
  await work();
  return /<html lang="(\w+)">/.exec((await mail('approved', refundId)).html)?.[1];
}

function keptLanguage(order: Order) {
  return db.order.findUniqueOrThrow({ where: { id: order.id } }).then(({ language }) => language);
}

/** Proves the order on pages in `language`, as a guest. */
async function proveIn(order: Order, language: Language): Promise<void> {
  await requestOrderCode(order, language);
  await work();
  const { text } = await db.mail.findFirstOrThrow({
    where: { toEmail: order.email, dedupeKey: { startsWith: 'order-code:' } },
  });
  const code = /^ {4}(\d{6})$/m.exec(text)?.[1] ?? '';
  expect(await confirmOrderCode({ ...order, code }, language)).toMatchObject({ ok: true });
}

describe('the language of a mail about a refund', () => {
  it('is that of the page on which its buyer asked, and English where nobody said one', async () => {
    const [german, silent] = [await anOrder(), await anOrder()];
    expect(await approvedIn(await askIn(german, 'de'))).toBe('de');
    expect(await approvedIn(await askIn(silent, null))).toBe('en');
    expect([await keptLanguage(german), await keptLanguage(silent)]).toEqual(['de', null]);
  });

  it('is the one that the account with its address chose, whatever page was used', async () => {
    const person = await aPerson();
    const order = await anOrder({ email: person.email ?? '' });
    await saveLanguage({ language: 'de', back: '/' }, person);
    expect(await approvedIn(await askIn(order, 'en'))).toBe('de');
    const other = await anOrder({ email: (await aPerson()).email ?? '' });
    expect(await approvedIn(await askIn(other, 'de'))).toBe('de');
  });

  it('is the one in which a guest proved the order; asking for a code alone keeps none', async () => {
    const order = await anOrder();
    await requestOrderCode(order, 'de');
    await work();
    expect(await keptLanguage(order)).toBeNull();
    const proven = await anOrder();
    await proveIn(proven, 'de');
    expect(await keptLanguage(proven)).toBe('de');
    expect(await approvedIn(await askForRefund(proven))).toBe('de');
  });

  it('is not that of the owner who asks for somebody, or calls a refund off', async () => {
    const order = await anOrder({ provider: 'manual', paymentRef: undefined });
    await proveIn(order, 'de');
    const viewer = { actor: owner, guestOrderId: null };
    const asked = await requestRefund({ orderId: order.id }, viewer, 'page', 'en');
    if (!asked.ok) throw new Error(asked.reason);
    expect(await approvedIn(asked.refundId)).toBe('de');
    await callOffRefund({ refundId: asked.refundId, words: 'Schon ersetzt.' }, owner);
    const { subject, text } = await mail('called-off', asked.refundId);
    expect(subject).toMatch(/^Ihre Erstattung von 24,00 € wurde abgesagt/);
    expect(text).toContain('> Schon ersetzt.');
  });

  it('is that of a declared withdrawal where the buyer never proved more, and of no stranger’s', async () => {
    const order = await anOrder();
    await declareWithdrawal({ name: 'Ada', contract: order.number, email: order.email }, 'de');
    expect(await approvedIn(await askIn(order, null))).toBe('de');
    const other = await anOrder();
    await declareWithdrawal({ name: 'Eve', contract: other.number, email: 'eve@example.org' }, 'de');
    expect(await approvedIn(await askIn(other, null))).toBe('en');
    const proven = await anOrder();
    await proveIn(proven, 'en');
    await declareWithdrawal({ name: 'Eve', contract: proven.number, email: proven.email }, 'de');
    expect(await approvedIn(await askIn(proven, null))).toBe('en');
  });

  it('is forgotten when the order gets another address, whose buyer has not spoken yet', async () => {
    const order = await anOrder();
    await proveIn(order, 'de');
    const input = OrderInput.parse({
      externalId: order.externalId,
      number: order.number,
      email: 'another.buyer@example.com',
      currency: 'EUR',
      totalMinor: 2400,
      paymentRef: order.paymentRef,
    });
    expect(await saveOrder(input, owner)).toMatchObject({ ok: true });
    expect(await keptLanguage(order)).toBeNull();
  });

  it('stays what it was when a mail is written again after another language was chosen', async () => {
    const order = await anOrder();
    const refundId = await askIn(order, 'de');
    await work();
    await workThrough(10_000);
    const first = await mail('succeeded', refundId);
    await db.order.update({ where: { id: order.id }, data: { language: 'en' } });
    passTime(60_000);
    await mailCompletion(refundId);
    expect(await mail('succeeded', refundId)).toEqual(first);
  });
});

describe('the mail with the code of an order', () => {
  it('is in the language of the page that asks, whatever the account chose, and tells nothing else', async () => {
    const person = await aPerson();
    const order = await anOrder({ email: person.email ?? '' });
    await saveLanguage({ language: 'en', back: '/' }, person);
    expect(await requestOrderCode(order, 'de')).toEqual({ ok: true });
    await work();
    const code = await db.mail.findFirstOrThrow({ where: { toEmail: order.email } });
    expect(code.subject).toBe(`Ihr Code für die Bestellung ${order.number}`);
    const before = await db.mail.count();
    expect(await requestOrderCode({ number: 'NOPE-2', email: order.email }, 'de')).toEqual({ ok: true });
    await work();
    expect(await db.mail.count()).toBe(before);
  });
});

/** Where the button of a mail leads: the address on the line below its label. */
function linkBelow(text: string, label: string): URL {
  const lines = text.split('\n');
  return new URL(lines[lines.indexOf(`${label}:`) + 1] ?? '');
}

describe('the mail that says that the money went back', () => {
  it('opens the receipt without signing in', async () => {
    const order = await anOrder();
    const refundId = await askIn(order, 'de');
    await work();
    await workThrough(10_000);
    const url = linkBelow((await mail('succeeded', refundId)).text, 'Beleg öffnen');
    expect(url.pathname).toBe(`/refund/${refundId}/receipt`);
    const page = await receiptsPage(refundId, nobody, url.searchParams.get('key'), new Date());
    expect(page?.receipts).toHaveLength(1);
    expect(await receiptsPage(refundId, nobody, null, new Date())).toBeNull();
  });

  it('opens it too when it was paid by hand, also when that was a mistake before', async () => {
    const order = await anOrder({ provider: 'manual', paymentRef: undefined });
    const refundId = await askIn(order, 'en');
    await work();
    await tickRefund({ refundId }, owner);
    await work();
    const first = linkBelow((await mail('succeeded', refundId)).text, 'Open the receipt');
    passTime(1000);
    await undoTick({ refundId }, owner);
    passTime(1000);
    await tickRefund({ refundId }, owner);
    const again = await db.mail.findFirstOrThrow({
      where: { dedupeKey: { startsWith: 'refund-paid-by-hand:', endsWith: refundId } },
    });
    for (const url of [first, linkBelow(again.text, 'Open the receipt')]) {
      const page = await receiptsPage(refundId, nobody, url.searchParams.get('key'), new Date());
      expect(page?.receipts).toHaveLength(3);
    }
  });
});
