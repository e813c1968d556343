import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HOUR, MINUTE, SECOND } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { breakerLimits } from '@/lib/refunds/breaker/rules';
import { patience } from '@/lib/refunds/providers/patience';
import { providerNamed } from '@/lib/refunds/providers/registry';
import { takeInWebhook } from '@/lib/refunds/take-in-webhook';
import { DEFAULT_SETTINGS } from '@/lib/settings/schema';
import { webhookRoute } from '@/lib/web/webhook-route';
import type { FakeProvider, Fault } from '../../support/provider-server';
import {
  anOrder,
  askForRefund,
  expectSoundBooks,
  mailsAbout,
  passTime,
  refundOf,
  startClock,
  work,
  workThrough,
} from './till';

/** What every provider of the real world is held to, whatever its API looks like. Each case is named by its row. */
export function theCases(newFake: () => FakeProvider): { fake: () => FakeProvider } {
  let fake = newFake();

  beforeEach(async () => {
    startClock();
    // Long enough for a busy machine; silence takes all of it.
    patience.answerWithinMs = 2000;
    fake = newFake();
    await fake.start();
  });
  afterEach(async () => {
    await fake.stop();
    await expectSoundBooks();
    await expectNobodyPaidTwice();
    vi.useRealTimers();
  });

  async function expectNobodyPaidTwice(): Promise<void> {
    const orders = await db.order.findMany({ where: { provider: fake.name }, include: { refunds: true } });
    for (const order of orders) {
      const made = fake.made(order.paymentRef);
      for (const { id } of order.refunds) {
        const ours = made.filter((refund) => refund.refundId === id);
        expect(ours.length, `refunds at ${fake.name} for ${id}`).toBeLessThanOrEqual(1);
      }
    }
  }

  async function asked(facts: { faults?: Fault[]; part?: number } = {}) {
    const [amountMinor, currency] = [2400, 'EUR'];
    const paymentRef = fake.addPayment({ faults: facts.faults });
    const items = [{ name: 'Candle', quantity: 1, unitMinor: amountMinor }];
    const order = await anOrder({
      provider: fake.name,
      paymentRef,
      totalMinor: amountMinor,
      currency,
      items,
    });
    return { order, paymentRef, refundId: await askForRefund(order, facts.part) };
  }

  async function paid() {
    const one = await asked();
    await work();
    const { providerRefundId } = await refundOf(one.refundId);
    return { ...one, providerRefundId: providerRefundId ?? '' };
  }

  async function send(message: { body: string; headers: Record<string, string> }) {
    const taken = await takeInWebhook(fake.name, message.body, message.headers);
    return taken.ok ? taken.effect : taken.reason;
  }

  describe('the way of the money', () => {
    it('pays what our rows say, once, and follows it to the end', async () => {
      const { refundId, paymentRef } = await asked();
      await work();
      await workThrough(10 * SECOND);
      const refund = await refundOf(refundId);
      expect(refund.state).toBe('succeeded');
      expect(fake.made(paymentRef)).toMatchObject([{ id: refund.providerRefundId, refundId }]);
      expect(await mailsAbout(refundId)).toEqual(['approved', 'succeeded']);
    });

    it('R07: an answer that never comes, or a connection that breaks, after the money moved: one refund', async () => {
      for (const fault of ['hang-after', 'reset-after'] as const) {
        const { order, refundId, paymentRef } = await asked({ faults: [fault] });
        await work();
        // The customer presses again.
        expect(await askForRefund(order)).toBe(refundId);
        expect(await mailsAbout(refundId)).not.toContain('failed');
        await workThrough(10 * SECOND);
        expect((await refundOf(refundId)).state).toBe('succeeded');
        expect(fake.made(paymentRef)).toHaveLength(1);
      }
    });

    it('R08: a 500 after the money moved is no answer: the refund is looked up, not paid again', async () => {
      const { refundId, paymentRef } = await asked({ faults: ['error500-after'] });
      await work();
      expect((await refundOf(refundId)).state).toBe('unknown');
      await workThrough(10 * SECOND);
      expect((await refundOf(refundId)).state).toBe('succeeded');
      expect(fake.made(paymentRef)).toHaveLength(1);
      expect(fake.asks(paymentRef)).toBe(1);
    });

    it('is still open after silence, “too many requests” and “in use”, and goes on by itself', async () => {
      for (const fault of ['hang-before', 'rate-limited', 'in-use'] as const) {
        const { refundId, paymentRef } = await asked({ faults: [fault] });
        await work();
        expect((await refundOf(refundId)).state).toBe('unknown');
        expect(await mailsAbout(refundId)).toEqual(['approved']);
        await workThrough(10 * SECOND);
        expect((await refundOf(refundId)).state).toBe('succeeded');
        expect(fake.made(paymentRef)).toHaveLength(1);
      }
    });

    it('R11: what was left open a day ago is looked for before anything is sent', async () => {
      const { refundId, paymentRef } = await asked({ faults: ['hang-after'] });
      await work();
      passTime(25 * HOUR);
      await work();
      expect((await refundOf(refundId)).state).toBe('succeeded');
      expect(fake.asks(paymentRef)).toBe(1);
      expect(fake.made(paymentRef)).toHaveLength(1);
    });

    it('R13: refunded in the provider’s dashboard already, then one click here: that refund becomes ours', async () => {
      const { refundId, paymentRef } = await asked();
      const byHand = fake.refundByHand(paymentRef, 2400);
      await work();
      expect(await refundOf(refundId)).toMatchObject({ state: 'succeeded', providerRefundId: byHand });
      expect(fake.made(paymentRef)).toHaveLength(1);
    });

    it('R13: a part was refunded there, of which we had not heard: no money moves, and what is left is true', async () => {
      const { order, refundId, paymentRef } = await asked();
      const byHand = fake.refundByHand(paymentRef, 1000);
      await work();
      expect(await refundOf(refundId)).toMatchObject({
        state: 'failed',
        failureReason: 'already-refunded-elsewhere',
      });
      const told = await db.mail.findUniqueOrThrow({ where: { dedupeKey: `refund-failed:${refundId}` } });
      expect(told.subject).toContain('was not sent');
      expect(fake.made(paymentRef)).toHaveLength(1);
      const rest = await askForRefund(order);
      await work();
      expect(await refundOf(rest)).toMatchObject({ state: 'succeeded', amountMinor: 1400 });
      const foreign = await db.refund.findUniqueOrThrow({ where: { providerRefundId: byHand } });
      expect(foreign).toMatchObject({ orderId: order.id, amountMinor: 1000, requestedVia: 'provider' });
    });

    it('R13: refunded there while it waits for the owner: it is done, or what does not fit any more is let go', async () => {
      const totalMinor = breakerLimits(DEFAULT_SETTINGS).totalMinorPerDay + 400_000;
      for (const byHand of [totalMinor, 1_000_000]) {
        // In a currency of its own, whose day is full then.
        const currency = 'SEK';
        const paymentRef = fake.addPayment({ amountMinor: totalMinor, currency });
        const facts = { provider: fake.name, paymentRef, totalMinor, currency, items: [] };
        const order = await anOrder(facts);
        const refundId = await askForRefund(order);
        expect((await refundOf(refundId)).state).toBe('queued');
        const made = fake.refundByHand(paymentRef, byHand);
        expect(await send(fake.message({ refund: made }))).toBe('applied');
        await work();
        const refund = await refundOf(refundId);
        const fits = byHand === totalMinor;
        expect([refund.state, refund.providerRefundId]).toEqual(
          fits ? ['succeeded', made] : ['failed', null],
        );
        expect(fake.made(paymentRef)).toHaveLength(1);
        const mail = await db.mail.findFirst({ where: { dedupeKey: `refund-failed:${refundId}` } });
        if (fits) expect(mail).toBeNull();
        else expect(mail?.text).toContain('had been refunded there already');
        if (!fits) expect((await refundOf(await askForRefund(order))).amountMinor).toBe(1_400_000);
      }
    });

    it('R18: pending is not done, and what the bank sends back later is said', async () => {
      const { refundId, providerRefundId } = await paid();
      expect(await mailsAbout(refundId)).toContain('succeeded');
      fake.turnRefund(providerRefundId, 'failed');
      await workThrough(MINUTE);
      expect((await refundOf(refundId)).state).toBe('failed');
      expect(await mailsAbout(refundId)).toEqual(['approved', 'succeeded', 'failed']);
    });
  });

  describe('disputes', () => {
    it('R12: a payment in dispute is not refunded, also before its message came', async () => {
      // PayPal lets a whole refund settle a dispute, so this one is for a part.
      const { order, refundId, paymentRef } = await asked({ part: 1000 });
      const dispute = fake.openDispute(paymentRef);
      await work();
      expect((await refundOf(refundId)).state).toBe('disputed');
      expect(await mailsAbout(refundId)).toEqual(['approved', 'disputed']);
      expect(fake.made(paymentRef)).toEqual([]);
      expect(await send(fake.message({ dispute }))).toBe('applied');
      const row = await db.dispute.findFirstOrThrow({ where: { orderId: order.id } });
      expect(row).toMatchObject({ state: 'open', amountMinor: 2400, currency: 'EUR', closedAt: null });
    });

    it('R12: while it is open and when it is lost nothing is sent; won, refunds are possible again', async () => {
      for (const outcome of ['lost', 'won'] as const) {
        const paymentRef = fake.addPayment();
        const order = await anOrder({ provider: fake.name, paymentRef });
        const disputedAt = async () =>
          (await db.order.findUniqueOrThrow({ where: { id: order.id } })).disputedAt;
        const dispute = fake.openDispute(paymentRef);
        const opened = fake.message({ dispute });
        expect(await send(opened)).toBe('applied');
        expect(await disputedAt()).not.toBeNull();
        await expect(askForRefund(order)).rejects.toThrow('disputed');
        fake.endDispute(dispute, outcome);
        const closed = fake.message({ dispute });
        const answers = await Promise.all([send(closed), send(closed), send(opened)]);
        expect(answers.filter((answer) => answer === 'applied')).toHaveLength(1);
        expect((await disputedAt()) === null).toBe(outcome === 'won');
        const rows = await db.dispute.findMany({ where: { orderId: order.id } });
        expect(rows.map((row) => row.state)).toEqual([outcome]);
      }
    });

    it('R12: what a dispute held back is let go when the shop wins it: its buyer is told, and may ask again', async () => {
      const { order, refundId, paymentRef } = await asked({ part: 1000 });
      const dispute = fake.openDispute(paymentRef);
      await work();
      expect((await refundOf(refundId)).state).toBe('disputed');
      expect(await send(fake.message({ dispute }))).toBe('applied');
      fake.endDispute(dispute, 'won');
      expect(await send(fake.message({ dispute }))).toBe('applied');
      await work();
      expect((await refundOf(refundId)).state).toBe('canceled');
      expect(await mailsAbout(refundId)).toEqual(['approved', 'disputed', 'failed']);
      const mail = await db.mail.findUniqueOrThrow({ where: { dedupeKey: `refund-failed:${refundId}` } });
      expect(mail.text).toContain('The bank has closed its case');
      const again = await askForRefund(order);
      await work();
      expect(await refundOf(again)).toMatchObject({ state: 'succeeded', amountMinor: 2400 });
      expect(fake.made(paymentRef)).toHaveLength(1);
    });

    it('R12: an inquiry is written down and holds nothing back', async () => {
      const { order, refundId, paymentRef } = await asked();
      expect(await send(fake.message({ dispute: fake.openDispute(paymentRef, 'inquiry') }))).toBe('applied');
      const { disputedAt, disputes } = await db.order.findUniqueOrThrow({
        where: { id: order.id },
        include: { disputes: true },
      });
      expect([disputedAt, disputes.map((row) => row.state)]).toEqual([null, ['open']]);
      expect((await refundOf(refundId)).state).toBe('requested');
    });
  });

  describe('messages', () => {
    it('R15: the same message again has no second effect', async () => {
      const { refundId, providerRefundId } = await paid();
      fake.turnRefund(providerRefundId, 'failed');
      const message = fake.message({ refund: providerRefundId });
      expect(await send(message)).toBe('applied');
      passTime(4 * MINUTE);
      expect(await send(message)).toBe('repeated');
      expect((await refundOf(refundId)).events.filter((event) => event.toState === 'failed')).toHaveLength(1);
    });

    it('R16: five copies of each, together and in any order: applied once, and never backwards', async () => {
      const { refundId, providerRefundId } = await paid();
      const messages = [1, 2, 3].map(() => fake.message({ refund: providerRefundId }));
      fake.turnRefund(providerRefundId, 'failed');
      messages.push(fake.message({ refund: providerRefundId }));
      const copies = Array.from({ length: 5 }, () => [...messages].reverse()).flat();
      const answers = await Promise.all(copies.map(send));
      expect(answers.filter((answer) => answer === 'applied')).toHaveLength(1);
      fake.turnRefund(providerRefundId, 'pending');
      await send(fake.message({ refund: providerRefundId }));
      expect((await refundOf(refundId)).state).toBe('failed');
      await work();
      expect(await mailsAbout(refundId)).toEqual(['approved', 'succeeded', 'failed']);
    });

    it('of a refund that was made at the provider is written down with any amount, once', async () => {
      const paymentRef = fake.addPayment();
      const order = await anOrder({ provider: fake.name, paymentRef });
      const made = fake.refundByHand(paymentRef, 900);
      await Promise.all([send(fake.message({ refund: made })), send(fake.message({ refund: made }))]);
      const refunds = await db.refund.findMany({ where: { orderId: order.id } });
      expect(refunds).toMatchObject([{ requestedVia: 'provider', amountMinor: 900, state: 'succeeded' }]);
    });

    it('of something we cannot look at now is not taken in, so that it comes again', async () => {
      const paymentRef = fake.addPayment();
      await anOrder({ provider: fake.name, paymentRef });
      const messages = [
        fake.message({ refund: fake.refundByHand(paymentRef, 900) }),
        fake.message({ dispute: fake.openDispute(paymentRef) }),
      ];
      const before = await db.webhookEvent.count();
      const base = process.env[fake.name === 'stripe' ? 'STRIPE_API_BASE' : 'PAYPAL_API_BASE'];
      await fake.stop();
      fake.startNowhere(base ?? '');
      for (const message of messages) expect(await send(message)).toBe('provider-unreachable');
      expect(await db.webhookEvent.count()).toBe(before);
      const request = new Request('http://localhost/x', { method: 'POST', ...messages[0] });
      const answer = await webhookRoute(takeInWebhook)(request, {
        params: Promise.resolve({ provider: fake.name }),
      });
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '30']);
    });

    it('R17: of no use is answered calmly: unknown types, unknown refunds, unknown orders', async () => {
      const { refundId, providerRefundId } = await paid();
      fake.turnRefund(providerRefundId, 'failed');
      const strange = [
        fake.message({ refund: providerRefundId, type: 'customer.created' }),
        fake.message({ refund: 're_unknown' }),
        fake.message({ refund: fake.refundByHand(fake.addPayment(), 100) }),
        fake.message({ dispute: fake.openDispute(fake.addPayment()) }),
      ];
      for (const message of strange) expect(await send(message)).toBe('ignored');
      expect((await refundOf(refundId)).state).toBe('succeeded');
    });
  });

  describe('comparing the books', () => {
    it('gives every refund of a payment and every refund since a day, page after page', async () => {
      const paymentRef = fake.addPayment();
      const provider = providerNamed(fake.name);
      fake.refundByHand(paymentRef, 100);
      passTime(2 * HOUR);
      const from = new Date();
      const since = Array.from({ length: 7 }, (_, index) => fake.refundByHand(paymentRef, 101 + index));
      expect(await provider.listRefunds(paymentRef)).toHaveLength(8);
      passTime(MINUTE);
      const found = await provider.refundsSince(from);
      expect(found.map(({ id }) => id).sort()).toEqual([...since].sort());
      expect(found.map(({ amountMinor }) => amountMinor).sort()).toEqual([101, 102, 103, 104, 105, 106, 107]);
    });
  });

  return { fake: () => fake };
}
