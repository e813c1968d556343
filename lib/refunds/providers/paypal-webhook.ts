import { z } from 'zod';
import { DAY, MINUTE } from '@/lib/clock';
import { config } from '@/lib/config';
import { askPaypal } from '@/lib/refunds/providers/paypal-client';
import type { ProviderEvent, WebhookHeaders } from '@/lib/refunds/providers/provider';

/** PayPal sends a message again for three days, and does not promise to sign it anew. An older one is refused; a younger one
 * that comes twice has no second effect, because its id is kept. */
const OLDEST = 3 * DAY;
const NEWEST = 5 * MINUTE;
const HEADER_MAX = 2000;

const SIGNED_BY = {
  auth_algo: 'paypal-auth-algo',
  cert_url: 'paypal-cert-url',
  transmission_id: 'paypal-transmission-id',
  transmission_sig: 'paypal-transmission-sig',
  transmission_time: 'paypal-transmission-time',
} as const;

const Message = z.object({
  id: z.string().min(1).max(200),
  event_type: z.string().max(100),
  resource: z.looseObject({
    id: z.string().max(200).optional(),
    dispute_id: z.string().max(200).optional(),
  }),
});

/** A message that PayPal says it signed for this webhook; null for everything else. The body is handed on as it came: written
 * anew it would not fit its signature.
 * @throws when PayPal cannot be asked */
export async function verifyPaypalWebhook(
  rawBody: string,
  headers: WebhookHeaders,
  now: Date,
): Promise<ProviderEvent | null> {
  const webhookId = config().paypal?.webhookId;
  const signed = signedBy(headers, now);
  const message = parseMessage(rawBody);
  if (!webhookId || !signed || !message) return null;
  const facts = JSON.stringify({ ...signed, webhook_id: webhookId });
  const body = `${facts.slice(0, -1)},"webhook_event":${rawBody}}`;
  const path = '/v1/notifications/verify-webhook-signature';
  const answer = await askPaypal(path, { method: 'POST', body });
  if (answer.status >= 500 || answer.status === 429 || answer.status === 401) {
    throw new Error(`PayPal could not check a signature (${answer.status}).`);
  }
  const { verification_status: status } = (answer.body ?? {}) as Record<string, unknown>;
  return answer.status === 200 && status === 'SUCCESS' ? eventOf(message) : null;
}

/** What signs the message, when all of it is there and the time can be. */
function signedBy(headers: WebhookHeaders, now: Date): Record<string, string> | null {
  const found = Object.entries(SIGNED_BY).map(([name, header]) => [name, headers[header] ?? ''] as const);
  if (found.some(([, value]) => value === '' || value.length > HEADER_MAX)) return null;
  const age = now.getTime() - Date.parse(headers[SIGNED_BY.transmission_time] ?? '');
  return age >= -NEWEST && age <= OLDEST ? Object.fromEntries(found) : null;
}

function parseMessage(rawBody: string): z.infer<typeof Message> | null {
  try {
    return Message.safeParse(JSON.parse(rawBody)).data ?? null;
  } catch {
    return null;
  }
}

function eventOf({ id, event_type: type, resource }: z.infer<typeof Message>): ProviderEvent {
  const isRefund = /^PAYMENT\.(CAPTURE\.(REFUNDED|REVERSED)|REFUND\.\w+)$/.test(type);
  if (isRefund && resource.id) return { id, type, about: 'refund', providerRefundId: resource.id };
  if (type.startsWith('CUSTOMER.DISPUTE.') && resource.dispute_id) {
    return { id, type, about: 'dispute', providerDisputeId: resource.dispute_id };
  }
  return { id, type, about: 'nothing-of-ours' };
}
