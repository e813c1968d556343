import { LockKeyhole } from 'lucide-react';
import { DetailsFiles } from '@/app/(site)/t/[id]/_parts/details-files';
import { PrivateDetailsForm } from '@/app/(site)/t/[id]/_parts/private-details-form';
import { isStaff } from '@/lib/accounts/policy';
import type { Actor } from '@/lib/accounts/schema';
import { writePrivateFiles } from '@/lib/asking/private-files';
import { ownOrders, privateDetails } from '@/lib/asking/queries';

type Props = { threadId: string; askerId: string; actor: Actor | null };

/** What only the asker and the staff see of a question; the asker adds and changes it here. For everybody else nothing. */
export async function PrivateDetails({ threadId, askerId, actor }: Props) {
  if (actor?.id !== askerId && !isStaff(actor)) return null;
  const found = await privateDetails(threadId, actor);
  if (!found || (!found.details && !found.canChange)) return null;
  const { details, canChange } = found;
  return (
    <section
      aria-label="Only the shop sees this"
      className="mt-4 rounded-xl border border-dashed border-edge p-4 wrap-anywhere"
      data-no-print
    >
      <p className="flex items-center gap-2 text-[0.92rem] font-semibold text-muted">
        <LockKeyhole aria-hidden className="size-4 shrink-0" />
        {canChange ? 'Only you and the shop see this' : 'Only the asker and the shop see this'}
      </p>
      {details ? (
        <dl className="mt-2 grid gap-2">
          {details.order ? (
            <Line label="Order">
              <span className="badge bg-accent-soft text-accent-text">{details.order}</span>
            </Line>
          ) : details.orderNumber ? (
            <Line label="Order number">{details.orderNumber}</Line>
          ) : null}
          {details.address ? <Line label="Address">{details.address}</Line> : null}
          {details.note ? <Line label="Note">{details.note}</Line> : null}
          {details.files.length > 0 ? (
            <Line label={details.files.length === 1 ? 'File' : 'Files'}>
              <DetailsFiles files={details.files} />
            </Line>
          ) : null}
        </dl>
      ) : null}
      {canChange ? (
        <details className="mt-1">
          <summary className="flex min-h-11 items-center font-semibold text-accent-text">
            {details ? 'Change' : 'Add an order number, an address or a photo for the shop'}
          </summary>
          <PrivateDetailsForm
            threadId={threadId}
            values={{
              orderNumber: details?.orderNumber ?? '',
              address: details?.address ?? '',
              note: details?.note ?? '',
              privateFiles: writePrivateFiles(details?.files ?? []),
            }}
            orders={await ownOrders(actor)}
          />
        </details>
      ) : null}
    </section>
  );
}

function Line({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <dt className="text-[0.88rem] text-muted">{label}</dt>
      <dd dir="auto" className="whitespace-pre-line">
        {children}
      </dd>
    </div>
  );
}
