import Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import { MINUTE, SECOND } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { ProviderRefusal } from '@/lib/refunds/providers/provider';
import { stripe } from '@/lib/refunds/providers/stripe';
import { requestRefund } from '@/lib/refunds/request-refund';
import { takeInWebhook } from '@/lib/refunds/take-in-webhook';
import { FakeStripe, STRIPE_SIGNING, stripeSignature } from '../../support/fake-stripe';
import { theCases } from './provider-cases';
import { anOrder, askForRefund, buyerOf, mailsAbout, passTime, refundOf, work, workThrough } from './till';

const { fake } = theCases(() => {
  const made = new FakeStripe();
  made.pageSize = 3;
  return made;
});
const atStripe = () => fake() as FakeStripe;

async function aRefund(facts: { amountMinor?: number; currency?: string } = {}) {
  const { amountMinor = 2400, currency = 'EUR' } = facts;
  const paymentRef = atStripe().addPayment(facts);
  const order = await anOrder({
    provider: 'stripe',
    paymentRef,
    totalMinor: amountMinor,
    currency,
    items: [],
  });
  const refundId = await askForRefund(order);
  await work();
  const refund = await refundOf(refundId);
  return { order, paymentRef, refundId, refund, providerRefundId: refund.providerRefundId ?? '' };
}

const send = async (body: string, header: string | undefined) => {
  const taken = await takeInWebhook('stripe', body, { 'stripe-signature': header });
  return taken.ok ? taken.effect : taken.reason;
};

describe('Stripe', () => {
  it('R05: gets the amount of our rows in its own counting, or is not asked', async () => {
    const cases: [string, number, string[]][] = [
      ['EUR', 2400, ['2400']],
      ['JPY', 2400, ['2400']],
      ['KWD', 24_500, ['24500']],
      ['KWD', 24_501, []],
      ['ISK', 2400, ['240000']],
    ];
    for (const [currency, amountMinor, amounts] of cases) {
      const paymentRef = atStripe().addPayment({ currency, amountMinor: 1_000_000 });
      const facts = { provider: 'stripe', paymentRef, currency, totalMinor: amountMinor, items: [] } as const;
      const refundId = await askForRefund(await anOrder({ ...facts, items: [] }));
      await work();
      expect(
        atStripe()
          .made(paymentRef)
          .map(({ amount }) => amount),
      ).toEqual(amounts);
      const refund = await refundOf(refundId);
      expect(refund.state).toBe(amounts.length > 0 ? 'succeeded' : 'failed');
      if (amounts.length === 0) expect(refund.failureReason).toBe('amount_not_payable');
    }
  });

  it('R11: forgets a key after a day, and then the same request would pay again', async () => {
    const order = {
      paymentRef: atStripe().addPayment({ amountMinor: 5000 }),
      amountMinor: 2400,
      currency: 'EUR',
    };
    const wish = { ...order, idempotencyKey: 'rf_1', refundId: '1' };
    const first = await stripe.createRefund(wish);
    expect((await stripe.createRefund(wish)).id).toBe(first.id);
    passTime(25 * 60 * MINUTE);
    expect((await stripe.createRefund(wish)).id).not.toBe(first.id);
  });

  it('refuses for certain only where Stripe proves that no money moved', async () => {
    const kindOf = async (ask: Promise<unknown>) => {
      const error = await ask.then(
        () => 'made',
        (thrown: unknown) => thrown,
      );
      return error instanceof ProviderRefusal ? [error.kind, error.code] : 'open';
    };
    const wish = { idempotencyKey: 'rf_2', amountMinor: 2400, currency: 'EUR', refundId: '2' };
    const paymentRef = atStripe().addPayment({ amountMinor: 5000 });
    expect(await kindOf(stripe.createRefund({ ...wish, paymentRef: 'pi_unknown' }))).toEqual([
      'refused',
      'resource_missing',
    ]);
    await stripe.createRefund({ ...wish, paymentRef });
    // The same key with other parameters.
    expect(await kindOf(stripe.createRefund({ ...wish, paymentRef, amountMinor: 1 }))).toBe('open');
    const more = { ...wish, paymentRef, idempotencyKey: 'rf_3', amountMinor: 2601 };
    expect(await kindOf(stripe.createRefund(more))).toEqual(['already-refunded', 'amount_too_large']);
    expect(await kindOf(stripe.listRefunds('pi_x'))).toBe('open');
    expect(await stripe.getRefund('re_unknown')).toBeNull();
    process.env.STRIPE_SECRET_KEY = 'sk_test_somebodyelses';
    atStripe().startNowhere(process.env.STRIPE_API_BASE ?? '');
    const wrongKey = stripe.createRefund({ ...wish, paymentRef, idempotencyKey: 'rf_4' });
    await expect(wrongKey).rejects.toThrow(/^Stripe gave no clear answer \(StripeAuthenticationError, 401\)/);
    await expect(stripe.listRefunds(paymentRef)).rejects.not.toThrow(/sk_test/);
  });

  it('R14: forged in any way it is refused, and nothing changes', async () => {
    const { refundId, providerRefundId } = await aRefund();
    atStripe().turnRefund(providerRefundId, 'failed');
    const { body, headers } = atStripe().message({ refund: providerRefundId });
    const right = headers['stripe-signature'];
    const other = atStripe().message({ refund: providerRefundId });
    const before = await db.webhookEvent.count();
    for (const header of [
      undefined,
      '',
      't=,v1=',
      right.replace('v1=', 'v0='),
      right.replace(/t=\d+/, `t=${Math.floor(Date.now() / 1000) + 1}`),
      other.headers['stripe-signature'],
      stripeSignature(body, Date.now(), 'whsec_ofanotherendpoint'),
      stripeSignature(`${body} `),
      `t=1,${'v1=00,'.repeat(400)}`,
    ]) {
      expect(await send(body, header), header).toBe('bad-signature');
    }
    expect(await send(body.replace('EUR', 'USD').replace('2400', '1'), right)).toBe('bad-signature');
    expect(await db.webhookEvent.count()).toBe(before);
    expect((await refundOf(refundId)).state).toBe('succeeded');
    // While a secret is being rolled there are two; the right one may be the second.
    const [t, v1] = right.split(',');
    expect(await send(body, `${t},v1=${'0'.repeat(64)},${v1},v0=1`)).toBe('applied');
  });

  it('R14: what Stripe’s own library signs and checks is what is taken', () => {
    const { body, headers } = atStripe().message({});
    const library = new Stripe('sk_test_any').webhooks;
    const event = library.constructEvent(body, headers['stripe-signature'], STRIPE_SIGNING);
    expect(event.type).toBe('refund.updated');
  });

  it('R15: older than five minutes, or from the future, it is refused', async () => {
    const { providerRefundId } = await aRefund();
    const { body, headers } = atStripe().message({ refund: providerRefundId });
    passTime(5 * MINUTE + SECOND);
    expect(await send(body, headers['stripe-signature'])).toBe('bad-signature');
    passTime(-10 * MINUTE - 2 * SECOND);
    expect(await send(body, headers['stripe-signature'])).toBe('bad-signature');
  });

  it('R17: of the other mode, of another account, or without sense it changes nothing', async () => {
    const { refundId, providerRefundId } = await aRefund();
    atStripe().turnRefund(providerRefundId, 'failed');
    for (const patch of [{ livemode: true }, { account: 'acct_another' }]) {
      const { body, headers } = atStripe().message({ refund: providerRefundId }, patch);
      expect(await send(body, headers['stripe-signature'])).toBe('ignored');
    }
    for (const body of ['', 'not json', '[]', '{}', '{"id":{"gt":""},"type":"refund.updated"}']) {
      expect(await send(body, stripeSignature(body))).toBe('bad-signature');
    }
    expect((await refundOf(refundId)).state).toBe('succeeded');
    // The older name of the same news.
    const older = atStripe().message({ refund: providerRefundId, type: 'charge.refund.updated' });
    expect(await send(older.body, older.headers['stripe-signature'])).toBe('applied');
  });

  it('R18: says what a refund waits for, and that it is done only when Stripe does', async () => {
    atStripe().firstStatus = 'pending';
    const { refundId, providerRefundId } = await aRefund();
    const state = async () => {
      const refund = await refundOf(refundId);
      return [refund.state, refund.waitsFor];
    };
    atStripe().patchRefund(providerRefundId, { pending_reason: 'insufficient_funds' });
    await workThrough(30 * SECOND);
    expect(await state()).toEqual(['pending', 'balance']);
    atStripe().turnRefund(providerRefundId, 'needs-buyer');
    await workThrough(3 * MINUTE);
    expect(await state()).toEqual(['pending', 'buyer']);
    expect(await mailsAbout(refundId)).toEqual(['approved']);
    atStripe().turnRefund(providerRefundId, 'succeeded');
    await workThrough(30 * MINUTE);
    expect(await state()).toEqual(['succeeded', null]);
    expect(await mailsAbout(refundId)).toEqual(['approved', 'succeeded']);
  });

  it('brings the number with which the bank finds the money, when it has it', async () => {
    const { refundId, refund, providerRefundId } = await aRefund();
    expect(refund.traceNumber).toBeNull();
    const card = { type: 'refund', reference: '74', reference_status: 'pending' };
    atStripe().patchRefund(providerRefundId, { destination_details: { type: 'card', card } });
    await workThrough(MINUTE);
    expect((await refundOf(refundId)).traceNumber).toBeNull();
    const arn = { ...card, reference: '74537604221222132710572', reference_status: 'available' };
    atStripe().patchRefund(providerRefundId, { destination_details: { type: 'card', card: arn } });
    await workThrough(10 * MINUTE);
    expect(await refundOf(refundId)).toMatchObject({
      traceNumber: '74537604221222132710572',
      isReversal: false,
    });
    const reversal = { type: 'card', card: { type: 'reversal' } };
    atStripe().patchRefund(providerRefundId, { destination_details: reversal });
    await workThrough(60 * MINUTE);
    expect((await refundOf(refundId)).isReversal).toBe(true);
  });

  it('gives a refund that an import told of by its amount its name, instead of counting it twice', async () => {
    const paymentRef = atStripe().addPayment();
    const order = await anOrder({ provider: 'stripe', paymentRef });
    const at = new Date();
    const facts = {
      amountMinor: 900,
      currency: 'EUR',
      provider: 'stripe',
      paymentRef,
      state: 'succeeded',
    } as const;
    const more = { requestedVia: 'provider', policySnapshot: '{}', createdAt: at, updatedAt: at };
    await db.refund.create({
      data: { id: 'imported00000000', orderId: order.id, seq: 1, idempotencyKey: 'rf_i', ...facts, ...more },
    });
    const step = { position: 0, toState: 'succeeded', cause: 'import', at } as const;
    await db.refundEvent.create({
      data: { id: 'importedstep0000', refundId: 'imported00000000', ...step },
    });
    const made = atStripe().refundByHand(paymentRef, 900);
    for (const _time of [1, 2]) {
      const { body, headers } = atStripe().message({ refund: made });
      await send(body, headers['stripe-signature']);
    }
    const refunds = await db.refund.findMany({ where: { orderId: order.id } });
    expect(refunds.map((refund) => refund.providerRefundId)).toEqual([made]);
  });

  it('R24: is told amount, payment and our number, and no word of the buyer’s', async () => {
    const paymentRef = atStripe().addPayment();
    const order = await anOrder({ provider: 'stripe', paymentRef });
    const asked = await requestRefund(
      { orderId: order.id, reason: '=cmd <b>too dark</b>' },
      buyerOf(order),
      'api',
    );
    await work();
    expect([...new URLSearchParams(atStripe().lastAsked)]).toEqual([
      ['payment_intent', paymentRef],
      ['amount', '2400'],
      ['metadata[refund_id]', asked.ok ? asked.refundId : ''],
    ]);
  });

  it('knows a payment by its charge as well', async () => {
    const paymentRef = atStripe().addPayment();
    const charge = atStripe().chargeOf(paymentRef);
    const order = await anOrder({ provider: 'stripe', paymentRef: charge });
    const made = atStripe().refundByHand(paymentRef, 500);
    const { body, headers } = atStripe().message({ refund: made });
    expect(await send(body, headers['stripe-signature'])).toBe('applied');
    const refundId = await askForRefund(order);
    await work();
    expect(await refundOf(refundId)).toMatchObject({ state: 'succeeded', amountMinor: 1900 });
    expect(atStripe().made(paymentRef)).toHaveLength(2);
  });
});
