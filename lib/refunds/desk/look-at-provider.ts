import { now, SECOND } from '@/lib/clock';
import { isUniqueViolation, transaction } from '@/lib/db/transaction';
import { messageOf } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { keptOf } from '@/lib/refunds/desk/seen';
import type { ProviderRefund } from '@/lib/refunds/providers/provider';
import { providerNamed } from '@/lib/refunds/providers/registry';
import { recordForeignRefund } from '@/lib/refunds/record-foreign-refund';
import type { RefundState } from '@/lib/refunds/schema';
import { findingOf, settleRefund } from '@/lib/refunds/settle-refund';

/** Somebody sits before the screen: shorter than the machine's own patience. */
const ANSWER_WITHIN = 10 * SECOND;

type Subject = {
  id: string;
  provider: string;
  paymentRef: string;
  providerRefundId: string | null;
  state: RefundState;
};
export type Look = { answered: boolean; ours: ProviderRefund | null };

/** Looks at the provider and never pays: what it has of the payment is kept as seen by this person, and what it says of this
 * refund is applied, as by any other look-up. A refund of ours that we took for failed and that is alive there is written
 * down beside it, so that what is left of the order is true. */
export async function lookAtProvider(refund: Subject, byName: string): Promise<Look> {
  let found: ProviderRefund[] = [];
  let trouble = '';
  try {
    found = await soon(providerNamed(refund.provider).listRefunds(refund.paymentRef));
  } catch (error) {
    trouble = messageOf(error).slice(0, 300) || 'The provider could not be asked.';
  }
  await transaction((tx) =>
    tx.refundLook.create({
      data: { id: newId(), refundId: refund.id, byName, found: keptOf(found), trouble, at: now() },
    }),
  );
  const ours =
    found.find(({ refundId }) => refundId === refund.id) ??
    found.find(({ id }) => id === refund.providerRefundId) ??
    null;
  if (ours) await apply(refund, ours);
  return { answered: trouble === '', ours };
}

async function apply(refund: Subject, ours: ProviderRefund): Promise<void> {
  const isEnded = refund.state === 'failed' || refund.state === 'canceled';
  if (!isEnded) {
    await settleRefund(refund.id, findingOf(ours, 'look-up'));
    return;
  }
  if (refund.providerRefundId !== null || !isAlive(ours)) return;
  try {
    await transaction((tx) => recordForeignRefund(tx, refund.provider, ours));
  } catch (error) {
    // It is written down already.
    if (!isUniqueViolation(error)) throw error;
  }
}

/** Whether money went, or is going, by this refund at the provider. */
export function isAlive({ state }: ProviderRefund): boolean {
  return state === 'pending' || state === 'succeeded';
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
