import { problemResponse } from '@/lib/web/api-route';
import { countUse } from '@/lib/web/rate-limit';
import { siteSitemap } from '@/lib/web/sitemap';
import { xmlStream } from '@/lib/web/stream-text';
import { visitorLimitKey } from '@/lib/web/visitor';

// Made at each request: what is hidden or a draft by now must not be in it.
export const dynamic = 'force-dynamic';

export async function GET(): Promise<Response> {
  try {
    await countUse('sitemap', await visitorLimitKey());
    return xmlStream(await siteSitemap());
  } catch (error) {
    return problemResponse(error);
  }
}
