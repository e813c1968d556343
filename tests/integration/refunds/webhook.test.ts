import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MINUTE, SECOND } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { newId } from '@/lib/ids';
import { pretend } from '@/lib/refunds/providers/pretend';
import { signPretendWebhook } from '@/lib/refunds/providers/pretend-signature';
import { requestRefund } from '@/lib/refunds/request-refund';
import { takeInWebhook } from '@/lib/refunds/take-in-webhook';
import { webhookRoute } from '@/lib/web/webhook-route';
import {
  anOrder,
  askForRefund,
  buyerOf,
  expectSoundBooks,
  mailsAbout,
  passTime,
  refundOf,
  startClock,
  work,
} from './till';

beforeEach(() => startClock());
afterEach(async () => {
  await expectSoundBooks();
  vi.useRealTimers();
});

function message(type: string, data: object, id = `evt_${newId()}`): string {
  return JSON.stringify({ id, type, data });
}

function send(body: string, header = signPretendWebhook(body, new Date())) {
  return takeInWebhook('pretend', body, { 'pretend-signature': header });
}

async function aPendingRefund(behaviour = 'pending') {
  const order = await anOrder({ paymentRef: `pretend_${behaviour}_w${newId()}` });
  const refundId = await askForRefund(order);
  await work();
  return { order, refundId, providerRefundId: (await refundOf(refundId)).providerRefundId ?? '' };
}

describe('a message of the payment provider', () => {
  it('R14: is refused when it is forged in any way, and nothing changes', async () => {
    const { refundId, providerRefundId } = await aPendingRefund();
    passTime(61 * SECOND);
    const body = message('refund.updated', { refund: providerRefundId });
    const t = Math.floor(Date.now() / 1000);
    const right = signPretendWebhook(body, new Date());
    const wrongSecret = createHmac('sha256', 'not the secret').update(`${t}.${body}`).digest('hex');
    const forged = [
      '',
      't=,v1=',
      `t=${t}`,
      `t=${t},v1=${wrongSecret}`,
      right.replace('v1=', 'v0='),
      right.replace(`t=${t}`, `t=${t + 1}`),
      signPretendWebhook(`${body} `, new Date()),
      'x'.repeat(5000),
    ];
    for (const header of forged) {
      expect(await send(body, header)).toEqual({ ok: false, reason: 'bad-signature' });
    }
    expect(await takeInWebhook('pretend', body, {})).toMatchObject({ ok: false });
    expect(await takeInWebhook('nobody', body, {})).toMatchObject({ reason: 'unknown-provider' });
    expect((await refundOf(refundId)).state).toBe('pending');
    expect(await db.webhookEvent.count()).toBe(0);
  });

  it('R15: is refused when it is more than five minutes old, or from the future', async () => {
    const { providerRefundId } = await aPendingRefund();
    const body = message('refund.updated', { refund: providerRefundId });
    const header = signPretendWebhook(body, new Date());
    passTime(5 * MINUTE + SECOND);
    expect(await send(body, header)).toEqual({ ok: false, reason: 'bad-signature' });
    passTime(-10 * MINUTE - 2 * SECOND);
    expect(await send(body, header)).toEqual({ ok: false, reason: 'bad-signature' });
  });

  it('R16: has its effect once, however often it comes and in whatever order', async () => {
    const { refundId, providerRefundId } = await aPendingRefund();
    const created = message('refund.created', { refund: providerRefundId });
    const updated = message('refund.updated', { refund: providerRefundId });
    passTime(61 * SECOND);
    const bodies = Array.from({ length: 5 }, () => [updated, created]).flat();
    const answers = await Promise.all(bodies.map((body) => send(body)));
    expect(answers.every((answer) => answer.ok)).toBe(true);
    expect(answers.filter((answer) => answer.ok && answer.effect === 'applied')).toHaveLength(1);
    expect(await db.webhookEvent.count({ where: { type: { startsWith: 'refund.' } } })).toBe(2);
    expect(await send(created)).toEqual({ ok: true, effect: 'repeated' });
    await work();
    expect((await refundOf(refundId)).state).toBe('succeeded');
    expect(await mailsAbout(refundId)).toEqual(['approved', 'succeeded']);
  });

  it('R16, R18: brings the late failure after a success, and nothing brings it back', async () => {
    const { refundId, providerRefundId } = await aPendingRefund('fail_later');
    passTime(11 * SECOND);
    expect(await send(message('refund.failed', { refund: providerRefundId }))).toMatchObject({
      effect: 'applied',
    });
    passTime(-11 * SECOND);
    expect(await send(message('refund.updated', { refund: providerRefundId }))).toMatchObject({
      effect: 'ignored',
    });
    expect((await refundOf(refundId)).state).toBe('failed');
  });

  it('may be faster than the answer that brings the provider’s number', async () => {
    const order = await anOrder({ paymentRef: `pretend_timeout_w${newId()}` });
    const refundId = await askForRefund(order);
    await work();
    expect(await refundOf(refundId)).toMatchObject({ state: 'unknown', providerRefundId: null });
    const [made] = await pretend.listRefunds(order.paymentRef);
    await send(message('refund.created', { refund: made?.id }));
    expect(await refundOf(refundId)).toMatchObject({ state: 'succeeded', providerRefundId: made?.id });
  });

  it('R17: is answered calmly when it is of no use: unknown types, unknown refunds, no JSON', async () => {
    expect(await send(message('customer.created', {}))).toEqual({ ok: true, effect: 'ignored' });
    expect(await send(message('refund.updated', { refund: 'pre_unknown' }))).toMatchObject({
      effect: 'ignored',
    });
    expect(await send('not json')).toEqual({ ok: false, reason: 'bad-signature' });
    expect(await send('[]')).toEqual({ ok: false, reason: 'bad-signature' });
    expect(await send(message('refund.updated', { refund: { gt: '' } }))).toMatchObject({ ok: false });
  });

  it('R12: of a dispute stops refunds of that order before they are sent', async () => {
    const order = await anOrder({ paymentRef: `pretend_ok_w${newId()}` });
    const refundId = await askForRefund(order, 1000);
    await send(message('dispute.created', { payment: order.paymentRef }));
    await work();
    expect((await refundOf(refundId)).state).toBe('disputed');
    expect(await db.pretendRefund.count({ where: { paymentRef: order.paymentRef } })).toBe(0);
    expect(await requestRefund({ orderId: order.id }, buyerOf(order), 'page')).toEqual({
      ok: false,
      reason: 'disputed',
    });
  });

  it('of a refund made by hand at the provider is written down, once', async () => {
    const order = await anOrder({ paymentRef: `pretend_ok_w${newId()}` });
    const made = await db.pretendRefund.create({
      data: {
        id: `pre_${newId()}`,
        idempotencyKey: newId(),
        paymentRef: order.paymentRef,
        amountMinor: 1000,
        currency: 'EUR',
        refundId: '',
        createdAt: new Date(),
      },
    });
    await Promise.all([
      send(message('refund.created', { refund: made.id })),
      send(message('refund.updated', { refund: made.id })),
    ]);
    await send(message('refund.updated', { refund: made.id }));
    const refunds = await db.refund.findMany({ where: { orderId: order.id } });
    expect(refunds).toHaveLength(1);
    expect(refunds[0]).toMatchObject({ requestedVia: 'provider', amountMinor: 1000, state: 'succeeded' });
    const rest = await refundOf(await askForRefund(order));
    expect(rest.amountMinor).toBe(1400);
  });

  it('R17: is read at the door up to 256 KB and never answered with a 5xx', async () => {
    const post = webhookRoute(takeInWebhook);
    const ask = async (body: BodyInit, provider = 'pretend') => {
      const request = new Request('http://localhost/api/v1/webhooks/x', { method: 'POST', body });
      return (await post(request, { params: Promise.resolve({ provider }) })).status;
    };
    expect(await ask('x'.repeat(300 * 1024))).toBe(413);
    expect(await ask(new Uint8Array([0xff, 0xfe]))).toBe(400);
    expect(await ask('{}')).toBe(400);
    expect(await ask('')).toBe(400);
    expect(await ask('{}', '__proto__')).toBe(404);
  });
});
