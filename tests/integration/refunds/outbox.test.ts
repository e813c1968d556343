import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { MINUTE, SECOND } from '@/lib/clock';
import { config } from '@/lib/config';
import { db } from '@/lib/db/client';
import { transaction } from '@/lib/db/transaction';
import { checkRefund } from '@/lib/refunds/check-refund';
import { mailCompletion } from '@/lib/refunds/mail-refund';
import { ELSEWHERE } from '@/lib/refunds/schema';
import { applyFinding } from '@/lib/refunds/settle-refund';
import {
  anOrder,
  askForRefund,
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

/** A refund of which a process has just written down, and committed, that it is done; then it ended. */
async function doneAndDied(): Promise<string> {
  const refundId = await askForRefund(await anOrder());
  await work();
  passTime(5 * SECOND);
  await checkRefund(refundId);
  expect((await refundOf(refundId)).state).toBe('succeeded');
  expect(await mailsAbout(refundId)).toEqual(['approved']);
  return refundId;
}

/** The files that the outbox sent for a refund's mail. */
async function sent(refundId: string): Promise<number> {
  const { id } = await db.mail.findUniqueOrThrow({ where: { dedupeKey: `refund-succeeded:${refundId}` } });
  const files = await readdir(path.join(config().dataDir, 'outbox'));
  return files.filter((file) => file.includes(id)).length;
}

it('R10: a process that ends after "done" and before its mail: the mail goes out once, by whoever comes next', async () => {
  const refundId = await doneAndDied();
  await Promise.all([work(), work(), work(), work()]);
  expect(await mailsAbout(refundId)).toEqual(['approved', 'succeeded']);
  expect(await sent(refundId)).toBe(1);
});

it('R10: one that ends after the mail was written, or sent, and before it noted that: still one mail', async () => {
  const refundId = await doneAndDied();
  // It wrote the mail, and its job is still to be done.
  await mailCompletion(refundId);
  await work();
  expect(await sent(refundId)).toBe(1);
  // It sent the mail, and its jobs are still said to be running.
  await db.job.updateMany({
    where: { event: { in: ['refund.succeeded', 'mail.queued'] }, handler: { not: null } },
    data: { state: 'running', finishedAt: null, leaseUntil: new Date() },
  });
  passTime(2 * MINUTE);
  await work();
  expect(await db.job.count({ where: { event: 'mail.queued', state: { not: 'done' } } })).toBe(0);
  expect(await mailsAbout(refundId)).toEqual(['approved', 'succeeded']);
  expect(await sent(refundId)).toBe(1);
  const mail = await db.mail.findUniqueOrThrow({ where: { dedupeKey: `refund-succeeded:${refundId}` } });
  expect(mail).toMatchObject({ state: 'sent', attempts: 1 });
});

it('says nothing of an approval once a refund was let go before its money was sent', async () => {
  const refundId = await askForRefund(await anOrder());
  await transaction((tx) =>
    applyFinding(tx, refundId, { state: 'failed', failureReason: ELSEWHERE, cause: 'look-up' }),
  );
  await work();
  expect(await mailsAbout(refundId)).toEqual(['failed']);
});
