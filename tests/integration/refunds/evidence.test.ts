import { extractText, getDocumentProxy } from 'unpdf';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Actor } from '@/lib/accounts/schema';
import { MINUTE } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { addRefundReason } from '@/lib/refunds/add-refund-reason';
import { evidencePdf } from '@/lib/refunds/evidence/evidence-pdf';
import { evidenceOf } from '@/lib/refunds/evidence/queries';
import { DEFAULT_SETTINGS } from '@/lib/settings/schema';
import { anOrder, askForRefund, buyerOf, owner, startClock, workThrough } from './till';

beforeEach(() => startClock());
afterEach(() => vi.useRealTimers());

const helper: Actor = { id: 'thehelper0000000', name: 'Hanno', role: 'helper', email: 'h@example.com' };

async function aFinishedRefund() {
  const order = await anOrder({ methodLabel: 'Visa •••• 4242', taxMinor: 383 });
  const refundId = await askForRefund(order);
  await addRefundReason({ refundId, reason: 'It was too dark.' }, buyerOf(order));
  await workThrough(MINUTE);
  return { order, refundId };
}

it('the evidence for a bank is the owner’s alone, because it names the buyer', async () => {
  const { order, refundId } = await aFinishedRefund();
  expect((await evidenceOf(refundId, owner))?.order.email).toBe(order.email);
  for (const actor of [null, helper, buyerOf(order).actor])
    expect(await evidenceOf(refundId, actor)).toBeNull();
  for (const id of ['nothing', '', 'x'.repeat(500)]) expect(await evidenceOf(id, owner)).toBeNull();
});

it('it tells the order, the policy, the request, every step and every mail, and hands out no key', async () => {
  const { order, refundId } = await aFinishedRefund();
  await db.dispute.create({
    data: {
      ...{ id: `d${refundId}`, orderId: order.id, provider: 'pretend', providerDisputeId: 'dp_77' },
      ...{ amountMinor: 2400, currency: 'EUR', reason: 'product_not_received', state: 'open' },
      openedAt: new Date('2026-11-21T12:00:00Z'),
    },
  });
  const evidence = await evidenceOf(refundId, owner);
  if (!evidence) throw new Error('There is no evidence.');
  expect(evidence.mails.map(({ text }) => text).join()).not.toContain('?key=');
  const file = await evidencePdf(
    evidence,
    { ...DEFAULT_SETTINGS, legalName: 'Porch Lamps GmbH' },
    new Date(),
  );
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(file)), { mergePages: true });
  const told = text.replace(/\s+/g, ' ');
  for (const words of [
    ...['Porch Lamps GmbH', `Number ${order.number}`, order.email, 'Visa •••• 4242', 'Candle', '€24.00'],
    ...['dp_77', 'product_not_received', 'Saturday 21 November 2026', 'It was too dark.'],
    ...[`Reference ${refundId}`, `Reference: ${refundId}`],
    ...['At the purchase Approved at once for any reason', 'At the refund Approved at once for any reason'],
    ...['asked for by the buyer', 'CN-2026-', 'is approved', 'is complete', order.paymentRef],
  ])
    expect(told).toContain(words);
  expect(told).not.toContain('Not kept');
  for (const event of evidence.events) expect(told).toContain(event.at.toISOString());
});
