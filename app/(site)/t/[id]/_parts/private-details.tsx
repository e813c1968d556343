import { LockKeyhole } from 'lucide-react';
import { WritingWords } from '@/app/(site)/forum/_parts/writing-words';
import { DetailsFiles } from '@/app/(site)/t/[id]/_parts/details-files';
import { loadDetails } from '@/app/(site)/t/[id]/_parts/load-thread';
import { PrivateDetailsForm } from '@/app/(site)/t/[id]/_parts/private-details-form';
import { isStaff } from '@/lib/accounts/policy';
import type { Actor } from '@/lib/accounts/schema';
import { writePrivateFiles } from '@/lib/asking/private-files';
import { ownOrders } from '@/lib/asking/queries';
import { pageWords } from '@/lib/web/language';

type Props = { threadId: string; askerId: string; actor: Actor | null };

/** What only the asker and the staff see of a question; the asker adds and changes it here. For everybody else nothing. */
export async function PrivateDetails({ threadId, askerId, actor }: Props) {
  if (actor?.id !== askerId && !isStaff(actor)) return null;
  const found = await loadDetails(threadId, actor);
  if (!found || (!found.details && !found.canChange)) return null;
  const { details, canChange } = found;
  const { words: all, language } = await pageWords();
  const words = all.thread.private;
  return (
    <section
      aria-label={words.label}
      className="mt-4 rounded-xl border border-dashed border-edge p-4 wrap-anywhere"
      data-no-print
    >
      <p className="flex items-center gap-2 text-[0.92rem] font-semibold text-muted">
        <LockKeyhole aria-hidden className="size-4 shrink-0" />
        {canChange ? words.own : words.askers}
      </p>
      {details ? (
        <dl className="mt-2 grid gap-2">
          {details.order ? (
            <Line label={words.order}>
              <span className="badge bg-accent-soft text-accent-text">{details.order}</span>
            </Line>
          ) : details.orderNumber ? (
            <Line label={words.orderNumber}>{details.orderNumber}</Line>
          ) : null}
          {details.address ? <Line label={words.address}>{details.address}</Line> : null}
          {details.note ? <Line label={words.note}>{details.note}</Line> : null}
          {details.files.length > 0 ? (
            <Line label={details.files.length === 1 ? words.file : words.files}>
              <DetailsFiles files={details.files} />
            </Line>
          ) : null}
        </dl>
      ) : null}
      {canChange ? (
        <details className="mt-1">
          <summary className="flex min-h-11 items-center font-semibold text-accent-text">
            {details ? words.change : words.add}
          </summary>
          <WritingWords words={all.writing} language={language}>
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
          </WritingWords>
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
