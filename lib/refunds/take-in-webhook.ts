import { now } from '@/lib/clock';
import { isUniqueViolation, type Tx, transaction } from '@/lib/db/transaction';
import { messageOf, type Outcome } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { enqueue } from '@/lib/jobs/queue';
import { log } from '@/lib/log';
import type { PaymentProvider, ProviderEvent, ProviderRefund } from '@/lib/refunds/providers/provider';
import { isProviderName, providerNamed } from '@/lib/refunds/providers/registry';
import { recordForeignRefund } from '@/lib/refunds/record-foreign-refund';
import { applyFinding, findingOf } from '@/lib/refunds/settle-refund';

type Taken = { effect: 'applied' | 'repeated' | 'ignored' };

/** Takes in a provider's message: signature over the raw body, then the event's id and its effect in one transaction. The
 * message only says where to look; what is true is asked from the provider, so order and repetition do not matter.
 * @param headers with names in lower case */
export async function takeInWebhook(
  providerName: string,
  rawBody: string,
  headers: Readonly<Record<string, string | undefined>>,
): Promise<Outcome<Taken, 'unknown-provider' | 'bad-signature'>> {
  if (!isProviderName(providerName)) return { ok: false, reason: 'unknown-provider' };
  const provider = providerNamed(providerName);
  const event = provider.verifyWebhook(rawBody, headers, now());
  if (!event) {
    log.warn('webhook.refused', { provider: providerName, bytes: rawBody.length });
    return { ok: false, reason: 'bad-signature' };
  }
  const found = event.about === 'refund' ? await look(provider, event.providerRefundId) : null;
  try {
    const effect = await transaction(async (tx): Promise<Taken['effect']> => {
      await tx.webhookEvent.create({
        data: {
          id: newId(),
          provider: provider.name,
          eventId: event.id,
          type: event.type,
          receivedAt: now(),
        },
      });
      return applyEvent(tx, provider.name, event, found);
    });
    return { ok: true, effect };
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    // Another delivery of this event was first, or the refund it tells of is being written at this moment.
    return { ok: true, effect: 'repeated' };
  }
}

type Look = ProviderRefund | 'unreachable' | null;

async function look(provider: PaymentProvider, providerRefundId: string): Promise<Look> {
  try {
    return await provider.getRefund(providerRefundId);
  } catch (error) {
    log.warn('webhook.look-failed', { provider: provider.name, error: messageOf(error) });
    return 'unreachable';
  }
}

async function applyEvent(
  tx: Tx,
  provider: string,
  event: ProviderEvent,
  found: Look,
): Promise<Taken['effect']> {
  if (event.about === 'nothing-of-ours') return 'ignored';
  if (event.about === 'dispute') {
    const at = now();
    const marked = await tx.order.updateMany({
      where: { provider, paymentRef: event.paymentRef, disputedAt: null },
      data: { disputedAt: at, updatedAt: at },
    });
    return marked.count > 0 ? 'applied' : 'ignored';
  }
  if (found === null) return 'ignored';
  if (found === 'unreachable') {
    const known = await tx.refund.findUnique({ where: { providerRefundId: event.providerRefundId } });
    if (known) await enqueue(tx, 'refund.check-due', { refundId: known.id });
    return known ? 'applied' : 'ignored';
  }
  const refundId = await ourRefund(tx, provider, found);
  if (refundId === null) return (await recordForeignRefund(tx, provider, found)) ? 'applied' : 'ignored';
  const finding = { ...findingOf(found, 'webhook'), providerEventId: event.id };
  return (await applyFinding(tx, refundId, finding)) ? 'applied' : 'ignored';
}

/** By the metadata first: the message may be faster than the answer that brings the provider's id. */
async function ourRefund(tx: Tx, provider: string, found: ProviderRefund): Promise<string | null> {
  const byMetadata = found.refundId
    ? await tx.refund.findFirst({ where: { id: found.refundId, provider, paymentRef: found.paymentRef } })
    : null;
  const refund =
    byMetadata ?? (await tx.refund.findFirst({ where: { providerRefundId: found.id, provider } }));
  return refund?.id ?? null;
}
