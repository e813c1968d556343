import type { Metadata } from 'next';
import { cache } from 'react';
import { ButtonLink } from '@/app/_ui/button';
import { Card } from '@/app/_ui/card';
import { DefinitionList } from '@/app/_ui/definition-list';
import { Notice } from '@/app/_ui/notice';
import { PageBody } from '@/app/_ui/page-body';
import { PageHeader } from '@/app/_ui/page-header';
import { DateTime } from '@/app/_ui/time-ago';
import { Timeline } from '@/app/_ui/timeline';
import { Missing } from '@/app/(site)/_parts/missing';
import { refundViewer } from '@/app/(site)/refund/_parts/guest';
import { RefundButton } from '@/app/(site)/refund/_parts/refund-button';
import { StateBadge } from '@/app/(site)/refund/_parts/state-badge';
import { FreshTracker } from '@/app/(site)/refund/[id]/fresh-tracker';
import { ReasonForm } from '@/app/(site)/refund/[id]/reason-form';
import { journey } from '@/app/(site)/refund/[id]/steps';
import { TakeBack } from '@/app/(site)/refund/[id]/take-back';
import { now } from '@/lib/clock';
import { formatMoney } from '@/lib/money';
import { orderPage } from '@/lib/refunds/orders/queries';
import { refundPage } from '@/lib/refunds/queries';
import { alternativeWords, causeWords, REASON_MAX, refundStateWords } from '@/lib/refunds/schema';
import { shopSettings } from '@/lib/settings/queries';
import { offeredAlternatives } from '@/lib/settings/schema';
import { oneValue } from '@/lib/web/page-number';

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ key?: string | string[] }>;
};

const UNDER_WAY = ['requested', 'submitting', 'unknown', 'pending'];

const load = cache(async (id: string, key: string | null) =>
  refundPage(id, await refundViewer(), key, now()),
);

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const key = oneValue((await searchParams).key);
  return {
    title: 'Your refund',
    robots: { index: false, follow: false },
    // A mailed link carries its key in the address, and this view of the page has no form that needs an origin.
    ...(key ? { referrer: 'no-referrer' } : {}),
  };
}

export default async function RefundTrackerPage({ params, searchParams }: Props) {
  const key = oneValue((await searchParams).key) ?? null;
  const refund = await load((await params).id, key);
  if (!refund) return <Missing />;
  const settings = await shopSettings();
  const { timeZone } = settings;
  const amount = formatMoney(refund.amount);
  const order = refund.can.askAgain ? await orderPage(refund.orderId, await refundViewer()) : null;
  return (
    <PageBody width="reading">
      {UNDER_WAY.includes(refund.state) ? <FreshTracker /> : null}
      <PageHeader
        title={`Your refund of ${amount}`}
        breadcrumbs={[{ href: '/refund', label: 'Refund' }]}
        intro={<StateBadge state={refund.state} byHand={refund.byHandUntil !== null} />}
      />
      <Card className="mb-8">
        <Timeline items={journey(refund, timeZone)} now={now()} timeZone={timeZone} />
      </Card>
      {refund.can.takeBack ? (
        <TakeBack
          refundId={refund.id}
          alternatives={offeredAlternatives(settings).map((value) => ({
            value,
            label: alternativeWords[value],
          }))}
        />
      ) : null}
      {order?.decision.ok ? (
        <section className="mb-8 grid gap-3">
          <h2>Ask again</h2>
          <p className="text-muted">
            {refund.wasTakenBack
              ? 'Changed your mind? The money goes back to the way you paid.'
              : 'Did your bank sort it out? Then try once more, to the way you paid.'}
          </p>
          <RefundButton orderId={order.id} amount={formatMoney(order.decision.amount)} />
        </section>
      ) : null}
      <section aria-labelledby="facts" className="mb-8">
        <h2 id="facts" className="mb-4">
          Receipt
        </h2>
        <Card>
          <DefinitionList
            items={[
              { term: 'Receipt number', value: <code>{refund.id}</code> },
              { term: 'Order', value: <bdi>{refund.orderNumber}</bdi> },
              {
                term: 'Items',
                value: refund.items.length
                  ? refund.items.map((item) => `${item.quantity} × ${item.name}`).join('; ')
                  : null,
              },
              { term: 'Amount', value: amount },
              {
                term: 'Paid back to',
                value: refund.byHandUntil ? 'By the shop, by hand' : 'The way you paid',
              },
              {
                term: 'Number at the payment provider',
                value:
                  refund.providerRefundId && !refund.byHandUntil ? (
                    <code>{refund.providerRefundId}</code>
                  ) : null,
              },
              {
                term: 'Number for your bank',
                value: refund.traceNumber ? (
                  <>
                    <code>{refund.traceNumber}</code>: tell it your bank if the money does not show
                  </>
                ) : null,
              },
              {
                term: 'E-mail',
                value: (
                  <>
                    {refund.mailsSent > 0 ? 'Mail sent to ' : 'A mail is on its way to '}
                    <bdi>{refund.maskedEmail}</bdi>
                  </>
                ),
              },
              { term: 'Your words', value: refund.reason ? <span dir="auto">{refund.reason}</span> : null },
            ]}
          />
        </Card>
      </section>
      {refund.can.addReason ? (
        <Card className="mb-8">
          <ReasonForm refundId={refund.id} reasonMax={REASON_MAX} />
        </Card>
      ) : null}
      {refund.can.seeNotes ? (
        <section aria-labelledby="log" className="mb-8">
          <h2 id="log" className="mb-4">
            Every step (staff only)
          </h2>
          <Card>
            <ol className="grid gap-3 text-[0.95rem]">
              {refund.events.map((event, index) => (
                // The log only grows at its end.
                // biome-ignore lint/suspicious/noArrayIndexKey: see above
                <li key={index}>
                  <span className="font-semibold">{refundStateWords[event.state]}</span>:{' '}
                  {causeWords(event.cause)}
                  {event.note ? <>. {event.note}</> : null}
                  <span className="block text-muted">
                    <DateTime at={event.at} timeZone={timeZone} />
                  </span>
                </li>
              ))}
            </ol>
          </Card>
        </section>
      ) : null}
      <Notice title="Something not right?">
        <p className="mb-3">Tell us the receipt number and we will look at it.</p>
        <ButtonLink href="/contact" size="small">
          Contact us
        </ButtonLink>
      </Notice>
    </PageBody>
  );
}
