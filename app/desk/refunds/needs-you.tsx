import Link from 'next/link';
import { ActionButton } from '@/app/_ui/action-button';
import { momentWords } from '@/app/_ui/time-words';
import { releaseAllAction } from '@/app/desk/refunds/actions';
import { RefundTable } from '@/app/desk/refunds/refund-table';
import { NEED_WORDS } from '@/app/desk/refunds/refund-words';
import { formatMoney } from '@/lib/money';
import { RELEASE_AT_MOST } from '@/lib/refunds/breaker/schema';
import type { NeedGroup, WaitingSum } from '@/lib/refunds/desk/queries';
import type { Need } from '@/lib/refunds/desk/rules';

/** Where a list has all of a kind. */
const LISTS: Partial<Record<Need, string>> = {
  bounced: '/desk/refunds?state=failed',
  disputed: '/desk/refunds?state=disputed',
  queued: '/desk/refunds?state=queued',
  unknown: '/desk/refunds?state=unknown',
  pay: '/desk/refunds?state=pending&provider=manual',
  balance: '/desk/refunds?state=pending',
  instead: '/desk/refunds?state=canceled',
};

type Props = {
  groups: readonly NeedGroup[];
  waiting: WaitingSum | null;
  mayRelease: boolean;
  at: Date;
  timeZone: string;
};

/** What only the owner can bring on, first of all on the page; nothing is drawn when nothing needs them. */
export function NeedsYou({ groups, waiting, mayRelease, at, timeZone }: Props) {
  if (groups.length === 0) return null;
  return (
    <section aria-labelledby="needs-you" className="mb-12">
      <h2 id="needs-you" className="mb-4">
        Needs you
      </h2>
      <div className="grid grid-cols-1 gap-8">
        {groups.map(({ need, total, items }) => (
          <section key={need} aria-labelledby={`need-${need}`}>
            <h3 id={`need-${need}`} className="mb-1">
              {NEED_WORDS[need].title} <span className="font-normal text-muted tabular-nums">({total})</span>
            </h3>
            <p className="mb-3 max-w-prose text-muted">{NEED_WORDS[need].text}</p>
            {need === 'queued' && waiting && mayRelease ? (
              <ReleaseAll waiting={waiting} timeZone={timeZone} />
            ) : null}
            <RefundTable caption={NEED_WORDS[need].title} refunds={items} at={at} timeZone={timeZone} />
            {total > items.length && LISTS[need] ? (
              <p className="mt-3">
                <Link
                  href={LISTS[need]}
                  prefetch={false}
                  className="text-link inline-flex min-h-11 items-center"
                >
                  All {total}
                </Link>
              </p>
            ) : null}
          </section>
        ))}
      </div>
    </section>
  );
}

/** One press for everything the owner sees waiting. */
function ReleaseAll({ waiting, timeZone }: { waiting: WaitingSum; timeZone: string }) {
  const { count, amounts, until, promisedBy } = waiting;
  const sum = amounts.map((amount) => formatMoney(amount)).join(' and ');
  return (
    <div className="mb-4 flex flex-wrap items-center gap-x-5 gap-y-2">
      <ActionButton
        action={releaseAllAction}
        fields={{ until: until.toISOString() }}
        pendingLabel="Approving…"
      >
        {approveWords(count, sum)}
      </ActionButton>
      {promisedBy ? (
        <p className="text-muted">
          {count === 1 ? 'You promised to look by ' : 'You promised the first to look by '}
          {momentWords(promisedBy, timeZone)}.
        </p>
      ) : null}
    </div>
  );
}

function approveWords(count: number, sum: string): string {
  if (count > RELEASE_AT_MOST) return `Approve the first ${RELEASE_AT_MOST} of ${count} (${sum})`;
  return count === 1 ? `Approve it (${sum})` : `Approve all ${count} (${sum})`;
}
