import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MINUTE } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { declareWithdrawal } from '@/lib/refunds/withdrawal/declare-withdrawal';
import { markHandled } from '@/lib/refunds/withdrawal/mark-handled';
import { countOpenWithdrawals, deskWithdrawals, withdrawalFor } from '@/lib/refunds/withdrawal/queries';
import { withdrawalKey } from '@/lib/refunds/withdrawal/rules';
import { anOrder, passTime, startClock } from './till';

beforeEach(() => startClock());
afterEach(() => {
  vi.useRealTimers();
});

const mailsTo = (email: string) => db.mail.findMany({ where: { toEmail: email } });

describe('a withdrawal from a contract', () => {
  it('is acknowledged at once with its content, date and time, in the language it was declared in', async () => {
    for (const [language, subject, words] of [
      ['en', /We have received your withdrawal/, 'I, Ada, withdraw from the contract: lamp of May'],
      ['de', /Ihr Widerruf ist bei uns eingegangen/, 'Ich, Ada, widerrufe den Vertrag: lamp of May'],
    ] as const) {
      const email = `ada-${language}@example.com`;
      const declared = await declareWithdrawal({ name: 'Ada', contract: 'lamp of May', email }, language);
      expect(declared.ok).toBe(true);
      const [mail] = await mailsTo(email);
      expect(mail?.subject).toMatch(subject);
      expect(mail?.html).toContain(`<html lang="${language}">`);
      expect(mail?.text).toContain(words);
      expect(mail?.text).toMatch(/21.*2026/);
      expect(mail?.text).toMatch(/10:00:00/);
    }
  });

  it('is one declaration however often the button is pressed, and another one later', async () => {
    const input = { name: 'Bo', contract: 'B-1', email: 'bo@example.com' };
    const first = await declareWithdrawal(input, 'en');
    const again = await declareWithdrawal(input, 'en');
    expect(again).toEqual(first);
    expect(await mailsTo('bo@example.com')).toHaveLength(1);
    passTime(11 * MINUTE);
    expect(await declareWithdrawal(input, 'en')).not.toEqual(first);
  });

  it('finds the order for the desk, but answers the same and moves no money', async () => {
    const order = await anOrder();
    const right = await declareWithdrawal({ name: 'Cy', contract: order.number, email: order.email }, 'en');
    const wrong = await declareWithdrawal(
      { name: 'Cy', contract: order.number, email: 'cy@example.com' },
      'en',
    );
    expect([right.ok, wrong.ok]).toEqual([true, true]);
    expect(await db.refund.count({ where: { orderId: order.id } })).toBe(0);
    const listed = await deskWithdrawals();
    const found = new Map(listed.map((item) => [item.email, item.orderNumber]));
    expect(found.get(order.email)).toBe(order.number);
    expect(found.get('cy@example.com')).toBeNull();
  });

  it('is kept although its mailbox had several mails already, and the page says so', async () => {
    const email = 'full@example.com';
    const ids: string[] = [];
    for (const contract of ['F-1', 'F-2', 'F-3', 'F-4']) {
      const declared = await declareWithdrawal({ name: 'Di', contract, email }, 'en');
      if (declared.ok) ids.push(declared.withdrawalId);
    }
    expect(ids).toHaveLength(4);
    expect(await mailsTo(email)).toHaveLength(3);
    const last = ids.at(-1) ?? '';
    expect(await withdrawalFor(last, withdrawalKey(last))).toMatchObject({ isMailed: false });
    expect(await withdrawalFor(last, withdrawalKey(ids[0] ?? ''))).toBeNull();
    expect(await withdrawalFor('nothing', 'nothing')).toBeNull();
  });

  it('is open for the shop until somebody dealt with it', async () => {
    const before = await countOpenWithdrawals();
    const declared = await declareWithdrawal({ name: 'Ed', contract: 'E-1', email: 'ed@example.com' }, 'en');
    const withdrawalId = declared.ok ? declared.withdrawalId : '';
    expect(await countOpenWithdrawals()).toBe(before + 1);
    expect(await markHandled({ withdrawalId })).toEqual({ ok: true });
    expect(await markHandled({ withdrawalId })).toEqual({ ok: true });
    expect(await markHandled({ withdrawalId: 'nothing' })).toMatchObject({ reason: 'not-found' });
    expect(await countOpenWithdrawals()).toBe(before);
  });

  it('takes hostile words as words, and refuses what is no address', async () => {
    const hostile = '<script>alert(1)</script>\r\nBcc: everybody@example.com {contract}';
    const declared = await declareWithdrawal(
      { name: hostile, contract: hostile, email: 'x@example.com' },
      'en',
    );
    expect(declared.ok).toBe(true);
    const [mail] = await mailsTo('x@example.com');
    expect(mail?.html).not.toContain('<script>');
    expect(mail?.subject).not.toContain('Bcc');
    expect(await declareWithdrawal({ name: 'X', contract: 'X', email: 'a@x,b@y' }, 'en')).toMatchObject({
      reason: 'email-invalid',
    });
  });
});
