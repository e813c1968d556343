import { db } from '@/lib/db/client';
import { newId } from '@/lib/ids';
import { signPretendWebhook } from '@/lib/refunds/providers/pretend-signature';

export type SignedMessage = { body: string; headers: { 'pretend-signature': string } };

/** What the pretend provider tells about the refunds of a payment when it is at its worst: everything it ever has to tell,
 * each `copies` times, in no order. */
export async function pretendMessages(paymentRef: string, copies = 5): Promise<SignedMessage[]> {
  const books = await db.pretendRefund.findMany({ where: { paymentRef } });
  const told = books.flatMap(({ id }) =>
    ['refund.created', 'refund.updated', 'refund.failed'].map((type) =>
      JSON.stringify({ id: `evt_${newId()}`, type, data: { refund: id } }),
    ),
  );
  const messages = Array.from({ length: copies }, () => told)
    .flat()
    .map((body) => ({ body, headers: { 'pretend-signature': signPretendWebhook(body, new Date()) } }));
  return shuffled(messages);
}

export function shuffled<T>(things: readonly T[]): T[] {
  return things
    .map((thing) => ({ thing, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ thing }) => thing);
}
