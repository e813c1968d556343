import { isOwner } from '@/lib/accounts/policy';
import type { Actor } from '@/lib/accounts/schema';
import { db } from '@/lib/db/client';
import type { Outcome } from '@/lib/errors';
import { isId } from '@/lib/ids';
import { lookAtProvider } from '@/lib/refunds/desk/look-at-provider';
import type { AskReason } from '@/lib/refunds/desk/schema';

/** Has the provider asked now how a refund stands there. A look: it never pays.
 * @returns whether it answered */
export async function askProvider(
  { refundId }: { refundId: string },
  actor: Actor,
): Promise<Outcome<{ refundId: string; answered: boolean }, AskReason>> {
  if (!isOwner(actor)) return { ok: false, reason: 'not-allowed' };
  const refund = isId(refundId) ? await db.refund.findUnique({ where: { id: refundId } }) : null;
  if (!refund) return { ok: false, reason: 'not-found' };
  if (refund.provider === 'manual') return { ok: false, reason: 'by-hand' };
  const { answered } = await lookAtProvider(refund, actor.name);
  return { ok: true, refundId, answered };
}
