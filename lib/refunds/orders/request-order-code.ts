import { randomInt } from 'node:crypto';
import { parseEmail } from '@/lib/accounts/email-address';
import { HOUR, later, MINUTE, now } from '@/lib/clock';
import { transaction } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { queueMail } from '@/lib/mail/queue-mail';
import { hashOrderCode } from '@/lib/refunds/orders/hash-order-code';
import { orderCodeMail } from '@/lib/refunds/orders/mails';
import { findOrder } from '@/lib/refunds/orders/queries';
import { CODE_DIGITS, CODE_MINUTES, CODES_PER_HOUR, type OrderLookup } from '@/lib/refunds/orders/schema';
import { orderOfLink } from '@/lib/refunds/orders/sign-order-link';
import { shopSettings } from '@/lib/settings/queries';
import { DEFAULT_LANGUAGE, type Language } from '@/lib/words/languages';

/** Every answer takes this long, which is many times what the work takes: time tells nothing about whether there is such
 * an order. */
const ANSWER_AFTER_MS = 250;

/** Mails a 6-digit code to the address of the order, if number and address belong together; the answer is the same, and
 * comes after the same time, if not. Nothing is kept of the language: nobody has proven anything yet.
 * @param language of the page, for the mail */
export async function requestOrderCode(
  input: OrderLookup,
  language: Language = DEFAULT_LANGUAGE,
): Promise<{ ok: true }> {
  const answerTime = new Promise<void>((resolve) => setTimeout(resolve, ANSWER_AFTER_MS));
  try {
    const email = parseEmail(input.email) ?? '';
    const found = await findOrder({ number: input.number, email });
    if (found) await sendCode(found.id, email, language);
  } finally {
    await answerTime;
  }
  return { ok: true };
}

/** The same for whoever holds the link of an order mail. That the order exists is no secret to them, and all that a scanner
 * that presses buttons brings about is such a mail, a few an hour. */
export async function requestLinkedCode(
  input: { token: string },
  language: Language = DEFAULT_LANGUAGE,
): Promise<Outcome<object, 'link-gone'>> {
  const orderId = await orderOfLink(input.token, now());
  if (orderId === null) return { ok: false, reason: 'link-gone' };
  await sendCode(orderId, null, language);
  return { ok: true };
}

/** @param email the address that was typed, if one was: the order may have got another one meanwhile */
async function sendCode(orderId: string, email: string | null, language: Language): Promise<void> {
  const { shopName } = await shopSettings();
  const code = randomInt(10 ** CODE_DIGITS)
    .toString()
    .padStart(CODE_DIGITS, '0');
  await transaction(async (tx) => {
    const at = now();
    // Writing first locks the order: codes asked for at the same moment are counted one after the other.
    await tx.order.updateMany({ where: { id: orderId }, data: { lockVersion: { increment: 1 } } });
    const order = await tx.order.findUnique({ where: { id: orderId } });
    if (!order || (email !== null && order.email !== email)) return;
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
      content: orderCodeMail({ orderNumber: order.number, code, minutes: CODE_MINUTES }, language),
    });
  });
}
