import { randomInt } from 'node:crypto';
import { parseEmail } from '@/lib/accounts/email-address';
import { HOUR, later, MINUTE, now } from '@/lib/clock';
import { transaction } from '@/lib/db/transaction';
import { newId } from '@/lib/ids';
import { queueMail } from '@/lib/mail/queue-mail';
import { orderCodeMail } from '@/lib/refunds/mails';
import { hashOrderCode } from '@/lib/refunds/orders/hash-order-code';
import { findOrder } from '@/lib/refunds/orders/queries';
import { CODE_DIGITS, CODE_MINUTES, CODES_PER_HOUR, type OrderLookup } from '@/lib/refunds/orders/schema';
import { shopSettings } from '@/lib/settings/queries';

/** Every answer takes this long, which is many times what the work takes: time tells nothing about whether there is such
 * an order. */
const ANSWER_AFTER_MS = 250;

/** Mails a 6-digit code to the address of the order, if number and address belong together; the answer is the same, and
 * comes after the same time, if not. */
export async function requestOrderCode(input: OrderLookup): Promise<{ ok: true }> {
  const answerTime = new Promise<void>((resolve) => setTimeout(resolve, ANSWER_AFTER_MS));
  try {
    await sendCode(input);
  } finally {
    await answerTime;
  }
  return { ok: true };
}

async function sendCode(input: OrderLookup): Promise<void> {
  const email = parseEmail(input.email);
  const found = await findOrder({ number: input.number, email: email ?? '' });
  if (!found) return;
  const { shopName } = await shopSettings();
  const code = randomInt(10 ** CODE_DIGITS)
    .toString()
    .padStart(CODE_DIGITS, '0');
  await transaction(async (tx) => {
    const at = now();
    // Writing first locks the order: codes asked for at the same moment are counted one after the other.
    await tx.order.updateMany({ where: { id: found.id }, data: { lockVersion: { increment: 1 } } });
    const order = await tx.order.findUnique({ where: { id: found.id } });
    if (!order || order.email !== email) return;
    const lately = { orderId: order.id, createdAt: { gt: later(at, -HOUR) } };
    if ((await tx.orderCode.count({ where: lately })) >= CODES_PER_HOUR) return;
    const id = newId();
    await tx.orderCode.create({
      data: {
        id,
        orderId: order.id,
        codeHash: hashOrderCode(id, code),
        createdAt: at,
        expiresAt: later(at, CODE_MINUTES * MINUTE),
      },
    });
    await queueMail(tx, {
      dedupeKey: `order-code:${id}`,
      to: { email: order.email },
      shopName,
      content: orderCodeMail({ orderNumber: order.number, code, minutes: CODE_MINUTES }),
    });
  });
}
