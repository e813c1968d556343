import { isOwner } from '@/lib/accounts/policy';
import type { Actor } from '@/lib/accounts/schema';
import { db, type Prisma } from '@/lib/db/client';
import { isId } from '@/lib/ids';
import { mailsOfRefund } from '@/lib/refunds/mails-of-refund';
import { receiptNumber } from '@/lib/refunds/receipts/schema';

const shape = {
  order: {
    include: {
      items: { orderBy: { position: 'asc' } },
      disputes: { orderBy: { openedAt: 'asc' } },
      withdrawals: { orderBy: { receivedAt: 'asc' } },
      refunds: {
        orderBy: { seq: 'asc' },
        select: { id: true, amountMinor: true, state: true, createdAt: true },
      },
    },
  },
  events: { orderBy: { position: 'asc' } },
  lines: { include: { item: { select: { name: true } } } },
  creditNotes: { orderBy: { position: 'asc' } },
} satisfies Prisma.RefundInclude;

export type Evidence = Prisma.RefundGetPayload<{ include: typeof shape }> & {
  receipts: string[];
  mails: { to: string; subject: string; text: string; state: string; createdAt: Date; sentAt: Date | null }[];
};

/** Everything that is known of a refund and its order, for a bank that asks; it names the buyer, so only the owner gets it,
 * and null is for everybody else. */
export async function evidenceOf(refundId: string, actor: Actor | null): Promise<Evidence | null> {
  if (!isOwner(actor) || !isId(refundId)) return null;
  const refund = await db.refund.findUnique({ where: { id: refundId }, include: shape });
  if (!refund) return null;
  const mails = await db.mail.findMany({
    where: mailsOfRefund(refund),
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { toEmail: true, subject: true, text: true, state: true, createdAt: true, sentAt: true },
  });
  return {
    ...refund,
    receipts: refund.creditNotes.map(receiptNumber),
    mails: mails.map(({ toEmail, text, ...mail }) => ({ ...mail, to: toEmail, text: withoutKeys(text) })),
  };
}

/** What a mail said, without what its links prove: whoever reads the file must not hold the buyer's key. */
function withoutKeys(text: string): string {
  return text.replace(/\?key=[^\s)>\]]*/g, '');
}
