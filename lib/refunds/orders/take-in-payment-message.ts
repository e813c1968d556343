import { config } from '@/lib/config';
import type { Outcome } from '@/lib/errors';
import type { OrderMessage } from '@/lib/refunds/orders/read-message';
import { orderFromPaypalEvent, paypalOrderIn } from '@/lib/refunds/orders/read-paypal-event';
import { orderFromStripeEvent } from '@/lib/refunds/orders/read-stripe-event';
import type { Reading } from '@/lib/refunds/orders/reading';
import { applyMessage, type Effect } from '@/lib/refunds/orders/take-in-order-message';
import { askPaypal } from '@/lib/refunds/providers/paypal-client';
import { isLiveMode } from '@/lib/refunds/providers/stripe-client';
import { takeInWebhook, type WebhookRefusal } from '@/lib/refunds/take-in-webhook';

type Headers = Readonly<Record<string, string | undefined>>;
type Event = { id?: unknown; type?: unknown; event_type?: unknown; livemode?: unknown; account?: unknown };

/** The one door for what payment providers say: refunds and disputes first (`take-in-webhook.ts`, which checks who sent it),
 * then orders that were just paid. The order's part has a name of its own, so that a message of which only the first part
 * was done is finished when it comes again.
 * @param headers with names in lower case */
export async function takeInPaymentMessage(
  provider: string,
  rawBody: string,
  headers: Headers,
): Promise<Outcome<{ effect: Effect }, WebhookRefusal>> {
  const taken = await takeInWebhook(provider, rawBody, headers);
  if (!taken.ok || taken.effect === 'applied') return taken;
  // It was signed for this shop, so it is JSON of a known form.
  const event = JSON.parse(rawBody) as Event;
  const read = await readingFrom(provider, event);
  if (read === 'unreachable') return { ok: false, reason: 'provider-unreachable' };
  if (read === null) return taken;
  const type = String(event.type ?? event.event_type).slice(0, 100);
  const message: OrderMessage = { name: String(event.id), type, about: 'order', reading: read };
  return { ok: true, effect: await applyMessage(provider, message) };
}

async function readingFrom(provider: string, event: Event): Promise<Reading | 'unreachable' | null> {
  if (provider === 'stripe') return isOfOurAccount(event) ? orderFromStripeEvent(event) : null;
  if (provider !== 'paypal') return null;
  const checkoutId = paypalOrderIn(event);
  if (checkoutId === null) return orderFromPaypalEvent(event, null);
  try {
    const { status, body } = await askPaypal(`/v2/checkout/orders/${checkoutId}`);
    if (status >= 500 || status === 429 || status === 401) return 'unreachable';
    return orderFromPaypalEvent(event, status === 200 ? body : null);
  } catch {
    return 'unreachable';
  }
}

/** Of the mode of our key, and not of an account that is connected to another. */
function isOfOurAccount({ livemode, account }: Event): boolean {
  return !account && config().stripe !== null && livemode === isLiveMode();
}
