import { zipPersonalData } from '@/lib/accounts/leaving/zip-personal-data';
import { requireMember } from '@/lib/accounts/session';
import { problemResponse } from '@/lib/web/api-route';
import { countUse } from '@/lib/web/rate-limit';
import { byteStream } from '@/lib/web/stream-text';

export const dynamic = 'force-dynamic';

/** Everything that is kept about whoever is signed in, as a file to keep. */
export async function GET(): Promise<Response> {
  const actor = await requireMember('/account');
  try {
    await countUse('export', actor.id);
    return new Response(byteStream(zipPersonalData(actor)), {
      headers: {
        'content-type': 'application/zip',
        'content-disposition': 'attachment; filename="my-data.zip"',
        'cache-control': 'private, no-store',
      },
    });
  } catch (error) {
    return problemResponse(error);
  }
}
