import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { MINUTE } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { callOffRefund } from '@/lib/refunds/desk/call-off-refund';
import { mailsOfRefund } from '@/lib/refunds/mails-of-refund';
import { tickRefund, undoTick } from '@/lib/refunds/tick-refund';
import { anOrder, askForRefund, expectSoundBooks, owner, passTime, refundOf, startClock, work } from './till';

beforeEach(() => startClock());
afterEach(async () => {
  await expectSoundBooks();
  vi.useRealTimers();
});

/** The keys by which the mails of a refund are found, and those of all mails that name it. */
async function mailsFound(refundId: string): Promise<{ found: string[]; named: string[] }> {
  const select = { dedupeKey: true };
  const orderBy = { dedupeKey: 'asc' } as const;
  const where = mailsOfRefund(await refundOf(refundId));
  const found = await db.mail.findMany({ where, select, orderBy });
  const named = await db.mail.findMany({ where: { dedupeKey: { contains: refundId } }, select, orderBy });
  return { found: found.map((mail) => mail.dedupeKey), named: named.map((mail) => mail.dedupeKey) };
}

it('every mail of a refund that was ticked off, taken back and ticked off again is found by its key', async () => {
  const refundId = await askForRefund(await anOrder({ provider: 'manual' }));
  await work();
  for (const turn of [tickRefund, undoTick, tickRefund, undoTick, tickRefund]) {
    expect(await turn({ refundId }, owner)).toMatchObject({ ok: true });
    passTime(MINUTE);
    await work();
  }
  const { found, named } = await mailsFound(refundId);
  expect(found).toEqual(named);
  expect(found.map((key) => key.split(':')[0])).toEqual([
    'refund-approved',
    'refund-paid-by-hand',
    'refund-paid-by-hand',
    'refund-succeeded',
    'refund-tick-undone',
    'refund-tick-undone',
  ]);
});

it('so is that of one which came to nothing, and no mail of another refund', async () => {
  const calledOff = await askForRefund(await anOrder({ provider: 'manual' }));
  const other = await askForRefund(await anOrder());
  await callOffRefund({ refundId: calledOff, words: 'Sent twice.' }, owner);
  await work();
  for (const refundId of [calledOff, other]) {
    const { found, named } = await mailsFound(refundId);
    expect(found).toEqual(named);
    expect(found.length).toBeGreaterThan(0);
  }
});

it('no room of refunds makes such a key by itself', () => {
  const made = readdirSync('lib/refunds', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && name !== 'mails-of-refund.ts')
    // Beside the mails to buyers stand those about a comparison with the provider.
    .filter((name) => /`refund-(?!audit:)[^`]*:/.test(readFileSync(`lib/refunds/${name}`, 'utf8')));
  expect(made).toEqual([]);
});
