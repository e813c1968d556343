import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { MINUTE } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { newId } from '@/lib/ids';
import { signPretendWebhook } from '@/lib/refunds/providers/pretend-signature';
import { takeInWebhook } from '@/lib/refunds/take-in-webhook';
import { webhookRoute } from '@/lib/web/webhook-route';
import { shuffled } from '../../support/pretend-messages';
import { anOrder, askForRefund, expectSoundBooks, mailsAbout, passTime, startClock, work } from './till';

/** `STORM=1000` for the count that the shop is measured by; fewer by default, because each is a transaction. */
const EVENTS = Number(process.env.STORM ?? 80);
const COPIES = 5;
const PER_REFUND = 4;
/** As many deliveries at a time as a provider sends. */
const AT_ONCE = 20;

type Delivery = { body: string; header: string; kind: 'ours' | 'forged' | 'old' | 'foreign' };

beforeEach(() => startClock());
afterEach(async () => {
  await expectSoundBooks();
  vi.useRealTimers();
});

it(`R16: ${EVENTS} messages × ${COPIES} shuffled copies: each applied once; forged, replayed, foreign and oversized ones change nothing`, async () => {
  const refunds: string[] = [];
  for (let count = 0; count < EVENTS / PER_REFUND; count += 1) {
    refunds.push(await askForRefund(await anOrder({ paymentRef: `pretend_pending_storm${count}` })));
    await work();
  }
  passTime(61_000);
  const books = await db.pretendRefund.findMany();
  expect(books).toHaveLength(refunds.length);
  const deliveries = shuffled(books.flatMap(({ id }) => deliveriesAbout(id)));
  const effects = new Map<string, number>();
  for (let start = 0; start < deliveries.length; start += AT_ONCE) {
    const batch = deliveries.slice(start, start + AT_ONCE);
    const answers = await Promise.all(batch.map(deliver));
    for (const answer of answers) effects.set(answer, (effects.get(answer) ?? 0) + 1);
  }
  expect(Object.fromEntries(effects)).toEqual({
    'ours applied': refunds.length,
    'ours ignored': EVENTS - refunds.length,
    'ours repeated': EVENTS * (COPIES - 1),
    'forged bad-signature': refunds.length,
    'old bad-signature': refunds.length,
    'foreign ignored': refunds.length,
  });
  expect(await db.webhookEvent.count()).toBe(EVENTS + refunds.length);
  expect(await db.refundEvent.count({ where: { toState: 'succeeded' } })).toBe(refunds.length);
  expect(await db.refund.count({ where: { state: 'succeeded' } })).toBe(refunds.length);
  const request = new Request('http://localhost/x', { method: 'POST', body: 'x'.repeat(1024 * 1024) });
  const params = Promise.resolve({ provider: 'pretend' });
  expect((await webhookRoute(takeInWebhook)(request, { params })).status).toBe(413);
  while ((await work()) > 0);
  for (const refundId of refunds) expect(await mailsAbout(refundId)).toEqual(['approved', 'succeeded']);
}, 600_000);

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
