import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { forgetConfig } from '@/lib/config';
import { db } from '@/lib/db/client';
import { transaction } from '@/lib/db/transaction';
import { runImportTogether } from '@/lib/imports/rows';
import { importStripeCharges, listStripeCharges } from '@/lib/refunds/orders/import-stripe-charges';
import { importTold } from '@/lib/refunds/orders/import-told';
import { readStripePayment } from '@/lib/refunds/orders/read-stripe-payment';
import { stripe } from '@/lib/refunds/providers/stripe';
import { recordForeignRefund } from '@/lib/refunds/record-foreign-refund';
import { heldMinor } from '@/lib/refunds/rules';
import { type Answer, type Asked, providerServer } from '@/tests/support/provider-server';
import { expectSoundBooks, work } from './till';

const KEY = 'sk_test_thekeyofthebackfill';
/** So few that lists have several pages. */
const PER_PAGE = 7;
const asked: Asked[] = [];
let isDown = false;

/** 30 charges: every tenth is refunded in two parts, every sixth disputed, every fifteenth never came to money. */
const charges = Array.from({ length: 30 }, (_, at) => {
  const n = at + 1;
  return {
    id: `ch_${n}`,
    object: 'charge',
    payment_intent: `pi_${n}`,
    status: n % 15 === 0 ? 'failed' : 'succeeded',
    captured: n % 15 !== 0,
    amount_captured: 1000 + n,
    amount_refunded: n % 10 === 1 ? 300 : 0,
    disputed: n % 6 === 0,
    currency: n % 2 === 0 ? 'eur' : 'jpy',
    created: 1_795_000_000 - n,
    description: null,
    receipt_email: null,
    billing_details: { email: `Charge${n}@Example.com`, address: { country: 'FR' } },
    payment_method_details: { type: 'card', card: { brand: 'visa', last4: '4242', country: 'US' } },
    metadata: { order_id: `TP-${n}` },
  };
});

function refundsOf(intent: string) {
  const charge = charges.find(({ payment_intent }) => payment_intent === intent);
  if (!charge || charge.amount_refunded === 0) return [];
  return [100, 200].map((amount) => ({
    id: `re_${charge.id}_${amount}`,
    object: 'refund',
    amount,
    currency: charge.currency,
    charge: charge.id,
    payment_intent: intent,
    created: charge.created + amount,
    status: amount === 200 ? 'pending' : 'succeeded',
    metadata: {},
  }));
}

function answer(question: Asked): Answer {
  asked.push(question);
  if (isDown) return { status: 500, body: { error: { type: 'api_error' } } };
  const { query, path } = question;
  if (path === '/v1/charges') {
    const since = Number(query.get('created[gte]') ?? 0);
    const all = charges.filter(({ created }) => created >= since);
    const after = all.findIndex(({ id }) => id === query.get('starting_after')) + 1;
    return list(path, all.slice(after, after + PER_PAGE), all.length > after + PER_PAGE);
  }
  if (path === '/v1/refunds') return list(path, refundsOf(query.get('payment_intent') ?? ''), false);
  const charge = query.get('charge') ?? '';
  const dispute = {
    id: `dp_${charge}`,
    object: 'dispute',
    amount: 500,
    currency: charges.find(({ id }) => id === charge)?.currency,
    charge,
    payment_intent: charge.replace('ch', 'pi'),
    reason: 'fraudulent',
    status: charge === 'ch_6' ? 'won' : 'needs_response',
    created: 1_795_000_500,
  };
  return list(path, [dispute], false);
}

function list(url: string, data: unknown[], has_more: boolean): Answer {
  return { status: 200, body: { object: 'list', url, data, has_more } };
}

const server = providerServer(answer);
beforeAll(async () => {
  Object.assign(process.env, { STRIPE_SECRET_KEY: KEY, STRIPE_API_BASE: await server.start() });
  forgetConfig();
});
afterAll(() => server.stop());
afterEach(() => {
  isDown = false;
  vi.useRealTimers();
});

const said: string[] = [];
function backfill(since: Date | null = null) {
  return runImportTogether(listStripeCharges(since), importStripeCharges, (line) => void said.push(line), 10);
}

test('every payment of the account comes in, with its refunds and disputes by their own names; again changes nothing', async () => {
  expect(await backfill()).toEqual({ created: 28, updated: 0, unchanged: 0, skipped: 2 });
  expect(await backfill()).toEqual({ created: 0, updated: 0, unchanged: 28, skipped: 2 });
  await expectSoundBooks();
  expect(await db.order.findUniqueOrThrow({ where: { externalId: 'stripe:pi_1' } })).toMatchObject({
    number: 'TP-1',
    email: 'charge1@example.com',
    currency: 'JPY',
    totalMinor: 1001,
    capturedMinor: 1001,
    methodLabel: 'Visa •••• 4242',
    country: 'FR',
    paymentRef: 'pi_1',
  });
  const refunds = await db.refund.findMany({ orderBy: [{ amountMinor: 'asc' }, { paymentRef: 'asc' }] });
  expect(
    refunds.map(({ providerRefundId, amountMinor, state }) => [providerRefundId, amountMinor, state]),
  ).toEqual(
    [100, 200].flatMap((amount) =>
      ['ch_1', 'ch_11', 'ch_21'].map((id) => [
        `re_${id}_${amount}`,
        amount,
        amount === 200 ? 'pending' : 'succeeded',
      ]),
    ),
  );
  const disputes = await db.dispute.findMany({ orderBy: { providerDisputeId: 'asc' } });
  expect(disputes.map(({ providerDisputeId, state }) => [providerDisputeId, state])).toEqual([
    ['dp_ch_12', 'open'],
    ['dp_ch_18', 'open'],
    ['dp_ch_24', 'open'],
    ['dp_ch_6', 'won'],
  ]);
  expect(await db.order.count({ where: { disputedAt: { not: null } } })).toBe(3);
  expect(asked.every(({ request }) => request.headers.authorization === `Bearer ${KEY}`)).toBe(true);
  expect(asked.every(({ method }) => method === 'GET')).toBe(true);
});

test('only what was made since a day is asked for', async () => {
  const counts = await backfill(new Date((1_795_000_000 - 5) * 1000));
  expect(counts).toEqual({ created: 0, updated: 0, unchanged: 5, skipped: 0 });
});

test('a sum that an export told gives way to the refunds it is of, and money is counted once at every moment', async () => {
  const head = 'id,Created (UTC),Amount,Amount Refunded,Currency,Status,Customer Email,PaymentIntent ID';
  const [columns, ...rows] = [head, 'ch_41,2026-06-05 20:38,1041,300,jpy,Paid,e@example.com,pi_41'].map(
    (line) => line.split(','),
  );
  const row = Object.fromEntries((columns ?? []).map((name, at) => [name, rows[0]?.[at]]));
  expect(await importTold([readStripePayment(row)])).toEqual([{ ok: true, what: 'created' }]);
  charges.push({ ...(charges[0] as (typeof charges)[number]), id: 'ch_41', payment_intent: 'pi_41' });
  expect(await backfill()).toMatchObject({ created: 0, updated: 1, unchanged: 28 });
  expect(await backfill()).toMatchObject({ updated: 0, unchanged: 29 });
  const refunds = await db.refund.findMany({ where: { paymentRef: 'pi_41' }, orderBy: { seq: 'asc' } });
  expect(
    refunds.map(({ providerRefundId, amountMinor, state }) => [providerRefundId, amountMinor, state]),
  ).toEqual([
    [null, 300, 'canceled'],
    ['re_ch_41_100', 100, 'succeeded'],
    ['re_ch_41_200', 200, 'pending'],
  ]);
  await expectSoundBooks();
});

test('a message about one of the refunds that a sum is of has the books looked at, so that none is held twice', async () => {
  const row = {
    id: 'ch_51',
    'Created (UTC)': '2026-06-05 20:38',
    Amount: '1051',
    'Amount Refunded': '300',
    Currency: 'jpy',
    Status: 'Paid',
    'Customer Email': 'e@example.com',
    'PaymentIntent ID': 'pi_51',
  };
  expect(await importTold([readStripePayment(row)])).toEqual([{ ok: true, what: 'created' }]);
  charges.push({ ...(charges[0] as (typeof charges)[number]), id: 'ch_51', payment_intent: 'pi_51' });
  const [told] = await stripe.listRefunds('pi_51');
  if (!told) throw new Error('Stripe knows this refund.');
  const held = async () => heldMinor(await db.refund.findMany({ where: { paymentRef: 'pi_51' } }));
  await transaction((tx) => recordForeignRefund(tx, 'stripe', told));
  expect(await held()).toBe(400);
  await work();
  expect(await held()).toBe(300);
  charges.pop();
});

test('a refund that an export told of is known again by its amount, and gets its name', async () => {
  const order = await db.order.findUniqueOrThrow({ where: { externalId: 'stripe:pi_11' } });
  await db.refund.updateMany({
    where: { orderId: order.id },
    data: { providerRefundId: null, state: 'succeeded' },
  });
  await backfill();
  const refunds = await db.refund.findMany({ where: { orderId: order.id } });
  expect(refunds.map(({ providerRefundId }) => providerRefundId).sort()).toEqual([
    're_ch_11_100',
    're_ch_11_200',
  ]);
});

test('when Stripe does not answer the import says so, and nothing is lost', async () => {
  isDown = true;
  await expect(backfill()).rejects.toThrow('Stripe gave no clear answer');
  isDown = false;
  expect(await backfill()).toMatchObject({ created: 0, unchanged: 29 });
});
