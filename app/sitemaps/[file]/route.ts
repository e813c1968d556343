import { problemResponse } from '@/lib/web/api-route';
import { countUse } from '@/lib/web/rate-limit';
import { sitemapFile } from '@/lib/web/sitemap';
import { xmlStream } from '@/lib/web/stream-text';
import { visitorLimitKey } from '@/lib/web/visitor';

export const dynamic = 'force-dynamic';

export async function GET(
  _request: Request,
  { params }: { params: Promise<{ file: string }> },
): Promise<Response> {
  try {
    await countUse('sitemap', await visitorLimitKey());
    const pieces = await sitemapFile((await params).file);
    return pieces ? xmlStream(pieces) : new Response('There is no such file.', { status: 404 });
  } catch (error) {
    return problemResponse(error);
  }
}
