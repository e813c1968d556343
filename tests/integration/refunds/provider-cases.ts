import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HOUR, MINUTE, SECOND } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { breakerLimits } from '@/lib/refunds/breaker/rules';
import { patience } from '@/lib/refunds/providers/patience';
import { providerNamed } from '@/lib/refunds/providers/registry';
import { takeInWebhook } from '@/lib/refunds/take-in-webhook';
import { DEFAULT_SETTINGS } from '@/lib/settings/schema';
import type { FakeProvider, Fault } from '../../support/provider-server';
import { theNewsCases } from './provider-news-cases';
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

  theNewsCases({ fake: () => fake, asked, paid, send });

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
