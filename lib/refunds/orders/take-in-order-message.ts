import { now } from '@/lib/clock';
import { config } from '@/lib/config';
import { type Tx, transaction, uniqueViolationOn } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { enqueue } from '@/lib/jobs/queue';
import { log } from '@/lib/log';
import { canBeAsked } from '@/lib/refunds/orders/look-at-payment';
import { factsOf } from '@/lib/refunds/orders/order-facts';
import { type OrderMessage, SHOPS, type Shop, shops } from '@/lib/refunds/orders/read-message';
import { policyInForce } from '@/lib/refunds/orders/save-order';
import type { ToldOrder } from '@/lib/refunds/orders/told-order';
import type { Headers } from '@/lib/refunds/orders/verify-message';
import { writeOrder } from '@/lib/refunds/orders/write-order';

export type Effect = 'applied' | 'repeated' | 'ignored';

/** Takes in a shop's message about an order: signature over the raw body, then the message's name and its effect in one
 * transaction. What nobody can use is answered as well, so that it is not sent again for days.
 * @param headers with names in lower case */
export async function takeInOrderMessage(
  sender: string,
  rawBody: string,
  headers: Headers,
): Promise<Outcome<{ effect: Effect }, 'unknown-provider' | 'bad-signature'>> {
  const name = SHOPS.find((one) => one === sender);
  const secret = name ? config().shopSecrets[name] : null;
  if (!name || secret === null) return { ok: false, reason: 'unknown-provider' };
  if (isPing(name, rawBody, headers)) return { ok: true, effect: 'ignored' };
  if (!shops[name].isSigned(headers, rawBody, secret)) {
    log.warn('order-message.refused', { sender: name, bytes: rawBody.length });
    return { ok: false, reason: 'bad-signature' };
  }
  const value = jsonOf(rawBody);
  if (value === undefined) return { ok: true, effect: 'ignored' };
  const message = shops[name].read(value, headers, rawBody);
  return { ok: true, effect: await applyMessage(name, message) };
}

/** WooCommerce tries the address when a webhook is saved, without a signature, and wants to hear that it is there. */
function isPing(shop: Shop, rawBody: string, headers: Headers): boolean {
  const isUnsigned = headers['x-wc-webhook-signature'] === undefined;
  return shop === 'woocommerce' && isUnsigned && /^webhook_id=\d{1,10}$/.test(rawBody);
}

/** Does what a message says, once: its name is kept in the same transaction.
 * @param sender whoever proved to have sent it */
export async function applyMessage(sender: string, message: OrderMessage): Promise<Effect> {
  if (message.about === 'nothing-of-ours') return 'ignored';
  if (message.about === 'order' && !message.reading.ok) {
    log.warn('order-message.no-order', { sender, type: message.type, reason: message.reading.reason });
    return 'ignored';
  }
  const policy = await policyInForce();
  try {
    return await transaction(async (tx) => {
      await tx.webhookEvent.create({
        data: {
          id: newId(),
          provider: `orders/${sender}`,
          eventId: message.name,
          type: message.type,
          receivedAt: now(),
        },
      });
      if (message.about === 'refund') return lookAtOrder(tx, message.externalId, message.name);
      return message.reading.ok ? takeInOrder(tx, message.reading.told, policy, message.name) : 'ignored';
    });
  } catch (error) {
    if (!uniqueViolationOn(error, 'provider', 'eventId')) throw error;
    // Another delivery of this message was first.
    return 'repeated';
  }
}

/** Refunds are believed only where there is nobody to ask; elsewhere the payment provider is asked afterwards. */
async function takeInOrder(tx: Tx, told: ToldOrder, policy: string, name: string): Promise<Effect> {
  const asks = canBeAsked(told.input.provider);
  const { facts, problem } = factsOf(asks ? { ...told, refunds: [] } : told);
  const saved = facts ? await writeOrder(tx, facts, policy) : problem;
  if (!saved.ok) {
    log.warn('order-message.not-saved', { order: told.input.externalId, reason: saved.reason });
    return 'ignored';
  }
  const looks = asks && told.refunds.length > 0;
  if (looks) await planLook(tx, saved.orderId, name);
  return saved.change === 'unchanged' && !looks ? 'ignored' : 'applied';
}

async function lookAtOrder(tx: Tx, externalId: string, name: string): Promise<Effect> {
  const order = await tx.order.findUnique({ where: { externalId }, select: { id: true, provider: true } });
  if (!order || !canBeAsked(order.provider)) return 'ignored';
  await planLook(tx, order.id, name);
  return 'applied';
}

function planLook(tx: Tx, orderId: string, name: string): Promise<unknown> {
  return enqueue(tx, 'order.look-due', { orderId }, { dedupeKey: `order.look:${orderId}:${name}` });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
