import { currentActor } from '@/lib/accounts/session';
import { now } from '@/lib/clock';
import { evidencePdf } from '@/lib/refunds/evidence/evidence-pdf';
import { evidenceOf } from '@/lib/refunds/evidence/queries';
import { shopSettings } from '@/lib/settings/queries';
import { pdfResponse } from '@/lib/web/pdf-response';

export const dynamic = 'force-dynamic';

type Props = { params: Promise<{ id: string }> };

/** What is known of a refund, for the bank that looks into a dispute. The owner's alone. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const { id } = await params;
  return pdfResponse(async () => {
    const evidence = await evidenceOf(id, await currentActor());
    if (!evidence) return null;
    const bytes = await evidencePdf(evidence, await shopSettings(), now());
    return { name: `refund-${evidence.id}.pdf`, bytes };
  });
}
