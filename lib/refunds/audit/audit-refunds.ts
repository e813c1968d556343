import { later, now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { transaction } from '@/lib/db/transaction';
import { messageOf } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { log } from '@/lib/log';
import { queueMail } from '@/lib/mail/queue-mail';
import { auditAlarmMail } from '@/lib/refunds/audit/mails';
import {
  AUDIT_LOOKS_BACK,
  auditLine,
  compareBooks,
  countStanding,
  type Difference,
  type OurRefund,
  stands,
} from '@/lib/refunds/audit/rules';
import { type ProviderRefund, refsOf } from '@/lib/refunds/providers/provider';
import { providerNamed } from '@/lib/refunds/providers/registry';
import { recordForeignRefund } from '@/lib/refunds/record-foreign-refund';
import { findingOf, settleRefund } from '@/lib/refunds/settle-refund';
import { shopSettings } from '@/lib/settings/queries';

export type Audit = {
  provider: string;
  /** Refunds that stand, here and there (`countStanding`). */
  ours: number;
  theirs: number;
  differences: Difference[];
  /** Why the provider could not be asked; '' when it was. */
  trouble: string;
};

/** Compares our refunds of the last days with those of every provider that an order of ours names, adopts what can be
 * adopted (a refund made at the provider, a state that changed), and keeps what remains. A difference, or a provider that
 * does not answer, is mailed to the owner.
 * @returns one entry a provider */
export async function auditRefunds(from: Date = later(now(), -AUDIT_LOOKS_BACK)): Promise<Audit[]> {
  const used = await db.order.groupBy({ by: ['provider'] });
  const audits: Audit[] = [];
  for (const { provider } of used) audits.push(await auditProvider(provider, from));
  return audits;
}

async function auditProvider(provider: string, from: Date): Promise<Audit> {
  const audit = await compare(provider, from);
  const to = now();
  const { differences, trouble, ours, theirs } = audit;
  if (differences.length > 0 || trouble) log.error('refund.audit', { provider, line: lineOf(audit) });
  else log.info('refund.audit', { provider, line: lineOf(audit) });
  const { shopName } = await shopSettings();
  const owner = await db.person.findUnique({ where: { ownerSlot: 1 }, select: { email: true, name: true } });
  await transaction(async (tx) => {
    const id = newId();
    await tx.refundAudit.create({
      data: {
        id,
        provider,
        from,
        to,
        ours,
        theirs,
        differences: JSON.stringify(differences),
        trouble,
        at: to,
      },
    });
    if ((differences.length === 0 && !trouble) || !owner?.email) return;
    await queueMail(tx, {
      dedupeKey: `refund-audit:${id}`,
      to: { email: owner.email, name: owner.name },
      shopName,
      content: auditAlarmMail(lineOf(audit), differences),
    });
  });
  return audit;
}

function lineOf(audit: Audit): string {
  return auditLine({ ...audit, differences: audit.differences.length });
}

async function compare(provider: string, from: Date): Promise<Audit> {
  try {
    const theirs = await ofOurPayments(provider, await providerNamed(provider).refundsSince(from));
    await adopt(provider, theirs);
    const ours = await ourRefunds(provider, from, theirs);
    const sent = new Set(ours.filter(({ isSent }) => isSent).map(({ id }) => id));
    const differences = compareBooks(ours, theirs, ({ id }) => sent.has(id));
    return { provider, ...countStanding(ours, theirs, sent), differences, trouble: '' };
  } catch (error) {
    return { provider, ours: 0, theirs: 0, differences: [], trouble: messageOf(error).slice(0, 300) };
  }
}

/** An account is used for more than one shop: only payments of our orders are ours to compare. */
async function ofOurPayments(provider: string, found: ProviderRefund[]): Promise<ProviderRefund[]> {
  const refs = [...new Set(found.flatMap(refsOf))];
  const known = new Set<string>();
  for (let at = 0; at < refs.length; at += 500) {
    const orders = await db.order.findMany({
      where: { provider, paymentRef: { in: refs.slice(at, at + 500) } },
      select: { paymentRef: true },
    });
    for (const { paymentRef } of orders) known.add(paymentRef);
  }
  return found.filter((refund) => refsOf(refund).some((ref) => known.has(ref)));
}

/** What a message of the provider would have told us had it come. */
async function adopt(provider: string, theirs: ProviderRefund[]): Promise<void> {
  for (const found of theirs) {
    const own = await db.refund.findFirst({
      where: { provider, OR: [{ providerRefundId: found.id }, { id: found.refundId ?? '' }] },
      select: { id: true, state: true },
    });
    if (!own) await transaction((tx) => recordForeignRefund(tx, provider, found));
    else if (own.state !== found.state) await settleRefund(own.id, findingOf(found, 'look-up'));
  }
}

type Sent = OurRefund & { isSent: boolean };

/** Ours of the time, and those that theirs name although they are older. Sent are those whose money should be in the
 * provider's books by now. */
async function ourRefunds(provider: string, from: Date, theirs: ProviderRefund[]): Promise<Sent[]> {
  const select = {
    id: true,
    providerRefundId: true,
    amountMinor: true,
    currency: true,
    state: true,
    createdAt: true,
    firstAttemptAt: true,
    requestedVia: true,
  } as const;
  const lately = await db.refund.findMany({
    where: {
      provider,
      OR: [{ firstAttemptAt: { gte: from } }, { requestedVia: 'provider', createdAt: { gte: from } }],
    },
    select,
  });
  const named = theirs.flatMap(({ id, refundId }) => (refundId ? [id, refundId] : [id]));
  const older = await db.refund.findMany({
    where: { provider, OR: [{ providerRefundId: { in: named } }, { id: { in: named } }] },
    select,
  });
  const rows = new Map([...lately, ...older].map((row) => [row.id, row]));
  const known = later(now(), -(providerNamed(provider).booksAreLate ?? 0));
  const newest = new Set(
    lately.filter((row) => (row.firstAttemptAt ?? row.createdAt) <= known).map(({ id }) => id),
  );
  return [...rows.values()].map((row) => ({
    ...row,
    isSent: newest.has(row.id) && stands(row),
  }));
}
