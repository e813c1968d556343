import { expect, vi } from 'vitest';
import { db } from '@/lib/db/client';
import { handlers } from '@/lib/jobs/handlers';
import { runDueJobs } from '@/lib/jobs/worker';
import { requestRefund } from '@/lib/refunds/request-refund';
import { buyerOf } from '../../support/an-order';
import { brokenInvariants } from '../../support/refund-invariants';

export { anOrder, buyerOf, owner } from '../../support/an-order';

// Only the tests of taking back wait for it.
process.env.REFUND_UNDO_SECONDS = '0';

/** Only `Date` is moved; timers, the database and the network stay real, so nothing has to be slept through. */
export function startClock(at = '2026-11-21T10:00:00Z'): void {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(at) });
}

export function passTime(ms: number): void {
  vi.setSystemTime(Date.now() + ms);
}

/** Asks for the whole order as its buyer. @returns the refund's id */
export async function askForRefund(order: { id: string; email: string }, amountMinor?: number) {
  const outcome = await requestRefund({ orderId: order.id, amountMinor }, buyerOf(order), 'page');
  if (!outcome.ok) throw new Error(`The refund was refused: ${outcome.reason}`);
  return outcome.refundId;
}

/** Lets the worker do what is due now. */
export function work(): Promise<number> {
  return runDueJobs(handlers);
}

/** Lets `ms` pass in steps, with the worker at work at each. */
export async function workThrough(ms: number, step = ms / 10): Promise<void> {
  for (let passed = 0; passed < ms; passed += step) {
    passTime(step);
    await work();
  }
}

export function refundOf(refundId: string) {
  return db.refund.findUniqueOrThrow({
    where: { id: refundId },
    include: { events: { orderBy: { position: 'asc' } } },
  });
}

const TEMPLATES = ['queued', 'approved', 'disputed', 'succeeded', 'failed'];

/** The templates of the mails about a refund; in the order in which they make sense, since several may be of one moment. */
export async function mailsAbout(refundId: string): Promise<string[]> {
  const mails = await db.mail.findMany({ where: { dedupeKey: { endsWith: `:${refundId}` } } });
  return mails
    .map((mail) => mail.dedupeKey.split(':')[0]?.replace('refund-', '') ?? '')
    .sort((a, b) => TEMPLATES.indexOf(a) - TEMPLATES.indexOf(b));
}

/** What must be true of the books at any moment, whatever was done. @param quiet everything that was due has been done, mails
 * included */
export async function expectSoundBooks({ quiet = false } = {}): Promise<void> {
  expect(await brokenInvariants({ quiet })).toEqual([]);
}
