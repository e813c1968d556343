import Link from 'next/link';
import { DataTable } from '@/app/_ui/table';
import { TimeAgo } from '@/app/_ui/time-ago';
import { momentWords } from '@/app/_ui/time-words';
import { StateBadge } from '@/app/(site)/refund/_parts/state-badge';
import { RefundActs } from '@/app/desk/refunds/refund-acts';
import { explain } from '@/app/desk/refunds/refund-words';
import { formatMoney } from '@/lib/money';
import type { DeskRefund } from '@/lib/refunds/desk/queries';
import { reasonKindWords } from '@/lib/refunds/reasons';
import { refund as ENGLISH } from '@/lib/words/en/refund';

type Props = { caption: string; refunds: readonly DeskRefund[]; at: Date; timeZone: string };

/** Refunds as the desk lists them, each a step away from its page. */
export function RefundTable({ caption, refunds, at, timeZone }: Props) {
  return (
    <DataTable
      caption={caption}
      columns={[
        { key: 'order', label: 'Order' },
        { key: 'amount', label: 'Amount', align: 'end', nowrap: true },
        { key: 'state', label: 'State' },
        { key: 'asked', label: 'Asked' },
        { key: 'do', label: '' },
      ]}
      rows={refunds.map((refund) => ({
        key: refund.id,
        cells: {
          order: (
            <>
              <Link
                href={`/desk/refunds/${refund.id}`}
                prefetch={false}
                className="-mt-2.5 inline-flex min-h-11 items-center font-semibold underline underline-offset-4"
              >
                <bdi className="wrap-anywhere">{refund.orderNumber}</bdi>
              </Link>
              <span className="block wrap-anywhere text-[0.9rem] text-muted md:min-w-48">{refund.email}</span>
            </>
          ),
          amount: <span className="tabular-nums">{formatMoney(refund.amount)}</span>,
          state: (
            <>
              <StateBadge state={refund.state} byHand={refund.byHand} words={ENGLISH} />
              <span className="block text-[0.9rem] text-muted">{explain(refund)}</span>
              <Promised refund={refund} timeZone={timeZone} />
            </>
          ),
          asked: (
            <>
              <TimeAgo at={refund.createdAt} now={at} timeZone={timeZone} />
              <span className="block text-[0.9rem] text-muted">
                {refund.reasonKind ? reasonKindWords[refund.reasonKind] : ''}
              </span>
            </>
          ),
          do: <RefundActs refund={refund} />,
        },
      }))}
    />
  );
}

function Promised({ refund, timeZone }: { refund: DeskRefund; timeZone: string }) {
  const { queued } = refund;
  if (!queued) return null;
  return (
    <span className="block text-[0.9rem] text-muted">
      {queued.why}
      {queued.promisedBy ? (
        <span className={queued.isLate ? 'block font-semibold text-bad' : 'block'}>
          {queued.isLate ? 'was promised by ' : 'promised by '}
          {momentWords(queued.promisedBy, timeZone)}
        </span>
      ) : null}
    </span>
  );
}
