import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { MINUTE } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { newId } from '@/lib/ids';
import { claimRefund } from '@/lib/refunds/claim-refund';
import { brokenInvariants } from '../../support/refund-invariants';
import { anOrder, askForRefund, passTime, startClock, work, workThrough } from './till';

beforeEach(() => startClock());
afterEach(() => {
  vi.useRealTimers();
});

/** The rules that are broken now, without whom they are about. */
const broken = async (quiet = false) =>
  (await brokenInvariants({ quiet })).map((line) => line.slice(0, line.indexOf(':')));

const aBook = (facts: { paymentRef: string; amountMinor: number; refundId: string }) =>
  db.pretendRefund.create({
    data: { id: newId(), idempotencyKey: newId(), currency: 'EUR', createdAt: new Date(), ...facts },
  });

it('the invariants see a process that died, and are whole again when its refund was taken up', async () => {
  const order = await anOrder();
  const refundId = await askForRefund(order, 1000);
  expect(await broken()).toEqual([]);
  expect(await broken(true)).toEqual(['it was approved, and its one acknowledgement is missing']);
  await claimRefund(refundId);
  passTime(6 * MINUTE);
  expect(await broken()).toEqual([
    'it has been at the provider for more than five minutes, and nobody looks',
  ]);
  await work();
  await workThrough(MINUTE);
  expect(await broken(true)).toEqual([]);
});

it('the invariants see a row that was changed past the code, and a provider that pays wrongly', async () => {
  const order = await anOrder();
  const refundId = await askForRefund(order, 1000);
  await db.refund.update({ where: { id: refundId }, data: { state: 'succeeded' } });
  expect(await broken(true)).toEqual([
    'it is done, but nobody at a provider and no owner did it',
    'a refund stands elsewhere than its last step says',
    'it is done, and its receipt is missing',
    'it came to an end, and its one mail is missing',
    'it was approved, and its one acknowledgement is missing',
  ]);
  const said = { dedupeKey: `refund-succeeded:${refundId}`, toEmail: order.email, toName: '' };
  const mail = { id: newId(), subject: 's', text: 't', html: 'h', headers: '{}', createdAt: new Date() };
  await db.mail.create({ data: { ...mail, ...said } });
  expect(await broken()).toContain('it was mailed to be done, or to have failed, and never was');
  const step = { refundId, toState: 'succeeded', cause: 'buyer', at: new Date() } as const;
  await db.refundEvent.create({ data: { id: newId(), position: 4, fromState: 'pending', ...step } });
  expect(await broken()).toEqual(
    expect.arrayContaining([
      'a timeline has a gap',
      'a step does not begin where the one before ended',
      'a step was taken that the table does not know',
    ]),
  );
  await aBook({ paymentRef: order.paymentRef, amountMinor: 1000, refundId });
  await aBook({ paymentRef: order.paymentRef, amountMinor: 1401, refundId });
  expect(await broken()).toEqual(
    expect.arrayContaining([
      'the pretend provider paid one refund twice',
      'the pretend provider paid something else than was asked for',
      'the pretend provider paid back more than was paid',
    ]),
  );
});
