import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { newId } from '@/lib/ids';
import { anOrder, askForRefund, refundOf, startClock } from './till';

beforeEach(() => startClock());

/** On SQLite the adapter calls whatever a trigger refuses a violated foreign key. */
const refusal = (name: string) => new RegExp(`${name}|Foreign key constraint violated`);

/** A row written past all code, as a wrong statement of a later version might. */
async function writeRow(order: { id: string; paymentRef: string }, facts: Record<string, unknown> = {}) {
  const id = newId();
  await db.refund.create({
    data: {
      id,
      orderId: order.id,
      seq: 90 + Math.floor(Math.random() * 1_000_000),
      amountMinor: 2400,
      currency: 'EUR',
      provider: 'pretend',
      paymentRef: order.paymentRef,
      state: 'requested',
      idempotencyKey: `rf_${id}`,
      policySnapshot: '{}',
      requestedVia: 'page',
      createdAt: new Date(),
      updatedAt: new Date(),
      ...facts,
    },
  });
  return id;
}

describe('the database itself, whatever the code does,', () => {
  it('takes no refund beyond what was paid, unless it came to nothing or is told by the provider', async () => {
    const order = await anOrder();
    await askForRefund(order, 1000);
    await expect(writeRow(order, { amountMinor: 1401 })).rejects.toThrow(refusal('refund-exceeds-captured'));
    await writeRow(order, { amountMinor: 1401, state: 'failed' });
    await writeRow(order, { amountMinor: 1401, requestedVia: 'provider', state: 'succeeded' });
    await expect(writeRow(order, { amountMinor: 1 })).rejects.toThrow(refusal('refund-exceeds-captured'));
  });

  it('R06: holds the line when twenty connections write at once', async () => {
    const order = await anOrder();
    const tries = await Promise.allSettled(
      Array.from({ length: 20 }, () => writeRow(order, { amountMinor: 800 })),
    );
    expect(tries.filter((attempt) => attempt.status === 'fulfilled')).toHaveLength(3);
  });

  it('changes nothing of what is sent to a provider, and revives nothing that came to nothing', async () => {
    const order = await anOrder();
    const id = await askForRefund(order, 1000);
    for (const data of [
      { amountMinor: 2000 },
      { currency: 'USD' },
      { paymentRef: 'pretend_other' },
      { provider: 'other' },
    ])
      await expect(db.refund.update({ where: { id }, data })).rejects.toThrow(
        refusal('refund-parameters-stay'),
      );
    await db.refund.update({ where: { id }, data: { state: 'canceled' } });
    await expect(db.refund.update({ where: { id }, data: { state: 'pending' } })).rejects.toThrow(
      refusal('refund-parameters-stay'),
    );
    expect(await refundOf(id)).toMatchObject({ amountMinor: 1000, currency: 'EUR', state: 'canceled' });
  });

  it('keeps every step of a timeline as it was written', async () => {
    const id = await askForRefund(await anOrder());
    await expect(
      db.refundEvent.updateMany({ where: { refundId: id }, data: { note: 'other' } }),
    ).rejects.toThrow(refusal('refund-events-stay'));
    await expect(db.refundEvent.deleteMany({ where: { refundId: id } })).rejects.toThrow(
      refusal('refund-events-stay'),
    );
    expect((await refundOf(id)).events).toHaveLength(1);
  });
});
