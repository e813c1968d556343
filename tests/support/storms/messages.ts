import { MINUTE } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { newId } from '@/lib/ids';
import { signPretendWebhook } from '@/lib/refunds/providers/pretend-signature';
import { requestRefund } from '@/lib/refunds/request-refund';
import { takeInWebhook } from '@/lib/refunds/take-in-webhook';
import { webhookRoute } from '@/lib/web/webhook-route';
import { anOrder, buyerOf } from '../an-order';
import { shuffled } from '../pretend-messages';

export const COPIES = 5;
const PER_REFUND = 4;
/** As many deliveries at a time as a provider sends. */
const AT_ONCE = 20;
const OVERSIZED = 1024 * 1024;

type Delivery = { body: string; header: string; kind: 'ours' | 'forged' | 'old' | 'foreign' };

export type MessageTally = {
  refunds: string[];
  /** How often what kind of message had what effect. */
  effects: Record<string, number>;
  /** What the door answered to 1 MB. */
  oversized: number;
};

/** Events about refunds that have just succeeded, four each, every one in five copies and in no order, with a forged, a replayed
 * and a foreign one among them for each refund.
 * @param work does what is due
 * @param hold lets a minute pass in which nobody works, so that only the messages bring the news */
export async function messageStorm(
  events: number,
  work: () => Promise<unknown>,
  hold: () => Promise<unknown>,
): Promise<MessageTally> {
  const refunds: string[] = [];
  for (let count = 0; count < events / PER_REFUND; count += 1) {
    const order = await anOrder({ totalMinor: 100, paymentRef: `pretend_pending_message${count}` });
    const outcome = await requestRefund({ orderId: order.id }, buyerOf(order), 'page');
    if (outcome.ok) refunds.push(outcome.refundId);
  }
  await work();
  await hold();
  const books = await db.pretendRefund.findMany({ where: { refundId: { in: refunds } } });
  const deliveries = shuffled(books.flatMap(({ id }) => deliveriesAbout(id)));
  const effects: Record<string, number> = {};
  for (let start = 0; start < deliveries.length; start += AT_ONCE) {
    const batch = deliveries.slice(start, start + AT_ONCE);
    for (const answer of await Promise.all(batch.map(deliver))) effects[answer] = (effects[answer] ?? 0) + 1;
  }
  const request = new Request('http://localhost/x', { method: 'POST', body: 'x'.repeat(OVERSIZED) });
  const context = { params: Promise.resolve({ provider: 'pretend' }) };
  const { status } = await webhookRoute(takeInWebhook)(request, context);
  return { refunds, effects, oversized: status };
}

/** What should have come of it. */
export function wantedEffects(events: number): Record<string, number> {
  const refunds = events / PER_REFUND;
  return {
    'ours applied': refunds,
    'ours ignored': events - refunds,
    'ours repeated': events * (COPIES - 1),
    'forged bad-signature': refunds,
    'old bad-signature': refunds,
    'foreign ignored': refunds,
  };
}

function deliveriesAbout(refund: string): Delivery[] {
  const told = ['refund.created', 'refund.updated', 'refund.updated', 'refund.failed'].map((type) =>
    message(type, refund),
  );
  const now = new Date();
  const ours = told.flatMap((body) =>
    Array.from({ length: COPIES }, () => ({
      body,
      header: signPretendWebhook(body, now),
      kind: 'ours' as const,
    })),
  );
  const forged = message('refund.failed', refund);
  const old = message('refund.failed', refund);
  const foreign = message('refund.updated', `pre_${newId()}`);
  return [
    ...ours,
    { body: forged, header: signPretendWebhook(`${forged} `, now), kind: 'forged' },
    { body: old, header: signPretendWebhook(old, new Date(now.getTime() - 6 * MINUTE)), kind: 'old' },
    { body: foreign, header: signPretendWebhook(foreign, now), kind: 'foreign' },
  ];
}

function message(type: string, refund: string): string {
  return JSON.stringify({ id: `evt_${newId()}`, type, data: { refund } });
}

async function deliver({ body, header, kind }: Delivery): Promise<string> {
  const taken = await takeInWebhook('pretend', body, { 'pretend-signature': header });
  return `${kind} ${taken.ok ? taken.effect : taken.reason}`;
}
