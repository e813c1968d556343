import Link from 'next/link';
import { Card } from '@/app/_ui/card';
import { DefinitionList } from '@/app/_ui/definition-list';
import { DateTime } from '@/app/_ui/time-ago';
import { momentWords } from '@/app/_ui/time-words';
import { StateBadge } from '@/app/(site)/refund/_parts/state-badge';
import { providerName } from '@/app/desk/refunds/refund-words';
import { formatMoney } from '@/lib/money';
import type { RefundFile } from '@/lib/refunds/desk/refund-queries';
import { reasonKindWords } from '@/lib/refunds/reasons';
import { refund as ENGLISH } from '@/lib/words/en/refund';

const VIA: Record<string, string> = {
  page: 'on the site, signed in',
  guest: 'on the site, with a mailed code',
  api: 'by a program',
  provider: 'at the payment provider',
};

type Props = { refund: RefundFile; timeZone: string; seesMail: boolean };

/** The order and the request: what was paid, what was asked for, and why. */
export function Facts({ refund, timeZone, seesMail }: Props) {
  const { order } = refund;
  return (
    <section aria-labelledby="facts" className="mb-8">
      <h2 id="facts" className="mb-4">
        Order and request
      </h2>
      <Card>
        <DefinitionList
          items={[
            {
              term: 'Order',
              value: (
                <Link
                  href={`/desk/refunds?q=${encodeURIComponent(order.number)}`}
                  prefetch={false}
                  className="text-link"
                >
                  <bdi>{order.number}</bdi>
                </Link>
              ),
            },
            { term: 'Buyer', value: <bdi>{order.email}</bdi> },
            {
              term: 'Paid',
              value: (
                <>
                  {formatMoney(order.captured)}
                  {order.paidAt ? (
                    <>
                      , <DateTime at={order.paidAt} timeZone={timeZone} dateOnly />
                    </>
                  ) : null}
                </>
              ),
            },
            { term: 'Given back or asked for', value: formatMoney(order.held) },
            {
              term: 'Payment',
              value: `${providerName(refund.provider)}, ${refund.paymentRef || 'no reference'}`,
            },
            {
              term: 'Pieces',
              value:
                refund.pieces.length > 0 ? (
                  <ul>
                    {refund.pieces.map(({ name, quantity, amount }) => (
                      <li key={name}>
                        {quantity} × <bdi>{name}</bdi>, {formatMoney(amount)}
                      </li>
                    ))}
                  </ul>
                ) : null,
            },
            // What the buyer reads on their page and in the mails.
            { term: 'Reference', value: <code>{refund.id}</code> },
            { term: 'Asked', value: <DateTime at={refund.createdAt} timeZone={timeZone} /> },
            { term: 'By way of', value: VIA[refund.requestedVia] ?? refund.requestedVia },
            { term: 'Reason', value: refund.reasonKind ? reasonKindWords[refund.reasonKind] : null },
            {
              term: 'In their words',
              value: refund.reason ? (
                <span dir="auto" className="whitespace-pre-line">
                  {refund.reason}
                </span>
              ) : null,
            },
            {
              term: 'Disputes',
              value:
                refund.disputes.length > 0 ? (
                  <ul>
                    {refund.disputes.map((dispute) => (
                      <li key={dispute.id}>
                        {formatMoney(dispute.amount)}, {dispute.state}
                        {dispute.reason ? (
                          <>
                            , <bdi>{dispute.reason}</bdi>
                          </>
                        ) : null}
                        , since {momentWords(dispute.openedAt, timeZone)}
                      </li>
                    ))}
                  </ul>
                ) : null,
            },
            {
              term: 'Other refunds of it',
              value: order.others.length > 0 ? <Others refund={refund} /> : null,
            },
            {
              term: 'Mails',
              value: refund.mails.length > 0 ? <Mails refund={refund} seesMail={seesMail} /> : null,
            },
          ]}
        />
      </Card>
    </section>
  );
}

function Others({ refund }: { refund: RefundFile }) {
  return (
    <ul className="grid gap-1">
      {refund.order.others.map((other) => (
        <li key={other.id} className="flex flex-wrap items-center gap-x-3">
          <Link href={`/desk/refunds/${other.id}`} prefetch={false} className="text-link tabular-nums">
            {formatMoney(other.amount)}
          </Link>
          <StateBadge state={other.state} byHand={refund.byHand} words={ENGLISH} />
        </li>
      ))}
    </ul>
  );
}

const MAIL_STATES: Record<string, string> = { waiting: 'waiting', sent: 'sent', parked: 'refused' };

function Mails({ refund, seesMail }: { refund: RefundFile; seesMail: boolean }) {
  return (
    <ul className="grid gap-1">
      {refund.mails.map((mail) => (
        <li key={mail.id}>
          {seesMail ? (
            <Link href={`/desk/mail/${mail.id}`} prefetch={false} className="text-link">
              {mail.subject}
            </Link>
          ) : (
            mail.subject
          )}
          <span className="text-muted">, {MAIL_STATES[mail.state] ?? mail.state}</span>
        </li>
      ))}
    </ul>
  );
}
