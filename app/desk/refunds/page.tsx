import type { Metadata } from 'next';
import Link from 'next/link';
import { Badge } from '@/app/_ui/badge';
import { Card } from '@/app/_ui/card';
import { ConfirmDetails } from '@/app/_ui/confirm-details';
import { EmptyState } from '@/app/_ui/empty-state';
import { Field, TextInput } from '@/app/_ui/field';
import { Notice } from '@/app/_ui/notice';
import { PageHeader } from '@/app/_ui/page-header';
import { Pagination } from '@/app/_ui/pagination';
import { SubmitButton } from '@/app/_ui/submit-button';
import { DataTable } from '@/app/_ui/table';
import { LinkTabs } from '@/app/_ui/tabs';
import { TimeAgo } from '@/app/_ui/time-ago';
import { StateBadge } from '@/app/(site)/refund/_parts/state-badge';
import {
  CloseButton,
  LookButton,
  ReleaseButton,
  TickButton,
  UndoTickButton,
} from '@/app/desk/refunds/desk-refund-button';
import { OrderResults } from '@/app/desk/refunds/order-results';
import { isOwner } from '@/lib/accounts/policy';
import { requireHelper } from '@/lib/accounts/session';
import { now } from '@/lib/clock';
import { formatMoney } from '@/lib/money';
import { newestAudits } from '@/lib/refunds/audit/queries';
import { searchOrders } from '@/lib/refunds/orders/queries';
import { type DeskRefund, deskRefunds, stateNamed } from '@/lib/refunds/queries';
import { REFUND_STATES } from '@/lib/refunds/schema';
import { countOpenWithdrawals } from '@/lib/refunds/withdrawal/queries';
import { shopSettings } from '@/lib/settings/queries';
import { oneValue, PER_PAGE, pageNumber } from '@/lib/web/page-number';
import { refund as ENGLISH } from '@/lib/words/en/refund';

export const metadata: Metadata = { title: 'Refunds' };

type Search = { state?: string | string[]; page?: string | string[]; q?: string | string[] };

/** Longer than any order number or address we look for. */
const QUERY_MAX = 254;

export default async function DeskRefundsPage({ searchParams }: { searchParams: Promise<Search> }) {
  const actor = await requireHelper();
  const search = await searchParams;
  const state = stateNamed(oneValue(search.state));
  const page = pageNumber(search.page);
  const query = (oneValue(search.q) ?? '').trim().slice(0, QUERY_MAX);
  const [{ items, total, counts }, orders, { timeZone }, withdrawals, audits] = await Promise.all([
    deskRefunds(actor, { state, page, perPage: PER_PAGE }),
    query ? searchOrders(query) : null,
    shopSettings(),
    countOpenWithdrawals(),
    newestAudits(),
  ]);
  const at = now();
  const waiting = counts.queued ?? 0;
  const unclear = counts.unknown ?? 0;
  return (
    <>
      <PageHeader
        title="Refunds"
        intro="Approved by themselves, paid once, followed to the end. What waits for you is named on top."
      />
      <form method="get" action="/desk/refunds" className="mb-8 flex max-w-xl flex-wrap items-end gap-3">
        <div className="min-w-0 grow">
          <Field label="Find an order" name="q" hint="Number, e-mail address or the shop’s own id">
            <TextInput type="search" defaultValue={query} />
          </Field>
        </div>
        <SubmitButton variant="secondary">Find</SubmitButton>
      </form>
      {orders ? (
        <OrderResults orders={orders} query={query} timeZone={timeZone} mayRefund={isOwner(actor)} />
      ) : null}
      {audits.map((audit) => (
        <p key={audit.provider} className="mb-4 flex flex-wrap items-baseline gap-x-2 text-[0.95rem]">
          <Badge tone={audit.isEven ? 'good' : 'bad'}>{audit.isEven ? 'Books match' : 'Look at this'}</Badge>
          <span className="wrap-anywhere">{audit.line}</span>
          <span className="text-muted">
            <TimeAgo at={audit.at} now={at} timeZone={timeZone} />
          </span>
        </p>
      ))}
      {withdrawals > 0 ? (
        <Notice
          tone="warn"
          title={withdrawals === 1 ? 'One open withdrawal' : `${withdrawals} open withdrawals`}
          className="mb-4"
        >
          Somebody withdrew from a contract. The money is due within 14 days.{' '}
          <Link href="/desk/refunds/withdrawals" className="text-link">
            Look at them
          </Link>
        </Notice>
      ) : null}
      {waiting > 0 ? (
        <Notice tone="warn" title={`${waiting} waiting for your release`} className="mb-4">
          More was asked for in a day than goes by itself, by one person or in all. Nothing was sent; the
          customers were told that you look at it.
        </Notice>
      ) : null}
      {unclear > 0 ? (
        <Notice tone="warn" title={`${unclear} without a clear answer from the provider`} className="mb-4">
          We ask again by ourselves with the same key, for 20 hours; after that we only look, and the row says
          “look at the provider”. A refund is never sent a second time blindly.
        </Notice>
      ) : null}
      <LinkTabs
        label="States"
        items={[
          { href: '/desk/refunds', label: 'All', current: state === null },
          ...REFUND_STATES.filter((name) => (counts[name] ?? 0) > 0 || name === state).map((name) => ({
            href: `/desk/refunds?state=${name}`,
            label: ENGLISH.states[name],
            count: counts[name] ?? 0,
            current: name === state,
          })),
        ]}
      />
      {items.length === 0 ? (
        <EmptyState title={state ? 'None in this state' : 'No refunds yet'}>
          {state
            ? 'Choose another state above.'
            : 'Customers find their orders at /refund; what they ask for appears here with every step.'}
        </EmptyState>
      ) : (
        <DataTable
          caption="Refunds, the newest first"
          columns={[
            { key: 'order', label: 'Order' },
            { key: 'amount', label: 'Amount', align: 'end' },
            { key: 'state', label: 'State' },
            { key: 'asked', label: 'Asked' },
            { key: 'do', label: '' },
          ]}
          rows={items.map((refund) => ({
            key: refund.id,
            cells: {
              order: (
                <>
                  <Link
                    href={`/refund/${refund.id}`}
                    prefetch={false}
                    className="-mt-2.5 inline-flex min-h-11 items-center font-semibold underline underline-offset-4"
                  >
                    <bdi>{refund.orderNumber}</bdi>
                  </Link>
                  <span className="block wrap-anywhere text-[0.9rem] text-muted md:min-w-72">
                    {refund.email}
                  </span>
                </>
              ),
              amount: <span className="tabular-nums">{formatMoney(refund.amount)}</span>,
              state: (
                <>
                  <StateBadge state={refund.state} byHand={refund.byHand} words={ENGLISH} />
                  <span className="block text-[0.9rem] text-muted">{explain(refund)}</span>
                </>
              ),
              asked: <TimeAgo at={refund.createdAt} now={at} timeZone={timeZone} />,
              do: action(refund, isOwner(actor)),
            },
          }))}
        />
      )}
      <Pagination
        page={page}
        perPage={PER_PAGE}
        total={total}
        hrefFor={(number) => {
          const params = new URLSearchParams();
          if (state) params.set('state', state);
          if (number > 1) params.set('page', String(number));
          return params.size > 0 ? `/desk/refunds?${params}` : '/desk/refunds';
        }}
      />
      <Card className="mt-10 max-w-prose">
        <h2 className="mb-2">How orders come in</h2>
        <p className="text-muted">
          By <code>POST /api/v1/orders</code>, <code>POST /api/v1/orders/import</code> (CSV), or{' '}
          <code>npm run import -- orders FILE.csv</code>. The same order again updates it.
        </p>
      </Card>
    </>
  );
}

function explain(refund: DeskRefund): string {
  if (refund.queuedFor === 'person-limit') return 'Many refunds of one person in a day';
  if (refund.queuedFor === 'daily-total') return 'Above the day’s total';
  if (refund.needsOwner === 'pay') return 'To be paid by hand: transfer it, then tick it off';
  if (refund.needsOwner === 'review') {
    return 'Nothing found at the provider in 20 hours: look at the provider, then pay by hand or tell the customer';
  }
  if (refund.state === 'unknown') return `${refund.attempts} tries, asking again`;
  if (refund.waitsFor) return WAITING_WORDS[refund.waitsFor];
  return failureWords(refund.failureReason);
}

/** Why a provider could not pay, in words; a code we do not know is shown as it is, for the provider's support. */
function failureWords(reason: string | null): string {
  if (reason === null) return '';
  return FAILURE_WORDS[reason] ?? reason;
}

const WAITING_WORDS = {
  buyer: 'The buyer has to act: the provider has mailed them',
  balance: 'Your balance at the provider is too low: add money there',
  payment: 'The payment itself has not come in yet',
} as const;

const FAILURE_WORDS: Record<string, string> = {
  lost_or_stolen_card: 'The card was lost or stolen',
  charge_for_pending_refund_disputed: 'The buyer’s bank disputes the payment',
  insufficient_funds: 'Your balance at the provider was too low',
  declined: 'The buyer’s bank declined it',
  merchant_request: 'It was called off at the provider',
  amount_not_payable: 'The provider cannot pay a part of the smallest unit',
  resource_missing: 'The provider does not know this payment: check its reference and your key',
  expired_or_canceled_card: 'The card has expired or was cancelled',
  REFUND_TIME_LIMIT_EXCEEDED: 'Too old for PayPal (180 days): find another way to pay',
  MAX_NUMBER_OF_REFUNDS_EXCEEDED: 'PayPal takes no more refunds for this payment',
  REFUND_NOT_ALLOWED: 'PayPal does not allow a refund of this payment',
  PARTIAL_REFUND_NOT_ALLOWED: 'PayPal refunds this payment only as a whole',
  CAPTURE_DISPUTED_PARTIAL_REFUND_NOT_ALLOWED: 'Disputed: PayPal refunds it only as a whole',
  payment_method_closed: 'The card or account was closed',
  charge_disputed: 'The buyer’s bank disputes the payment',
  'already-refunded-elsewhere': 'It was refunded at the provider already',
  'dispute-over': 'The dispute is won: the buyer may ask again',
  'not-at-provider': 'You closed it: it is not at the provider',
};

function action(refund: DeskRefund, owner: boolean) {
  if (refund.can.release)
    return <ReleaseButton refundId={refund.id} label={`Pay ${formatMoney(refund.amount)}`} />;
  if (refund.can.tick) {
    return (
      <ConfirmDetails
        size="small"
        label={`I paid ${formatMoney(refund.amount)}`}
        question="Tick it off only when the money has left: the customer is told that it is paid."
      >
        <TickButton refundId={refund.id} label="It is paid" />
      </ConfirmDetails>
    );
  }
  if (refund.can.undoTick) {
    return (
      <ConfirmDetails
        size="small"
        label="Not paid after all…"
        question="The refund waits for you again, and the customer is told that the mail before was a mistake."
      >
        <UndoTickButton refundId={refund.id} label="Take the tick back" />
      </ConfirmDetails>
    );
  }
  if (refund.state !== 'unknown' || !owner) return null;
  const look = <LookButton refundId={refund.id} label="Ask the provider now" />;
  if (refund.needsOwner !== 'review') return look;
  return (
    <div className="grid gap-2">
      {look}
      <ConfirmDetails
        size="small"
        label="It is not there…"
        question="Close it only after you looked at the provider and found no such refund. The customer is told that it failed, and may ask again."
      >
        <CloseButton refundId={refund.id} label="Close this refund" />
      </ConfirmDetails>
    </div>
  );
}
