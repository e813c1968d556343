import { refundViewer } from '@/app/(site)/refund/_parts/guest';
import { now } from '@/lib/clock';
import { receiptsPage } from '@/lib/refunds/receipts/queries';
import { receiptPdf } from '@/lib/refunds/receipts/receipt-pdf';
import { trackerUrl } from '@/lib/refunds/sign-view-link';
import { pageWords } from '@/lib/web/language';
import { pdfResponse } from '@/lib/web/pdf-response';

export const dynamic = 'force-dynamic';

type Props = { params: Promise<{ id: string }> };

/** The receipts of a refund as a file, for whoever may look at its tracker. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { id } = await params;
  const key = new URL(request.url).searchParams.get('key');
  return pdfResponse(async () => {
    const page = await receiptsPage(id, await refundViewer(), key, now());
    const [first, ...others] = page?.receipts ?? [];
    if (!first) return null;
    const newest = others.at(-1) ?? first;
    const url = `${trackerUrl(id)}/receipt`;
    const bytes = await receiptPdf([first, ...others], await pageWords(), url);
    return { name: `${newest.number}.pdf`, bytes };
  });
}
