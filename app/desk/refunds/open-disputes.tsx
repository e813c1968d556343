import Link from 'next/link';
import { DataTable } from '@/app/_ui/table';
import { TimeAgo } from '@/app/_ui/time-ago';
import { providerName } from '@/app/desk/refunds/refund-words';
import { formatMoney } from '@/lib/money';
import type { OpenDispute } from '@/lib/refunds/desk/dispute-queries';

type Props = { disputes: readonly OpenDispute[]; at: Date; timeZone: string };

/** What banks dispute; nothing is drawn when they dispute nothing. */
export function OpenDisputes({ disputes, at, timeZone }: Props) {
  if (disputes.length === 0) return null;
  return (
    <section aria-labelledby="disputes" className="mb-8">
      <h2 id="disputes" className="mb-1">
        Open disputes
      </h2>
      <p className="mb-3 max-w-prose text-muted">
        Answer them at the provider, in the time it gives you. What is only an inquiry is settled by a refund.
      </p>
      <DataTable
        caption="Open disputes, the oldest first"
        columns={[
          { key: 'order', label: 'Order' },
          { key: 'amount', label: 'Amount', align: 'end', nowrap: true },
          { key: 'reason', label: 'Reason' },
          { key: 'opened', label: 'Opened' },
        ]}
        rows={disputes.map((dispute) => ({
          key: dispute.id,
          cells: {
            order: (
              <Link
                href={`/desk/refunds?q=${encodeURIComponent(dispute.orderNumber)}`}
                prefetch={false}
                className="text-link"
              >
                <bdi className="wrap-anywhere">{dispute.orderNumber}</bdi>
              </Link>
            ),
            amount: <span className="tabular-nums">{formatMoney(dispute.amount)}</span>,
            reason: (
              <>
                <bdi className="wrap-anywhere">{dispute.reason || 'none given'}</bdi>
                <span className="block text-[0.9rem] text-muted">{providerName(dispute.provider)}</span>
              </>
            ),
            opened: <TimeAgo at={dispute.openedAt} now={at} timeZone={timeZone} />,
          },
        }))}
      />
    </section>
  );
}
