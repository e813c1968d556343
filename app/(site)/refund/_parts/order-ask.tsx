import { Sentence } from '@/app/_ui/sentence';
import { DateTime } from '@/app/_ui/time-ago';
import { PartForm } from '@/app/(site)/refund/_parts/part-form';
import { RefundButton } from '@/app/(site)/refund/_parts/refund-button';
import { formatMoney, type Money } from '@/lib/money';
import type { OrderView } from '@/lib/refunds/orders/queries';
import type { Spoken } from '@/lib/words/catalogue';
import { say } from '@/lib/words/say';

type Props = {
  order: OrderView;
  /** What may be asked for now. */
  amount: Money;
  /** The owner decides: the time for refunds that approve themselves has passed. */
  isLate: boolean;
  timeZone: string;
  spoken: Spoken;
  isDesk: boolean;
};

/** The press that gives an order's money back, or asks the owner for it, and the way to only a part. */
export function OrderAsk({ order, amount, isLate, timeZone, spoken, isDesk }: Props) {
  const { language } = spoken;
  const words = spoken.words.refund.order;
  const wanted = formatMoney(amount, language);
  const until = order.refundableUntil ? (
    <DateTime at={order.refundableUntil} timeZone={timeZone} language={language} dateOnly />
  ) : null;
  // The owner asking is the owner deciding.
  const asksOwner = isLate && !isDesk;
  const given = order.captured.amountMinor - amount.amountMinor;
  return (
    <div className="grid gap-3 border-t border-line pt-5">
      {given > 0 ? (
        <p className="text-[0.95rem]">
          {say(words.givenBack, {
            amount: formatMoney({ ...amount, amountMinor: given }, language),
            left: wanted,
          })}
        </p>
      ) : null}
      <p className="text-[0.95rem] text-muted">
        {isDesk ? (
          `One press gives ${wanted} back to the buyer, who gets a mail.`
        ) : (
          <>
            <strong className="text-ink">{words.confirm}</strong>{' '}
            {isLate ? (
              <Sentence text={words.late} places={{ date: until, amount: wanted }} />
            ) : (
              say(order.byHand ? words.pressByHand : words.press, { amount: wanted })
            )}
          </>
        )}
        {isLate && isDesk
          ? ' The time for automatic refunds has passed, so this is for you to decide.'
          : null}
        {until && !isLate ? (
          <>
            {' '}
            <Sentence text={words.until} places={{ date: until }} />
          </>
        ) : null}
      </p>
      <RefundButton
        orderId={order.id}
        label={say(asksOwner ? words.askLate : words.button, { amount: wanted })}
        pending={asksOwner ? words.asking : words.refunding}
      />
      <PartForm
        orderId={order.id}
        currency={amount.currency}
        items={order.items
          .filter((item) => item.left > 0 && item.unit.amountMinor > 0)
          .map(({ id, name, left, unit }) => ({ id, name, left, price: formatMoney(unit, language) }))}
        words={asksOwner ? { ...spoken.words.refund.part, button: words.askPart } : spoken.words.refund.part}
      />
    </div>
  );
}
