import { calendarDay } from '@/lib/clock';
import type { Tx } from '@/lib/db/transaction';
import { newId } from '@/lib/ids';
import { cancellationContent, creditContent, receiptFor, stands } from '@/lib/refunds/receipts/rules';
import { ReceiptContent } from '@/lib/refunds/receipts/schema';
import type { RefundState } from '@/lib/refunds/schema';
import { shopSettingsIn } from '@/lib/settings/queries';

type Change = { from: RefundState | null; to: RefundState; at: Date };

/** Writes the receipt that a change of a refund's state asks for, in the transaction of the change: a credit note when the
 * refund succeeded, its cancellation when that came undone. The caller holds the order and the refund's row
 * (lock-order.ts), so of two that settle it one comes first, and a receipt that stands is not written again. */
export async function writeReceipt(tx: Tx, refundId: string, { from, to, at }: Change): Promise<void> {
  const kind = receiptFor(from, to);
  if (!kind) return;
  const written = await tx.creditNote.findMany({ where: { refundId }, orderBy: { position: 'asc' } });
  // An import told that it had succeeded before: nothing of ours is there to cancel.
  if (stands(written.length) !== (kind === 'cancellation')) return;
  const settings = await shopSettingsIn(tx);
  const last = written.at(-1);
  const content =
    kind === 'cancellation' && last
      ? cancellationContent(
          { ...last, content: ReceiptContent.parse(JSON.parse(last.content)) },
          to,
          settings,
          at,
        )
      : creditContent(await refunded(tx, refundId), settings, at);
  const year = Number(calendarDay(at, settings.timeZone).slice(0, 4));
  await tx.creditNote.create({
    data: {
      id: newId(),
      year,
      number: await nextNumber(tx, year),
      refundId,
      position: written.length,
      content: JSON.stringify(content),
      issuedAt: at,
    },
  });
}

/** The next number of a year. Raising the counter locks its row until this transaction ends, so a number is taken by nobody
 * else meanwhile, and one that is rolled back was never given. After it no row is taken but of the order that is held already. */
async function nextNumber(tx: Tx, year: number): Promise<number> {
  const name = `credit-notes:${year}`;
  const { last } = await tx.numberSequence.upsert({
    where: { name },
    create: { name, last: 1 },
    update: { last: { increment: 1 } },
  });
  return last;
}

function refunded(tx: Tx, refundId: string) {
  return tx.refund.findUniqueOrThrow({
    where: { id: refundId },
    include: {
      order: { include: { items: { orderBy: { position: 'asc' } } } },
      lines: {
        include: { item: { select: { name: true, position: true } } },
        orderBy: { item: { position: 'asc' } },
      },
    },
  });
}
