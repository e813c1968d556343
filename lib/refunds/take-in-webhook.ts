import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { isUniqueViolation, type Tx, transaction } from '@/lib/db/transaction';
import { messageOf, type Outcome } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { enqueue } from '@/lib/jobs/queue';
import { log } from '@/lib/log';
import { applyDispute } from '@/lib/refunds/apply-dispute';
import {
  type PaymentProvider,
  type ProviderDispute,
  type ProviderEvent,
  type ProviderRefund,
  refsOf,
} from '@/lib/refunds/providers/provider';
import { isProviderName, providerNamed } from '@/lib/refunds/providers/registry';
import { recordForeignRefund } from '@/lib/refunds/record-foreign-refund';
import { applyFinding, findingOf } from '@/lib/refunds/settle-refund';

type Taken = { effect: 'applied' | 'repeated' | 'ignored' };
export type WebhookRefusal = 'unknown-provider' | 'bad-signature' | 'provider-unreachable';

/** Takes in a provider's message: signature over the raw body, then the event's id and its effect in one transaction. The
 * message only says where to look; what is true is asked from the provider, so order and repetition do not matter. What
 * cannot be looked at now is not taken in, so that the provider sends it again.
 * @param headers with names in lower case */
export async function takeInWebhook(
  providerName: string,
  rawBody: string,
  headers: Readonly<Record<string, string | undefined>>,
): Promise<Outcome<Taken, WebhookRefusal>> {
  if (!isProviderName(providerName)) return { ok: false, reason: 'unknown-provider' };
  const provider = providerNamed(providerName);
  const asked = await answered(provider, () => provider.verifyWebhook(rawBody, headers, now()));
  if (asked === UNREACHABLE) return { ok: false, reason: 'provider-unreachable' };
  const event = asked;
  if (!event) {
    log.warn('webhook.refused', { provider: providerName, bytes: rawBody.length });
    return { ok: false, reason: 'bad-signature' };
  }
  const found = await look(provider, event);
  if (found === UNREACHABLE && !(await canLookLater(event))) {
    return { ok: false, reason: 'provider-unreachable' };
  }
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
      return (await applyEvent(tx, provider.name, event, found)) ? 'applied' : 'ignored';
    });
    return { ok: true, effect };
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    // Another delivery of this event was first, or the refund it tells of is being written at this moment.
    return { ok: true, effect: 'repeated' };
  }
}

const UNREACHABLE = 'unreachable';

/** What the message is about, as the provider has it now. */
type Look =
  | { about: 'refund'; refund: ProviderRefund }
  | { about: 'dispute'; dispute: ProviderDispute }
  | typeof UNREACHABLE
  | null;

function look(provider: PaymentProvider, event: ProviderEvent): Promise<Look> {
  return answered(provider, async () => {
    if (event.about === 'refund') {
      const refund = await provider.getRefund(event.providerRefundId);
      return refund && { about: 'refund', refund };
    }
    if (event.about === 'dispute') {
      const dispute = await provider.getDispute(event.providerDisputeId);
      return dispute && { about: 'dispute', dispute };
    }
    return null;
  });
}

async function answered<T>(
  provider: PaymentProvider,
  ask: () => Promise<T>,
): Promise<T | typeof UNREACHABLE> {
  try {
    return await ask();
  } catch (error) {
    log.warn('webhook.look-failed', { provider: provider.name, error: messageOf(error) });
    return UNREACHABLE;
  }
}

/** A refund of ours can be looked at by a job; of anything else only the message knows. */
async function canLookLater(event: ProviderEvent): Promise<boolean> {
  if (event.about !== 'refund') return false;
  const { providerRefundId } = event;
  return (await db.refund.count({ where: { providerRefundId } })) > 0;
}

async function applyEvent(tx: Tx, provider: string, event: ProviderEvent, found: Look): Promise<boolean> {
  if (found === null || event.about === 'nothing-of-ours') return false;
  if (found === UNREACHABLE) return lookLater(tx, event);
  if (found.about === 'dispute') return applyDispute(tx, provider, found.dispute);
  const { refund } = found;
  const refundId = await ourRefund(tx, provider, refund);
  if (refundId === null) return recordForeignRefund(tx, provider, refund);
  return applyFinding(tx, refundId, { ...findingOf(refund, 'webhook'), providerEventId: event.id });
}

async function lookLater(tx: Tx, event: ProviderEvent): Promise<boolean> {
  if (event.about !== 'refund') return false;
  const known = await tx.refund.findUnique({ where: { providerRefundId: event.providerRefundId } });
  if (known) await enqueue(tx, 'refund.check-due', { refundId: known.id });
  return known !== null;
}

/** By the metadata first: the message may be faster than the answer that brings the provider's id. */
async function ourRefund(tx: Tx, provider: string, found: ProviderRefund): Promise<string | null> {
  const byMetadata = found.refundId
    ? await tx.refund.findFirst({
        where: { id: found.refundId, provider, paymentRef: { in: refsOf(found) } },
      })
    : null;
  const refund =
    byMetadata ?? (await tx.refund.findFirst({ where: { providerRefundId: found.id, provider } }));
  return refund?.id ?? null;
}
