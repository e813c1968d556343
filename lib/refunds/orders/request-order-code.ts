import { now } from '@/lib/clock';
import { transaction } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { enqueue } from '@/lib/jobs/queue';
import { answerEvenly } from '@/lib/refunds/orders/answer-evenly';
import type { OrderLookup } from '@/lib/refunds/orders/schema';
import { mailOrderCode } from '@/lib/refunds/orders/send-order-code';
import { orderOfLink } from '@/lib/refunds/orders/sign-order-link';
import { shopSettings } from '@/lib/settings/queries';
import type { Language } from '@/lib/words/languages';

/** Writes down that somebody wants a code for an order, and no more: whether there is such an order is looked up by the job
 * (send-order-code.ts), so that neither the answer nor the time it takes can tell.
 * @param language of the page, for the mail */
export async function requestOrderCode(input: OrderLookup, language: Language): Promise<{ ok: true }> {
  await answerEvenly(() =>
    transaction(async (tx) => {
      const id = newId();
      await tx.codeRequest.create({
        data: { id, number: input.number, email: input.email, language, createdAt: now() },
      });
      await enqueue(tx, 'order.code-wanted', { requestId: id });
    }),
  );
  return { ok: true };
}

/** The same for whoever holds the link of an order mail. That the order exists is no secret to them, and all that a scanner
 * that presses buttons brings about is such a mail, a few an hour. */
export async function requestLinkedCode(
  input: { token: string },
  language: Language,
): Promise<Outcome<object, 'link-gone'>> {
  const orderId = await orderOfLink(input.token, now());
  if (orderId === null) return { ok: false, reason: 'link-gone' };
  const { shopName } = await shopSettings();
  await transaction((tx) => mailOrderCode(tx, { orderId, email: null, language, shopName }));
  return { ok: true };
}
