import { ActionButton } from '@/app/_ui/action-button';
import { ConfirmDetails } from '@/app/_ui/confirm-details';
import { revokeOrderLinksAction } from '@/app/desk/refunds/order-actions';
import { CopyButton } from '@/app/desk/settings/copy-button';

type Props = { orderId: string; link: string; mayRevoke: boolean };

/** The link that a shop puts into its own mail about an order, and the way to make all of them worthless. */
export function OrderLink({ orderId, link, mayRevoke }: Props) {
  return (
    <details className="mt-2">
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-[0.95rem] text-muted underline underline-offset-4">
        Link for your order mail
      </summary>
      <div className="grid gap-3 pb-2">
        <p className="text-[0.92rem] text-muted">
          It opens the refund page of this order for 30 days and changes nothing; for a refund the buyer
          enters a code that we mail to them.
        </p>
        <div className="flex flex-wrap items-center gap-3">
          <code className="min-w-0 grow basis-60 rounded-lg border border-line bg-sunken px-3 py-2.5 text-[0.85rem] break-all select-all">
            {link}
          </code>
          <CopyButton text={link} />
        </div>
        {mayRevoke ? (
          <ConfirmDetails
            size="small"
            label="Make its mailed links worthless…"
            question="Every link and code that was mailed for this order stops working, those to its refunds too. The buyer finds the order by number and address, or by a new link."
          >
            <ActionButton
              action={revokeOrderLinksAction}
              fields={{ orderId }}
              variant="danger"
              size="small"
              pendingLabel="One moment…"
            >
              Make them worthless
            </ActionButton>
          </ConfirmDetails>
        ) : null}
      </div>
    </details>
  );
}
