import Link from 'next/link';
import { Card } from '@/app/_ui/card';
import { Notice } from '@/app/_ui/notice';
import { DateTime } from '@/app/_ui/time-ago';
import { PartForm } from '@/app/(site)/refund/_parts/part-form';
import { RefundButton } from '@/app/(site)/refund/_parts/refund-button';
import { StateBadge } from '@/app/(site)/refund/_parts/state-badge';
import { formatMoney } from '@/lib/money';
import type { OrderView } from '@/lib/refunds/orders/queries';
import { requestRefundWords } from '@/lib/refunds/schema';

type Props = {
  order: OrderView;
  timeZone: string;
  /** On the desk somebody else's order is shown; helpers may look but not refund (the command guards that). */
  desk?: { mayRefund: boolean };
};

/** An order with its one button, or with the reason why there is none. */
export function OrderCard({ order, timeZone, desk }: Props) {
  const { decision } = order;
  return (
    <Card className="grid min-w-0 grid-cols-1 gap-5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h3 className="min-w-0 text-[1.15rem]! wrap-anywhere">
          Order <bdi>{order.number}</bdi>
        </h3>
        <p className="text-muted">
          <DateTime at={order.placedAt} timeZone={timeZone} dateOnly />
        </p>
      </div>
      <div>
        {order.items.length > 0 ? (
          <ul className="grid gap-1">
            {order.items.map((item, index) => (
              // Lines of an order have no identity but their place.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              <li key={index} className="flex justify-between gap-4">
                <span dir="auto" className="min-w-0 wrap-anywhere">
                  {item.quantity} × {item.name}
                </span>
                <span className="shrink-0 text-muted tabular-nums">
                  {formatMoney({ ...item.unit, amountMinor: item.unit.amountMinor * item.quantity })}
                </span>
              </li>
            ))}
          </ul>
        ) : null}
        <p className="mt-2 flex justify-between gap-4 border-t border-line pt-2 font-semibold">
          <span>Paid</span>
          <span className="tabular-nums">{formatMoney(order.captured)}</span>
        </p>
      </div>
      {order.refunds.length > 0 ? (
        <ul className="grid gap-2">
          {order.refunds.map((refund) => (
            <li key={refund.id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <Link
                href={`/refund/${refund.id}`}
                prefetch={false}
                className="inline-flex min-h-11 items-center font-semibold text-accent-text underline underline-offset-4"
              >
                Refund of {formatMoney(refund.amount)}
              </Link>
              <StateBadge state={refund.state} byHand={order.byHand} />
            </li>
          ))}
        </ul>
      ) : null}
      {decision.ok && desk && !desk.mayRefund ? null : decision.ok ? (
        <div className="grid gap-3 border-t border-line pt-5">
          <p className="text-[0.95rem] text-muted">
            {desk ? (
              `One press gives ${formatMoney(decision.amount)} back to the buyer, who gets a mail.`
            ) : (
              <>
                <strong className="text-ink">Step 2 of 2: confirm withdrawal.</strong> One press gives{' '}
                {formatMoney(decision.amount)} back
                {order.byHand ? '; the shop pays it by hand' : ' to the way you paid'}. No reason needed.
              </>
            )}
            {order.refundableUntil ? (
              <>
                {' '}
                Possible until <DateTime at={order.refundableUntil} timeZone={timeZone} dateOnly />.
              </>
            ) : null}
          </p>
          <RefundButton orderId={order.id} amount={formatMoney(decision.amount)} />
          <PartForm orderId={order.id} currency={decision.amount.currency} items={piecesOf(order)} />
        </div>
      ) : (
        <Notice tone="info">
          {requestRefundWords[decision.reason]}{' '}
          {decision.reason === 'already-refunded' || decision.reason === 'nothing-captured' ? null : (
            <Link href="/contact" className="underline underline-offset-4">
              Contact us
            </Link>
          )}
        </Notice>
      )}
    </Card>
  );
}

function piecesOf(order: OrderView) {
  return order.items
    .filter((item) => item.left > 0 && item.unit.amountMinor > 0)
    .map(({ id, name, left, unit }) => ({ id, name, left, price: formatMoney(unit) }));
}
