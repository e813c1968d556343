import type { Metadata } from 'next';
import Link from 'next/link';
import { cache } from 'react';
import { ButtonLink } from '@/app/_ui/button';
import { Card } from '@/app/_ui/card';
import { DefinitionList } from '@/app/_ui/definition-list';
import { Notice } from '@/app/_ui/notice';
import { PageBody } from '@/app/_ui/page-body';
import { PageHeader } from '@/app/_ui/page-header';
import { Sentence } from '@/app/_ui/sentence';
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
import { causeWords, REASON_MAX } from '@/lib/refunds/schema';
import { shopSettings } from '@/lib/settings/queries';
import { offeredAlternatives } from '@/lib/settings/schema';
import { pageWords } from '@/lib/web/language';
import { oneValue } from '@/lib/web/page-number';
import { refund as ENGLISH } from '@/lib/words/en/refund';
import { say } from '@/lib/words/say';

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
    title: (await pageWords()).words.tracker.title,
    robots: { index: false, follow: false },
    // A mailed link carries its key in the address, and this view of the page has no form that needs an origin.
    ...(key ? { referrer: 'no-referrer' } : {}),
  };
}

export default async function RefundTrackerPage({ params, searchParams }: Props) {
  const key = oneValue((await searchParams).key) ?? null;
  const refund = await load((await params).id, key);
  if (!refund) return <Missing />;
  const [settings, spoken] = await Promise.all([shopSettings(), pageWords()]);
  const { language } = spoken;
  const { tracker: words, refund: refundWords, asking } = spoken.words;
  const { similar, newTab, thisSolved, states } = asking;
  const { timeZone } = settings;
  const keySuffix = key === null ? '' : `?key=${encodeURIComponent(key)}`;
  const amount = formatMoney(refund.amount, language);
  const order = refund.can.askAgain ? await orderPage(refund.orderId, await refundViewer()) : null;
  return (
    <PageBody width="reading">
      {UNDER_WAY.includes(refund.state) ? <FreshTracker /> : null}
      <PageHeader
        title={say(words.heading, { amount })}
        breadcrumbs={[{ href: '/refund', label: refundWords.breadcrumb }]}
        intro={<StateBadge state={refund.state} byHand={refund.byHandUntil !== null} words={refundWords} />}
      />
      <Card className="mb-8">
        <Timeline
          items={journey(refund, timeZone, spoken)}
          now={now()}
          timeZone={timeZone}
          language={language}
          marks={words.marks}
        />
      </Card>
      {refund.shopWords.map((text) => (
        <Notice key={text} title={words.shopWrites} className="mb-8">
          <p dir="auto" className="whitespace-pre-line wrap-anywhere">
            {text}
          </p>
        </Notice>
      ))}
      {refund.can.takeBack ? (
        <TakeBack
          refundId={refund.id}
          alternatives={offeredAlternatives(settings).map((value) => ({
            value,
            label: words.takeBack[value],
          }))}
          words={{ button: words.takeBack.button, taking: words.takeBack.taking }}
        />
      ) : null}
      {order?.decision.ok ? (
        <section className="mb-8 grid gap-3">
          <h2>{words.askAgain}</h2>
          <p className="text-muted">{refund.wasTakenBack ? words.changedMind : words.bankSorted}</p>
          <RefundButton
            orderId={order.id}
            label={say(order.decision.isLate ? refundWords.order.askLate : refundWords.order.button, {
              amount: formatMoney(order.decision.amount, language),
            })}
            pending={refundWords.order.refunding}
          />
        </section>
      ) : null}
      <section aria-labelledby="facts" className="mb-8">
        <h2 id="facts" className="mb-4">
          {words.receipt.heading}
        </h2>
        <Card>
          <DefinitionList
            items={[
              { term: words.receipt.reference, value: <code>{refund.id}</code> },
              {
                term: words.receipt.receipt,
                value: refund.receipt ? (
                  <Link
                    prefetch={false}
                    href={`/refund/${refund.id}/receipt${keySuffix}`}
                    className="text-accent-text underline underline-offset-4"
                  >
                    {say(spoken.words.receipt.forPrint, { number: refund.receipt })}
                  </Link>
                ) : null,
              },
              { term: words.receipt.order, value: <bdi>{refund.orderNumber}</bdi> },
              {
                term: words.receipt.items,
                value: refund.items.length ? (
                  <ul className="grid gap-1">
                    {[...refund.items.entries()].map(([position, item]) => (
                      <li key={position} dir="auto">{`${item.quantity}\u00a0×\u00a0${item.name}`}</li>
                    ))}
                  </ul>
                ) : null,
              },
              { term: words.receipt.amount, value: amount },
              {
                term: words.receipt.backTo,
                value: refund.byHandUntil ? words.receipt.byHand : words.receipt.sameWay,
              },
              {
                term: words.receipt.providerNumber,
                value:
                  refund.providerRefundId && !refund.byHandUntil ? (
                    <code>{refund.providerRefundId}</code>
                  ) : null,
              },
              {
                term: words.receipt.bankNumber,
                value: refund.traceNumber ? (
                  <Sentence
                    text={words.receipt.bankNumberHint}
                    places={{ number: <code>{refund.traceNumber}</code> }}
                  />
                ) : null,
              },
              {
                term: words.receipt.email,
                value: (
                  <Sentence
                    text={refund.mailsSent > 0 ? words.receipt.mailed : words.receipt.mailing}
                    places={{ email: <bdi>{refund.maskedEmail}</bdi> }}
                  />
                ),
              },
              {
                term: words.receipt.words,
                value: refund.reason ? (
                  <span dir="auto">{refund.reason}</span>
                ) : refund.reasonKind ? (
                  words.reason.kinds[refund.reasonKind]
                ) : null,
              },
            ]}
          />
        </Card>
      </section>
      {refund.can.addReason ? (
        <Card className="mb-8">
          <ReasonForm
            refundId={refund.id}
            reasonMax={REASON_MAX}
            words={words.reason}
            found={{ isItOne: words.reason.others, similar, newTab, thisSolved, states }}
          />
        </Card>
      ) : null}
      {refund.can.seeNotes ? (
        <section aria-labelledby="log" lang="en" className="mb-8">
          <h2 id="log" className="mb-4">
            Every step (staff only)
          </h2>
          <Card>
            <ol className="grid gap-3 text-[0.95rem]">
              {refund.events.map((event, index) => (
                // The log only grows at its end.
                // biome-ignore lint/suspicious/noArrayIndexKey: see above
                <li key={index}>
                  <span className="font-semibold">{ENGLISH.states[event.state]}</span>:{' '}
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
      <Notice title={words.notRight}>
        <p className="mb-3">
          <Sentence text={words.tellUs} places={{ number: <code>{refund.id}</code> }} />
        </p>
        <ButtonLink href="/contact" size="small">
          {words.contact}
        </ButtonLink>
      </Notice>
    </PageBody>
  );
}
