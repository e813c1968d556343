import { expect } from 'vitest';
import { db } from '@/lib/db/client';
import { newId } from '@/lib/ids';
import { ReceiptContent } from '@/lib/refunds/receipts/schema';
import { anOrder, askForRefund, work } from './till';

/** Every year counts from 1 by ones, in the order in which its receipts were written, and its counter says so. */
export async function expectNoGaps(): Promise<void> {
  const notes = await db.creditNote.findMany({ orderBy: [{ year: 'asc' }, { number: 'asc' }] });
  for (const year of new Set(notes.map((note) => note.year))) {
    const numbers = notes.filter((note) => note.year === year).map(({ number }) => number);
    expect(numbers).toEqual(numbers.map((_number, index) => index + 1));
    const counter = await db.numberSequence.findUniqueOrThrow({ where: { name: `credit-notes:${year}` } });
    expect(counter.last).toBe(numbers.length);
  }
}

export function notesOf(refundId: string) {
  return db.creditNote.findMany({ where: { refundId }, orderBy: { position: 'asc' } });
}

export async function contentsOf(refundId: string): Promise<ReceiptContent[]> {
  return (await notesOf(refundId)).map(({ content }) => ReceiptContent.parse(JSON.parse(content)));
}

/** One that is with the provider, and not yet complete. */
export async function aPendingRefund(facts: Parameters<typeof anOrder>[0] = {}, amountMinor?: number) {
  const order = await anOrder({ paymentRef: `pretend_pending_r${newId()}`, ...facts });
  const refundId = await askForRefund(order, amountMinor);
  await work();
  return { order, refundId };
}

export const done = { state: 'succeeded', cause: 'webhook' } as const;
