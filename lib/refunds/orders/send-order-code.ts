import { randomInt } from 'node:crypto';
import { parseEmail } from '@/lib/accounts/email-address';
import { DAY, later, MINUTE, now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { type Tx, transaction } from '@/lib/db/transaction';
import { newId } from '@/lib/ids';
import { queueMail } from '@/lib/mail/queue-mail';
import { mayMailCode } from '@/lib/refunds/orders/code-rules';
import { hashOrderCode } from '@/lib/refunds/orders/hash-order-code';
import { orderCodeMail } from '@/lib/refunds/orders/mails';
import { findOrder } from '@/lib/refunds/orders/queries';
import { CODE_DIGITS, CODE_MINUTES } from '@/lib/refunds/orders/schema';
import { shopSettings } from '@/lib/settings/queries';
import { DEFAULT_LANGUAGE, type Language, languageOf } from '@/lib/words/languages';

/** Looks up what somebody typed to get a code (request-order-code.ts), mails the code if number and address belong together,
 * and forgets what was typed. */
export async function sendOrderCode(requestId: string): Promise<void> {
  const request = await db.codeRequest.findUnique({ where: { id: requestId } });
  if (!request) return;
  const email = parseEmail(request.email) ?? '';
  // After so long (mail and worker were in trouble) nobody waits for a code any more; one would only startle.
  const isWaitedFor = request.createdAt > later(now(), -CODE_MINUTES * MINUTE);
  const found = isWaitedFor ? await findOrder({ number: request.number, email }) : null;
  const { shopName } = await shopSettings();
  await transaction(async (tx) => {
    // In one transaction with the mail: a second run of the job finds nothing to do.
    const { count } = await tx.codeRequest.deleteMany({ where: { id: requestId } });
    if (count === 0 || !found) return;
    const language = languageOf(request.language) ?? DEFAULT_LANGUAGE;
    await mailOrderCode(tx, { orderId: found.id, email, language, shopName });
  });
}

/** Mails a fresh 6-digit code to the address of an order, unless enough were mailed or guessed lately.
 * @param wanted.email the address that was typed, if one was: the order may have got another one meanwhile */
export async function mailOrderCode(
  tx: Tx,
  wanted: { orderId: string; email: string | null; language: Language; shopName: string },
): Promise<void> {
  const at = now();
  const order = await lockOrder(tx, wanted.orderId);
  if (!order || (wanted.email !== null && order.email !== wanted.email)) return;
  const lately = await tx.orderCode.findMany({
    where: { order: { email: order.email }, createdAt: { gt: later(at, -DAY) } },
    select: { orderId: true, createdAt: true, tries: true, usedAt: true },
  });
  if (!mayMailCode(lately, order.id, at)) return;
  const code = randomInt(10 ** CODE_DIGITS)
    .toString()
    .padStart(CODE_DIGITS, '0');
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
    shopName: wanted.shopName,
    content: orderCodeMail({ orderNumber: order.number, code, minutes: CODE_MINUTES }, wanted.language),
  });
}

/** The order, locked, and with it all codes of its mailbox: those asked for at the same moment, for this order or for others
 * of the same address, are counted one after the other.
 * @returns null where it is gone, or changes hands at this moment */
async function lockOrder(tx: Tx, orderId: string) {
  const order = await tx.order.findUnique({ where: { id: orderId }, select: { email: true } });
  if (!order) return null;
  const first = await tx.order.findFirst({
    where: { email: order.email },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  // The mailbox's lock is its first order; the row of the order itself comes second, always in this sequence.
  for (const id of new Set([first?.id ?? orderId, orderId])) {
    await tx.order.updateMany({ where: { id }, data: { lockVersion: { increment: 1 } } });
  }
  const locked = await tx.order.findUnique({ where: { id: orderId } });
  return locked?.email === order.email ? locked : null;
}
