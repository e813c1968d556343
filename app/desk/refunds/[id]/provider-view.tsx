import { ActionButton } from '@/app/_ui/action-button';
import { Badge } from '@/app/_ui/badge';
import { Card } from '@/app/_ui/card';
import { Notice } from '@/app/_ui/notice';
import { DataTable } from '@/app/_ui/table';
import { TimeAgo } from '@/app/_ui/time-ago';
import { askProviderAction } from '@/app/desk/refunds/actions';
import { failureWords, providerName } from '@/app/desk/refunds/refund-words';
import { formatMoney } from '@/lib/money';
import type { RefundFile } from '@/lib/refunds/desk/refund-queries';
import type { SeenRefund } from '@/lib/refunds/desk/seen';
import { refund as ENGLISH } from '@/lib/words/en/refund';

type Props = { refund: RefundFile; at: Date; timeZone: string };

/** What stands here beside what stands at the provider. */
export function ProviderView({ refund, at, timeZone }: Props) {
  const { look, can, id } = refund;
  const name = providerName(refund.provider);
  const theirs = look?.found.find((one) => one.refundId === id || one.id === refund.providerRefundId) ?? null;
  const others = look?.found.filter((one) => one !== theirs) ?? [];
  return (
    <section aria-labelledby="provider" className="mb-8">
      <h2 id="provider" className="mb-4">
        Here and at {name}
      </h2>
      {refund.byHand ? (
        <Card>You pay this one yourself, so there is no provider to compare with.</Card>
      ) : (
        <>
          <Verdict refund={refund} theirs={theirs} name={name} />
          <DataTable
            caption={`The refund here and at ${name}`}
            columns={[
              { key: 'what', label: 'What' },
              { key: 'ours', label: 'Here' },
              { key: 'theirs', label: `At ${name}` },
            ]}
            rows={rowsOf(refund, look && look.trouble === '' ? theirs : undefined).map((row) => ({
              key: row.what,
              cells: row,
            }))}
          />
          {others.length > 0 ? <Others others={others} name={name} /> : null}
          <div className="mt-4 flex flex-wrap items-start gap-x-5 gap-y-2">
            {can.ask ? (
              <ActionButton
                action={askProviderAction}
                fields={{ refundId: id }}
                variant="secondary"
                size="small"
                pendingLabel="Asking…"
              >
                Ask the provider now
              </ActionButton>
            ) : null}
            <p className="max-w-prose text-[0.92rem] text-muted">
              {look ? (
                <>
                  Asked by <bdi>{look.byName}</bdi> <TimeAgo at={look.at} now={at} timeZone={timeZone} />.{' '}
                </>
              ) : null}
              Asking is a look: it never pays.
            </p>
          </div>
        </>
      )}
    </section>
  );
}

/** Whether both say the same, when the provider was last asked. */
function Verdict({ refund, theirs, name }: { refund: RefundFile; theirs: SeenRefund | null; name: string }) {
  const { look } = refund;
  if (!look) return null;
  if (look.trouble !== '') {
    return (
      <Notice tone="warn" title={`${name} gave no answer`} className="mb-4">
        <bdi>{look.trouble}</bdi>
      </Notice>
    );
  }
  if (theirs) {
    const isAmount =
      theirs.amountMinor === refund.amount.amountMinor && theirs.currency === refund.amount.currency;
    if (isAmount && theirs.state === refund.state) return null;
    return (
      <Notice tone={isAmount ? 'info' : 'bad'} title={`${name} said something else`} className="mb-4">
        {isAmount
          ? 'It has moved on since, or what it said is not taken over because the refund had ended here.'
          : 'The amounts differ. Nothing was changed; look at the provider.'}
      </Notice>
    );
  }
  const isExpected = ['queued', 'requested', 'failed', 'canceled'].includes(refund.state);
  return (
    <Notice tone={isExpected ? 'info' : 'warn'} title={`${name} has no such refund`} className="mb-4">
      {isExpected
        ? 'That fits: none was sent, or none was taken.'
        : 'Nothing of this refund was found there.'}
    </Notice>
  );
}

/** @param theirs undefined when the provider was not asked, or did not answer */
function rowsOf(refund: RefundFile, theirs: SeenRefund | null | undefined) {
  const said = (words: (seen: SeenRefund) => string) =>
    theirs === undefined ? (
      <span className="text-muted">not asked yet</span>
    ) : theirs === null ? (
      <span className="text-muted">none</span>
    ) : (
      <span className="wrap-anywhere">{words(theirs) || '–'}</span>
    );
  return [
    { what: 'State', ours: ENGLISH.states[refund.state], theirs: said((seen) => ENGLISH.states[seen.state]) },
    {
      what: 'Amount',
      ours: formatMoney(refund.amount),
      theirs: said(({ amountMinor, currency }) => formatMoney({ amountMinor, currency })),
    },
    {
      what: 'Number',
      ours: <span className="wrap-anywhere">{refund.providerRefundId ?? '–'}</span>,
      theirs: said((seen) => seen.id),
    },
    {
      what: 'For the bank',
      ours: <span className="wrap-anywhere">{refund.traceNumber ?? '–'}</span>,
      theirs: said((seen) => seen.traceNumber ?? ''),
    },
    {
      what: 'Why not',
      ours: failureWords(refund.failureReason) || '–',
      theirs: said((seen) => failureWords(seen.failureReason)),
    },
  ];
}

/** What else the provider has of the same payment. */
function Others({ others, name }: { others: readonly SeenRefund[]; name: string }) {
  return (
    <div className="mt-4">
      <p className="mb-2 font-semibold">Other refunds of this payment at {name}</p>
      <ul className="grid gap-2">
        {others.map((seen) => (
          <li key={seen.id} className="flex flex-wrap items-baseline gap-x-3">
            <span className="tabular-nums">
              {formatMoney({ amountMinor: seen.amountMinor, currency: seen.currency })}
            </span>
            <Badge>{ENGLISH.states[seen.state]}</Badge>
            <span className="wrap-anywhere text-muted">
              {seen.id}
              {seen.refundId === null ? ', not made here' : ''}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
