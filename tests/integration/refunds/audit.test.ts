import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DAY, HOUR, SECOND } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { newId } from '@/lib/ids';
import { auditRefunds } from '@/lib/refunds/audit/audit-refunds';
import { newestAudits } from '@/lib/refunds/audit/queries';
import { auditLine } from '@/lib/refunds/audit/rules';
import { pretend } from '@/lib/refunds/providers/pretend';
import { aPerson } from '../../support/a-person';
import { anOrder, askForRefund, passTime, refundOf, startClock, work, workThrough } from './till';

beforeEach(() => startClock());
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

async function auditPretend() {
  const audit = (await auditRefunds()).find(({ provider }) => provider === 'pretend');
  if (!audit) throw new Error('pretend was not audited');
  return audit;
}

describe('the nightly comparison', () => {
  it('ends in one line that says how many there are here and there, and that nothing differs', async () => {
    for (let at = 0; at < 3; at += 1) await askForRefund(await anOrder());
    await work();
    await workThrough(10 * SECOND);
    const audit = await auditPretend();
    expect(audit.differences).toEqual([]);
    expect([audit.ours, audit.theirs]).toEqual([3, 3]);
    const [shown] = await newestAudits();
    expect(shown).toMatchObject({ line: '3 refunds, 3 at pretend, 0 differences', isEven: true });
  });

  it('adopts a refund made at the provider, and a bank that sent the money back', async () => {
    const order = await anOrder();
    await db.pretendRefund.create({
      data: {
        id: `pre_${newId()}`,
        idempotencyKey: `dashboard_${order.id}`,
        paymentRef: order.paymentRef,
        amountMinor: 500,
        currency: 'EUR',
        refundId: '',
        createdAt: new Date(),
      },
    });
    const bounced = await anOrder({ paymentRef: `pretend_fail_later_${newId()}` });
    const refundId = await askForRefund(bounced);
    await work();
    passTime(HOUR);
    const audit = await auditPretend();
    expect(audit.differences).toEqual([]);
    expect(await db.refund.findMany({ where: { orderId: order.id } })).toMatchObject([
      { requestedVia: 'provider', amountMinor: 500 },
    ]);
    expect((await refundOf(refundId)).state).toBe('failed');
    // What came back stands in neither number.
    const standing = (await db.pretendRefund.count()) - 1;
    expect([audit.ours, audit.theirs]).toEqual([standing, standing]);
  });

  it('tells the owner of what is missing, differs, or stands there twice, and changes no money', async () => {
    const owner = await aPerson({ role: 'owner', email: 'audit-owner@example.com' });
    const lost = await anOrder();
    const lostId = await askForRefund(lost);
    const twice = await anOrder();
    const twiceId = await askForRefund(twice);
    await work();
    await workThrough(10 * SECOND);
    await db.pretendRefund.deleteMany({ where: { refundId: lostId } });
    const book = await db.pretendRefund.findFirstOrThrow({ where: { refundId: twiceId } });
    await db.pretendRefund.create({ data: { ...book, id: `pre_${newId()}`, idempotencyKey: newId() } });
    const before = await db.pretendRefund.count();
    const audit = await auditPretend();
    expect(audit.differences.map(({ kind, refundId }) => [kind, refundId])).toEqual(
      expect.arrayContaining([
        ['missing-there', lostId],
        ['twice', twiceId],
      ]),
    );
    expect(audit.differences).toHaveLength(2);
    expect(await db.pretendRefund.count()).toBe(before);
    const mails = await db.mail.findMany({ where: { toEmail: owner.email ?? '' } });
    expect(mails.at(-1)?.subject).toMatch(/2 differences/);
  });

  it('says so when the provider cannot be asked, instead of finding nothing', async () => {
    await anOrder();
    // Later than what the other tests left.
    passTime(9 * DAY);
    vi.spyOn(pretend, 'refundsSince').mockRejectedValue(new Error('The connection was refused.'));
    const audit = await auditPretend();
    expect(audit.trouble).toBe('The connection was refused.');
    const shown = (await newestAudits()).find(({ provider }) => provider === 'pretend');
    expect(shown).toMatchObject({ isEven: false });
    expect(auditLine({ ...audit, differences: 0 })).toContain('could not be asked');
  });

  it('looks back three days, so that a night that failed is made up for', async () => {
    const order = await anOrder();
    await askForRefund(order);
    await work();
    await workThrough(10 * SECOND);
    passTime(2 * DAY);
    expect((await auditPretend()).theirs).toBeGreaterThan(0);
    passTime(2 * DAY);
    expect(await auditPretend()).toMatchObject({ ours: 0, theirs: 0, differences: [] });
  });
});
