import { describe, expect, it } from 'vitest';
import { MINUTE } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { takeInWebhook } from '@/lib/refunds/take-in-webhook';
import { webhookRoute } from '@/lib/web/webhook-route';
import type { FakeProvider } from '../../support/provider-server';
import { anOrder, askForRefund, mailsAbout, passTime, refundOf, work } from './till';

/** How a provider is asked, paid and heard in these cases. */
export type ProviderTill = {
  fake: () => FakeProvider;
  asked: (facts?: { part?: number }) => Promise<Asked>;
  paid: () => Promise<Asked & { providerRefundId: string }>;
  send: (message: { body: string; headers: Record<string, string> }) => Promise<string>;
};
type Asked = { order: { id: string; email: string }; paymentRef: string; refundId: string };

/** What every provider of the real world is held to when it tells of disputes and refunds by itself. */
export function theNewsCases({ fake, asked, paid, send }: ProviderTill): void {
  describe('disputes', () => {
    it('R12: a payment in dispute is not refunded, also before its message came', async () => {
      // PayPal lets a whole refund settle a dispute, so this one is for a part.
      const { order, refundId, paymentRef } = await asked({ part: 1000 });
      const dispute = fake().openDispute(paymentRef);
      await work();
      expect((await refundOf(refundId)).state).toBe('disputed');
      expect(await mailsAbout(refundId)).toEqual(['approved', 'disputed']);
      expect(fake().made(paymentRef)).toEqual([]);
      expect(await send(fake().message({ dispute }))).toBe('applied');
      const row = await db.dispute.findFirstOrThrow({ where: { orderId: order.id } });
      expect(row).toMatchObject({ state: 'open', amountMinor: 2400, currency: 'EUR', closedAt: null });
    });

    it('R12: while it is open and when it is lost nothing is sent; won, refunds are possible again', async () => {
      for (const outcome of ['lost', 'won'] as const) {
        const paymentRef = fake().addPayment();
        const order = await anOrder({ provider: fake().name, paymentRef });
        const disputedAt = async () =>
          (await db.order.findUniqueOrThrow({ where: { id: order.id } })).disputedAt;
        const dispute = fake().openDispute(paymentRef);
        const opened = fake().message({ dispute });
        expect(await send(opened)).toBe('applied');
        expect(await disputedAt()).not.toBeNull();
        await expect(askForRefund(order)).rejects.toThrow('disputed');
        fake().endDispute(dispute, outcome);
        const closed = fake().message({ dispute });
        const answers = await Promise.all([send(closed), send(closed), send(opened)]);
        expect(answers.filter((answer) => answer === 'applied')).toHaveLength(1);
        expect((await disputedAt()) === null).toBe(outcome === 'won');
        const rows = await db.dispute.findMany({ where: { orderId: order.id } });
        expect(rows.map((row) => row.state)).toEqual([outcome]);
      }
    });

    it('R12: what a dispute held back is let go when the shop wins it: its buyer is told, and may ask again', async () => {
      const { order, refundId, paymentRef } = await asked({ part: 1000 });
      const dispute = fake().openDispute(paymentRef);
      await work();
      expect((await refundOf(refundId)).state).toBe('disputed');
      expect(await send(fake().message({ dispute }))).toBe('applied');
      fake().endDispute(dispute, 'won');
      expect(await send(fake().message({ dispute }))).toBe('applied');
      await work();
      expect((await refundOf(refundId)).state).toBe('canceled');
      expect(await mailsAbout(refundId)).toEqual(['approved', 'disputed', 'failed']);
      const mail = await db.mail.findUniqueOrThrow({ where: { dedupeKey: `refund-failed:${refundId}` } });
      expect(mail.text).toContain('The bank has closed its case');
      const again = await askForRefund(order);
      await work();
      expect(await refundOf(again)).toMatchObject({ state: 'succeeded', amountMinor: 2400 });
      expect(fake().made(paymentRef)).toHaveLength(1);
    });

    it('R12: an inquiry is written down and holds nothing back', async () => {
      const { order, refundId, paymentRef } = await asked();
      expect(await send(fake().message({ dispute: fake().openDispute(paymentRef, 'inquiry') }))).toBe(
        'applied',
      );
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
      fake().turnRefund(providerRefundId, 'failed');
      const message = fake().message({ refund: providerRefundId });
      expect(await send(message)).toBe('applied');
      passTime(4 * MINUTE);
      expect(await send(message)).toBe('repeated');
      expect((await refundOf(refundId)).events.filter((event) => event.toState === 'failed')).toHaveLength(1);
    });

    it('R16: five copies of each, together and in any order: applied once, and never backwards', async () => {
      const { refundId, providerRefundId } = await paid();
      const messages = [1, 2, 3].map(() => fake().message({ refund: providerRefundId }));
      fake().turnRefund(providerRefundId, 'failed');
      messages.push(fake().message({ refund: providerRefundId }));
      const copies = Array.from({ length: 5 }, () => [...messages].reverse()).flat();
      const answers = await Promise.all(copies.map(send));
      expect(answers.filter((answer) => answer === 'applied')).toHaveLength(1);
      fake().turnRefund(providerRefundId, 'pending');
      await send(fake().message({ refund: providerRefundId }));
      expect((await refundOf(refundId)).state).toBe('failed');
      await work();
      expect(await mailsAbout(refundId)).toEqual(['approved', 'succeeded', 'failed']);
    });

    it('of a refund that was made at the provider is written down with any amount, once', async () => {
      const paymentRef = fake().addPayment();
      const order = await anOrder({ provider: fake().name, paymentRef });
      const made = fake().refundByHand(paymentRef, 900);
      await Promise.all([send(fake().message({ refund: made })), send(fake().message({ refund: made }))]);
      const refunds = await db.refund.findMany({ where: { orderId: order.id } });
      expect(refunds).toMatchObject([{ requestedVia: 'provider', amountMinor: 900, state: 'succeeded' }]);
    });

    it('of something we cannot look at now is not taken in, so that it comes again', async () => {
      const paymentRef = fake().addPayment();
      await anOrder({ provider: fake().name, paymentRef });
      const messages = [
        fake().message({ refund: fake().refundByHand(paymentRef, 900) }),
        fake().message({ dispute: fake().openDispute(paymentRef) }),
      ];
      const before = await db.webhookEvent.count();
      const base = process.env[fake().name === 'stripe' ? 'STRIPE_API_BASE' : 'PAYPAL_API_BASE'];
      await fake().stop();
      fake().startNowhere(base ?? '');
      for (const message of messages) expect(await send(message)).toBe('provider-unreachable');
      expect(await db.webhookEvent.count()).toBe(before);
      const request = new Request('http://localhost/x', { method: 'POST', ...messages[0] });
      const answer = await webhookRoute(takeInWebhook)(request, {
        params: Promise.resolve({ provider: fake().name }),
      });
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '30']);
    });

    it('R17: of no use is answered calmly: unknown types, unknown refunds, unknown orders', async () => {
      const { refundId, providerRefundId } = await paid();
      fake().turnRefund(providerRefundId, 'failed');
      const strange = [
        fake().message({ refund: providerRefundId, type: 'customer.created' }),
        fake().message({ refund: 're_unknown' }),
        fake().message({ refund: fake().refundByHand(fake().addPayment(), 100) }),
        fake().message({ dispute: fake().openDispute(fake().addPayment()) }),
      ];
      for (const message of strange) expect(await send(message)).toBe('ignored');
      expect((await refundOf(refundId)).state).toBe('succeeded');
    });
  });
}
