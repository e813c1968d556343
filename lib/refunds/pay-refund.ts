import { SECOND } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { messageOf } from '@/lib/errors';
import { log } from '@/lib/log';
import { type ClaimedRefund, claimRefund } from '@/lib/refunds/claim-refund';
import { type ProviderRefund, ProviderRefusal } from '@/lib/refunds/providers/provider';
import { providerNamed } from '@/lib/refunds/providers/registry';
import { recordForeignRefunds } from '@/lib/refunds/record-foreign-refund';
import { ELSEWHERE } from '@/lib/refunds/schema';
import { type Finding, findingOf, settleRefund } from '@/lib/refunds/settle-refund';

/** Longest wait for one answer of a provider; two of them fit into the claim's lease of a minute. */
const ANSWER_WITHIN = 20 * SECOND;

/** Has the provider pay a refund, exactly once whatever crashes: the claim is committed before the call, the call sends
 * the stored key and amounts, and every try after the first looks for the refund at the provider before it sends again. */
export async function payRefund(refundId: string): Promise<void> {
  const claim = await claimRefund(refundId);
  if (!claim) return;
  const finding = await payOrFind(claim);
  if (finding.state === 'unknown') {
    log.warn('refund.unanswered', { refund: refundId, attempt: claim.attempt, note: finding.note });
  }
  // Money that moved is news whoever asked for it; the rest only counts if nobody has tried again since.
  const fence = finding.providerRefundId ? {} : { ofAttempt: claim.attempt };
  await settleRefund(refundId, { ...finding, ...fence });
  // What was refunded there is written down, so that what is left is true.
  if (finding.failureReason === ELSEWHERE) await recordForeignRefunds(claim.provider, claim.paymentRef);
}

async function payOrFind(claim: ClaimedRefund): Promise<Finding> {
  const provider = providerNamed(claim.provider);
  try {
    if (claim.attempt > 1) {
      const found = await soon(provider.listRefunds(claim.paymentRef));
      const ours = found.find((refund) => refund.refundId === claim.id);
      if (ours) return findingOf(ours, 'look-up');
      if (!claim.maySend) return unknown('Nothing at the provider, and the key is too old to be sent again.');
    }
    if (claim.isDisputed && claim.attempt === 1) return { state: 'disputed', cause: 'provider-answer' };
    const { paymentRef, amountMinor, currency, idempotencyKey } = claim;
    const order = { idempotencyKey, paymentRef, amountMinor, currency, refundId: claim.id };
    return findingOf(await soon(provider.createRefund(order)), 'provider-answer');
  } catch (error) {
    if (!(error instanceof ProviderRefusal)) return unknown(messageOf(error));
    if (error.kind === 'already-refunded') return adopt(claim);
    const state = error.kind === 'disputed' ? 'disputed' : 'failed';
    return { state, failureReason: error.code, cause: 'provider-answer' };
  }
}

/** The payment has been refunded already: by an earlier try of ours, or by hand at the provider. That refund becomes ours;
 * if none fits, no money moved for this one. */
async function adopt(claim: ClaimedRefund): Promise<Finding> {
  let found: ProviderRefund[];
  try {
    found = await soon(providerNamed(claim.provider).listRefunds(claim.paymentRef));
  } catch (error) {
    return unknown(messageOf(error));
  }
  const ours = found.find((refund) => refund.refundId === claim.id) ?? (await madeByHand(found, claim));
  if (ours) return { ...findingOf(ours, 'look-up'), note: 'It had been refunded at the provider already.' };
  return { state: 'failed', failureReason: ELSEWHERE, cause: 'look-up' };
}

async function madeByHand(
  found: ProviderRefund[],
  claim: ClaimedRefund,
): Promise<ProviderRefund | undefined> {
  const fitting = found.filter(
    (refund) =>
      refund.refundId === null &&
      refund.amountMinor === claim.amountMinor &&
      refund.currency === claim.currency &&
      (refund.state === 'pending' || refund.state === 'succeeded'),
  );
  const known = await db.refund.findMany({
    where: { providerRefundId: { in: fitting.map((refund) => refund.id) } },
    select: { providerRefundId: true },
  });
  return fitting.find((refund) => !known.some(({ providerRefundId }) => providerRefundId === refund.id));
}

function unknown(note: string): Finding {
  return { state: 'unknown', cause: 'provider-answer', note: note.slice(0, 500) };
}

async function soon<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('The provider did not answer in time.')), ANSWER_WITHIN);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
