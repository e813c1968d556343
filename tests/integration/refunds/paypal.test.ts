import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { paypal } from '@/lib/refunds/providers/paypal';
import { ProviderRefusal } from '@/lib/refunds/providers/provider';
import { takeInWebhook } from '@/lib/refunds/take-in-webhook';
import { FakePaypal } from '../../support/fake-paypal';
import { paypalHeaders } from '../../support/paypal-signing';
import { theCases } from './provider-cases';
import { anOrder, askForRefund, passTime, refundOf, work, workThrough } from './till';

const { fake } = theCases(() => {
  const made = new FakePaypal();
  made.pageSize = 3;
  return made;
});
const atPaypal = () => fake() as FakePaypal;

const send = async (body: string, headers: Record<string, string>) => {
  const taken = await takeInWebhook('paypal', body, headers);
  return taken.ok ? taken.effect : taken.reason;
};

async function aRefund() {
  const paymentRef = atPaypal().addPayment();
  const order = await anOrder({ provider: 'paypal', paymentRef });
  const refundId = await askForRefund(order);
  await work();
  const { providerRefundId } = await refundOf(refundId);
  return { order, paymentRef, refundId, providerRefundId: providerRefundId ?? '' };
}

describe('PayPal', () => {
  it('R05: gets the amount of our rows in its own writing, or is not asked', async () => {
    const cases: [string, number, string[]][] = [
      ['EUR', 2400, ['24.00']],
      ['EUR', 5, ['0.05']],
      ['JPY', 2400, ['2400']],
      ['TWD', 240_000, ['2400']],
      ['TWD', 240_001, []],
    ];
    for (const [currency, amountMinor, amounts] of cases) {
      const paymentRef = atPaypal().addPayment({ currency, amountMinor: 1_000_000 });
      const facts = { provider: 'paypal', paymentRef, currency, totalMinor: amountMinor } as const;
      const refundId = await askForRefund(await anOrder({ ...facts, items: [] }));
      await work();
      expect(
        atPaypal()
          .made(paymentRef)
          .map(({ amount }) => amount),
      ).toEqual(amounts);
      expect((await refundOf(refundId)).state).toBe(amounts.length > 0 ? 'succeeded' : 'failed');
    }
  });

  it('takes the amount of a refund, not the total of all of them that stands beside it', async () => {
    const paymentRef = atPaypal().addPayment();
    const order = await anOrder({ provider: 'paypal', paymentRef });
    for (const amountMinor of [700, 900]) {
      const { body, headers } = atPaypal().message({
        refund: atPaypal().refundByHand(paymentRef, amountMinor),
      });
      expect(await send(body, headers)).toBe('applied');
    }
    const refunds = await db.refund.findMany({ where: { orderId: order.id }, orderBy: { seq: 'asc' } });
    expect(refunds.map((refund) => refund.amountMinor)).toEqual([700, 900]);
  });

  it('does not take a note of the shop for one of ours', async () => {
    const paymentRef = atPaypal().addPayment();
    atPaypal().refundByHand(paymentRef, 700);
    expect(await paypal.listRefunds(paymentRef)).toMatchObject([{ refundId: null, paymentRef }]);
  });

  it('fetches a new token when the old one is not taken any more, and asks for the refund once', async () => {
    await aRefund();
    atPaypal().tokens.clear();
    const { refundId, paymentRef } = await aRefund();
    expect((await refundOf(refundId)).state).toBe('succeeded');
    expect(atPaypal().asks(paymentRef)).toBe(1);
    passTime(9 * HOUR);
    atPaypal().tokens.clear();
    expect(await paypal.listRefunds(paymentRef)).toHaveLength(1);
  });

  it('refuses for certain only what PayPal names as impossible, and names no secret', async () => {
    const wish = { idempotencyKey: 'rf_1', amountMinor: 2400, currency: 'EUR', refundId: '1' };
    const kindOf = async (paymentRef: string, facts = {}) => {
      const error = await paypal.createRefund({ ...wish, paymentRef, ...facts }).then(
        () => 'made',
        (thrown: unknown) => thrown,
      );
      return error instanceof ProviderRefusal ? [error.kind, error.code] : 'open';
    };
    expect(await kindOf('CAPunknown')).toEqual(['refused', 'resource_missing']);
    const paymentRef = atPaypal().addPayment();
    expect(await kindOf(paymentRef, { currency: 'USD' })).toEqual([
      'refused',
      'REFUND_CAPTURE_CURRENCY_MISMATCH',
    ]);
    expect(await kindOf(paymentRef, { amountMinor: 2500 })).toEqual([
      'already-refunded',
      'REFUND_AMOUNT_EXCEEDED',
    ]);
    for (const fault of ['hang-before', 'error500-before', 'rate-limited', 'in-use'] as const) {
      expect(await kindOf(atPaypal().addPayment({ faults: [fault] })), fault).toBe('open');
    }
    process.env.PAYPAL_CLIENT_SECRET = 'somebodyelses';
    const { forgetConfig } = await import('@/lib/config');
    forgetConfig();
    await expect(paypal.createRefund({ ...wish, paymentRef })).rejects.toThrow('PayPal gave no token (401).');
  });

  it('R14: forged in any way it is refused, and nothing changes', async () => {
    const { refundId, providerRefundId } = await aRefund();
    atPaypal().turnRefund(providerRefundId, 'failed');
    const { body, headers } = atPaypal().message({ refund: providerRefundId });
    const other = atPaypal().message({ refund: providerRefundId });
    const before = await db.webhookEvent.count();
    const forged: [string, Record<string, string>][] = [
      [body, {}],
      [body, { ...headers, 'paypal-transmission-sig': '' }],
      [body, { ...headers, 'paypal-transmission-sig': 'bm90IGl0' }],
      [body, { ...headers, 'paypal-transmission-id': 'another' }],
      [body, other.headers],
      [`${body} `, headers],
      [JSON.stringify(JSON.parse(body)), headers],
      [body, paypalHeaders(body, new Date(), 'WHOFANOTHERSHOP')],
      ['not json', paypalHeaders('not json')],
      ['[]', paypalHeaders('[]')],
    ];
    for (const [text, signed] of forged) expect(await send(text, signed)).toBe('bad-signature');
    expect(await db.webhookEvent.count()).toBe(before);
    expect((await refundOf(refundId)).state).toBe('succeeded');
    expect(await send(body, headers)).toBe('applied');
  });

  it('R15: older than PayPal sends again, or from the future, it is refused', async () => {
    const { providerRefundId } = await aRefund();
    const { body } = atPaypal().message({ refund: providerRefundId });
    const at = (ms: number) => paypalHeaders(body, new Date(Date.now() + ms));
    expect(await send(body, at(-3 * DAY - MINUTE))).toBe('bad-signature');
    expect(await send(body, at(6 * MINUTE))).toBe('bad-signature');
    expect(await send(body, at(-2 * DAY))).toBe('ignored');
    expect(await send(body, at(0))).toBe('repeated');
  });

  it('R18: an eCheck on its way is not done before PayPal says so', async () => {
    const { refundId, providerRefundId } = await aRefund();
    atPaypal().turnRefund(providerRefundId, 'pending');
    const byHand = atPaypal().addPayment();
    const order = await anOrder({ provider: 'paypal', paymentRef: byHand });
    const made = atPaypal().refundByHand(byHand, 2400);
    atPaypal().turnRefund(made, 'pending');
    const { body, headers } = atPaypal().message({ refund: made, type: 'PAYMENT.REFUND.PENDING' });
    expect(await send(body, headers)).toBe('applied');
    const refund = await db.refund.findFirstOrThrow({ where: { orderId: order.id } });
    expect(refund.state).toBe('pending');
    atPaypal().turnRefund(made, 'failed');
    const failed = atPaypal().message({ refund: made, type: 'PAYMENT.REFUND.FAILED' });
    expect(await send(failed.body, failed.headers)).toBe('applied');
    await workThrough(MINUTE);
    // What was told as done does not go back to "on its way".
    expect((await refundOf(refundId)).state).toBe('succeeded');
  });

  it('lists nothing for an older payment of which nothing was refunded', async () => {
    expect(await paypal.listRefunds(atPaypal().addPayment())).toEqual([]);
    await expect(paypal.listRefunds('CAPunknown')).rejects.toThrow('does not know');
    expect(await paypal.getRefund('REFunknown')).toBeNull();
    expect(await paypal.getDispute('PP-Dunknown')).toBeNull();
  });
});
