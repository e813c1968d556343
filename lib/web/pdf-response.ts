import { problemResponse } from '@/lib/web/api-route';
import { noFile } from '@/lib/web/file-response';
import { countUse } from '@/lib/web/rate-limit';
import { visitorLimitKey } from '@/lib/web/visitor';

/** Answers with a document that is made for who asks, to be saved, and kept by no cache.
 * @param make its name in ASCII and its bytes; null when there is none, or none for them */
export async function pdfResponse(
  make: () => Promise<{ name: string; bytes: Buffer } | null>,
): Promise<Response> {
  try {
    await countUse('document', await visitorLimitKey());
    const made = await make();
    if (!made) return noFile();
    return new Response(new Uint8Array(made.bytes), {
      headers: {
        'content-type': 'application/pdf',
        'content-disposition': `attachment; filename="${made.name}"`,
        'content-length': String(made.bytes.length),
        'cache-control': 'private, no-store',
        'x-robots-tag': 'noindex',
      },
    });
  } catch (error) {
    return problemResponse(error);
  }
}
