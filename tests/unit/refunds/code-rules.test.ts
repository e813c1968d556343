import { describe, expect, test } from 'vitest';
import { DAY, HOUR, later, MINUTE } from '@/lib/clock';
import { type MailedCode, mayMailCode } from '@/lib/refunds/orders/code-rules';
import { CODE_DIGITS, CODE_TRIES } from '@/lib/refunds/orders/schema';

const start = new Date('2026-11-21T10:00:00Z');

/** Three days in which somebody asks for a code every minute, and uses `tries` of each one at once.
 * @returns all that were mailed */
function persist(orderIds: string[], tries: number, usedAt: Date | null = null): MailedCode[] {
  const mailed: MailedCode[] = [];
  for (let at = start; at < later(start, 3 * DAY); at = later(at, MINUTE)) {
    for (const orderId of orderIds) {
      const lately = mailed.filter(({ createdAt }) => createdAt > later(at, -DAY));
      if (mayMailCode(lately, orderId, at)) mailed.push({ orderId, createdAt: at, tries, usedAt });
    }
  }
  return mailed;
}

/** The most that any span of this length saw. */
function most(mailed: MailedCode[], span: number, count: (codes: MailedCode[]) => number): number {
  return Math.max(
    ...mailed.map(({ createdAt }) =>
      count(mailed.filter((code) => code.createdAt >= createdAt && code.createdAt < later(createdAt, span))),
    ),
  );
}

const tried = (codes: MailedCode[]) => codes.reduce((sum, { tries }) => sum + tries, 0);
const number = (codes: MailedCode[]) => codes.length;

describe('codes for one order', () => {
  test('let ten guesses be made in an hour and twenty in a day: one in fifty thousand', () => {
    for (let tries = 1; tries <= CODE_TRIES; tries += 1) {
      const mailed = persist(['a'], tries);
      expect(most(mailed, HOUR, tried)).toBeLessThanOrEqual(10);
      expect(most(mailed, DAY, tried)).toBeLessThanOrEqual(20);
    }
    const mailed = persist(['a'], CODE_TRIES);
    expect(most(mailed, DAY, tried) / 10 ** CODE_DIGITS).toBe(2e-5);
  });

  test('are five in an hour and ten in a day, where nobody guesses', () => {
    const mailed = persist(['a'], 0);
    expect([most(mailed, HOUR, number), most(mailed, DAY, number)]).toEqual([5, 10]);
  });

  test('that were used rightly do not count as guesses', () => {
    const mailed = persist(['a'], 1, start);
    expect([most(mailed, HOUR, number), most(mailed, DAY, number)]).toEqual([5, 10]);
  });
});

test('a mailbox with many orders gets ten codes in an hour and twenty in a day', () => {
  const mailed = persist(['a', 'b', 'c', 'd'], 0);
  expect([most(mailed, HOUR, number), most(mailed, DAY, number)]).toEqual([10, 20]);
});
