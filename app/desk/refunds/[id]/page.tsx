import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ButtonLink, buttonClasses } from '@/app/_ui/button';
import { Card } from '@/app/_ui/card';
import { PageHeader } from '@/app/_ui/page-header';
import { StateBadge } from '@/app/(site)/refund/_parts/state-badge';
import { Facts } from '@/app/desk/refunds/[id]/facts';
import { GoodwillForm } from '@/app/desk/refunds/[id]/goodwill-form';
import { NextSteps } from '@/app/desk/refunds/[id]/next-steps';
import { Notes } from '@/app/desk/refunds/[id]/notes';
import { ProviderView } from '@/app/desk/refunds/[id]/provider-view';
import { Steps } from '@/app/desk/refunds/[id]/steps';
import { explain } from '@/app/desk/refunds/refund-words';
import { isOwner } from '@/lib/accounts/policy';
import { requireHelper } from '@/lib/accounts/session';
import { now } from '@/lib/clock';
import { formatMoney } from '@/lib/money';
import { refundFile } from '@/lib/refunds/desk/refund-queries';
import { WORDS_MAX } from '@/lib/refunds/desk/schema';
import { shopSettings } from '@/lib/settings/queries';
import { refund as ENGLISH } from '@/lib/words/en/refund';

export const metadata: Metadata = { title: 'One refund' };

type Props = { params: Promise<{ id: string }> };

/** Everything about one refund: what it needs, what happened, what the provider says, and what may be done. */
export default async function DeskRefundPage({ params }: Props) {
  const actor = await requireHelper();
  const [refund, { timeZone }] = await Promise.all([refundFile((await params).id, actor), shopSettings()]);
  if (!refund) notFound();
  const at = now();
  const { goodwill } = refund.can;
  return (
    <div className="max-w-[52rem]">
      <PageHeader
        title={`Refund of ${formatMoney(refund.amount)}`}
        breadcrumbs={[{ href: '/desk/refunds', label: 'Refunds' }]}
        intro={
          <>
            <StateBadge state={refund.state} byHand={refund.byHand} words={ENGLISH} />{' '}
            <span>{explain(refund)}</span>
          </>
        }
        actions={
          <>
            <ButtonLink href={`/refund/${refund.id}`} prefetch={false}>
              What the buyer sees
            </ButtonLink>
            {isOwner(actor) ? (
              <a href={`/desk/refunds/${refund.id}/evidence.pdf`} className={buttonClasses()}>
                All as a PDF
              </a>
            ) : null}
          </>
        }
      />
      <NextSteps refund={refund} timeZone={timeZone} />
      <Steps refund={refund} at={at} timeZone={timeZone} />
      <ProviderView refund={refund} at={at} timeZone={timeZone} />
      <Facts refund={refund} timeZone={timeZone} seesMail={isOwner(actor)} />
      {goodwill ? (
        <section aria-labelledby="goodwill" className="mb-8">
          <h2 id="goodwill" className="mb-4">
            Something on top
          </h2>
          <Card>
            <p className="mb-4 max-w-prose text-muted">
              A gesture is a refund of its own, of what was paid for this order and is left. It goes the way
              of every refund, and the buyer gets a mail.
            </p>
            <GoodwillForm
              refundId={refund.id}
              lastSeq={refund.lastSeq}
              currency={goodwill.currency}
              atMost={formatMoney(goodwill)}
              wordsMax={WORDS_MAX}
            />
          </Card>
        </section>
      ) : null}
      <Notes refund={refund} at={at} timeZone={timeZone} />
    </div>
  );
}
