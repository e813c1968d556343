import { requireOwner } from '@/lib/accounts/session';
import { exportRefunds } from '@/lib/refunds/desk/export-refunds';
import { readRefundFilter } from '@/lib/refunds/desk/filter';
import { problemResponse } from '@/lib/web/api-route';
import { countUse } from '@/lib/web/rate-limit';
import { csvStream } from '@/lib/web/stream-text';

export const dynamic = 'force-dynamic';

/** The refunds of a filter as a table to keep. A POST, because who took it is written down. */
export async function POST(request: Request): Promise<Response> {
  const actor = await requireOwner();
  try {
    await countUse('desk', actor.id);
    const query = new URLSearchParams(await request.text());
    const outcome = await exportRefunds(readRefundFilter(Object.fromEntries(query)), actor);
    if (!outcome.ok) return new Response(null, { status: 404 });
    return csvStream(outcome.pieces, 'refunds.csv');
  } catch (error) {
    return problemResponse(error);
  }
}
