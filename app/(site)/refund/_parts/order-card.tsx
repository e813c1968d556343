import Link from 'next/link';
import { Card } from '@/app/_ui/card';
import { Notice } from '@/app/_ui/notice';
import { Sentence } from '@/app/_ui/sentence';
import { DateTime } from '@/app/_ui/time-ago';
import { OrderAsk } from '@/app/(site)/refund/_parts/order-ask';
import { StateBadge } from '@/app/(site)/refund/_parts/state-badge';
import { formatMoney, type Money } from '@/lib/money';
import type { OrderView } from '@/lib/refunds/orders/queries';
import type { Spoken } from '@/lib/words/catalogue';
import { say } from '@/lib/words/say';

type Props = {
  order: OrderView;
  timeZone: string;
  spoken: Spoken;
  /** On the desk somebody else's order is shown; helpers may look but not refund (the command guards that). */
  desk?: { mayRefund: boolean };
};

/** An order with its one button, or with the reason why there is none. */
export function OrderCard({ order, timeZone, spoken, desk }: Props) {
  const { decision } = order;
  const { language } = spoken;
  const all = spoken.words.refund;
  const words = all.order;
  const money = (amount: Money) => formatMoney(amount, language);
  return (
    <Card className="grid min-w-0 grid-cols-1 gap-5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h3 className="min-w-0 text-[1.15rem]! wrap-anywhere">
          <Sentence text={words.heading} places={{ number: <bdi>{order.number}</bdi> }} />
        </h3>
        <p className="text-muted">
          <DateTime at={order.placedAt} timeZone={timeZone} language={language} dateOnly />
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
                  {/* The number stays beside the name it counts, however long that is. */}
                  {`${item.quantity}\u00a0×\u00a0${item.name}`}
                </span>
                <span className="shrink-0 text-muted tabular-nums">
                  {money({ ...item.unit, amountMinor: item.unit.amountMinor * item.quantity })}
                </span>
              </li>
            ))}
          </ul>
        ) : null}
        <p className="mt-2 flex justify-between gap-4 border-t border-line pt-2 font-semibold">
          <span>{words.paid}</span>
          <span className="tabular-nums">{money(order.captured)}</span>
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
                {say(words.refundOf, { amount: money(refund.amount) })}
              </Link>
              <StateBadge state={refund.state} byHand={order.byHand} words={all} />
            </li>
          ))}
        </ul>
      ) : null}
      {decision.ok && desk && !desk.mayRefund ? null : decision.ok ? (
        <OrderAsk
          order={order}
          {...decision}
          timeZone={timeZone}
          spoken={spoken}
          isDesk={desk !== undefined}
        />
      ) : (
        <Notice tone="info">
          {words.refusals[decision.reason]}{' '}
          {decision.reason === 'already-refunded' || decision.reason === 'nothing-captured' ? null : (
            <Link href="/contact" className="underline underline-offset-4">
              {words.contact}
            </Link>
          )}
        </Notice>
      )}
    </Card>
  );
}
