import { ActionButton } from '@/app/_ui/action-button';
import { ConfirmDetails } from '@/app/_ui/confirm-details';
import {
  finishInsteadAction,
  releaseRefundAction,
  tickRefundAction,
  undoTickAction,
} from '@/app/desk/refunds/actions';
import { formatMoney, type Money } from '@/lib/money';

type Props = {
  refund: {
    id: string;
    amount: Money;
    can: { release: boolean; tick: boolean; undoTick: boolean; finishInstead?: boolean };
  };
};

/** What can be done at once about a refund, in the list and on its page; nothing where nothing can. */
export function RefundActs({ refund }: Props) {
  const { id, can } = refund;
  const amount = formatMoney(refund.amount);
  const fields = { refundId: id };
  if (can.release) {
    return (
      <ActionButton action={releaseRefundAction} fields={fields} variant="secondary" size="small">
        Approve<span className="sr-only"> {amount}</span>
      </ActionButton>
    );
  }
  if (can.tick) {
    return (
      <ConfirmDetails
        size="small"
        label={`I paid ${amount}`}
        question="Tick it off only when the money has left: the customer is told that it is paid."
      >
        <ActionButton action={tickRefundAction} fields={fields} size="small">
          It is paid
        </ActionButton>
      </ConfirmDetails>
    );
  }
  if (can.undoTick) {
    return (
      <ConfirmDetails
        size="small"
        label="Not paid after all…"
        question="The refund waits for you again, and the customer is told that the mail before was a mistake."
      >
        <ActionButton action={undoTickAction} fields={fields} variant="danger" size="small">
          Take the tick back
        </ActionButton>
      </ConfirmDetails>
    );
  }
  if (can.finishInstead) {
    return (
      <ActionButton action={finishInsteadAction} fields={fields} variant="secondary" size="small">
        Dealt with
      </ActionButton>
    );
  }
  return null;
}
