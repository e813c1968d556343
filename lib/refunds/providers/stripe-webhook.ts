import { z } from 'zod';
import { config } from '@/lib/config';
import type { ProviderEvent, WebhookHeaders } from '@/lib/refunds/providers/provider';
import { isLiveMode } from '@/lib/refunds/providers/stripe-client';
import { isTimedSignature } from '@/lib/refunds/providers/timed-signature';

const Message = z.object({
  id: z.string().min(1).max(200),
  type: z.string().max(100),
  livemode: z.boolean(),
  /** Set for an account that is connected to another: not this shop's own. */
  account: z.string().nullish(),
  data: z.object({ object: z.looseObject({ id: z.string().max(200).optional() }) }),
});
export type StripeMessage = z.infer<typeof Message>;

/** A message that Stripe signed for this shop, over the raw body and lately; null for everything else. */
export function stripeMessage(rawBody: string, headers: WebhookHeaders, now: Date): StripeMessage | null {
  const secret = config().stripe?.webhookSecret;
  const header = headers['stripe-signature'];
  if (!secret || !header || !isTimedSignature(header, rawBody, now, secret)) return null;
  try {
    return Message.safeParse(JSON.parse(rawBody)).data ?? null;
  } catch {
    return null;
  }
}

/** Whether it is of the mode and the account that this shop works with. */
export function isForUs(message: StripeMessage): boolean {
  return message.livemode === isLiveMode() && !message.account;
}

/** Where a message says to look. Of `charge.refunded` nothing is taken: it also comes for parts, and does not say whether
 * money arrived. */
export function stripeEvent(message: StripeMessage): ProviderEvent {
  const { id, type } = message;
  const about = message.data.object.id;
  if (about === undefined || !isForUs(message)) return { id, type, about: 'nothing-of-ours' };
  if (/^refund\.\w+$/.test(type) || type === 'charge.refund.updated') {
    return { id, type, about: 'refund', providerRefundId: about };
  }
  if (type.startsWith('charge.dispute.')) return { id, type, about: 'dispute', providerDisputeId: about };
  return { id, type, about: 'nothing-of-ours' };
}
