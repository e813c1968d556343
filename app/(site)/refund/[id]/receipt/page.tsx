import type { Metadata } from 'next';
import { ButtonLink, buttonClasses } from '@/app/_ui/button';
import { EmptyState } from '@/app/_ui/empty-state';
import { PageBody } from '@/app/_ui/page-body';
import { Missing } from '@/app/(site)/_parts/missing';
import { refundViewer } from '@/app/(site)/refund/_parts/guest';
import { ReceiptSheet } from '@/app/(site)/refund/[id]/receipt/receipt-sheet';
import { now } from '@/lib/clock';
import { receiptsPage } from '@/lib/refunds/receipts/queries';
import { tellReceipt } from '@/lib/refunds/receipts/tell-receipt';
import { pageWords } from '@/lib/web/language';
import { oneValue } from '@/lib/web/page-number';

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ key?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: (await pageWords()).words.receipt.title,
    robots: { index: false, follow: false },
    // A mailed link carries its key in the address, and nothing on this page needs an origin.
    referrer: 'no-referrer',
  };
}

/** A refund's receipts on paper: the credit note, and what cancelled it. */
export default async function ReceiptPage({ params, searchParams }: Props) {
  const key = oneValue((await searchParams).key) ?? null;
  const page = await receiptsPage((await params).id, await refundViewer(), key, now());
  if (!page) return <Missing />;
  const spoken = await pageWords();
  const words = spoken.words.receipt;
  const suffix = key === null ? '' : `?key=${encodeURIComponent(key)}`;
  const tracker = `/refund/${page.refundId}`;
  const back = (
    <ButtonLink prefetch={false} href={`${tracker}${suffix}`}>
      {words.back}
    </ButtonLink>
  );
  if (page.receipts.length === 0) {
    return (
      <PageBody width="reading">
        <EmptyState title={words.none} isWholePage action={back}>
          {words.noneText}
        </EmptyState>
      </PageBody>
    );
  }
  return (
    <PageBody width="reading">
      <div data-no-print className="mb-6">
        <div className="flex flex-wrap gap-3">
          {back}
          <a href={`${tracker}/receipt.pdf${suffix}`} download className={buttonClasses('primary')}>
            {words.pdf}
          </a>
        </div>
        <p className="mt-3 text-[0.92rem] text-muted">{words.toPrint}</p>
      </div>
      {page.receipts.map((receipt, index) => (
        <ReceiptSheet
          key={receipt.number}
          receipt={tellReceipt(receipt, spoken)}
          words={words}
          isFirst={index === 0}
        />
      ))}
    </PageBody>
  );
}
