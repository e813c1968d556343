import { problemResponse } from '@/lib/web/api-route';
import { atomDocument, type Feed } from '@/lib/web/atom';
import { cacheableResponse } from '@/lib/web/cacheable';
import { countUse } from '@/lib/web/rate-limit';
import { visitorLimitKey } from '@/lib/web/visitor';

/** Readers ask every few minutes; nothing personal is in a feed, so a cache between may keep it for one. */
const MAX_AGE_SECONDS = 60;

/** Answers a reader with a feed, with "not modified" when it has it already, or with 404 when there is none (null). */
export async function feedResponse(request: Request, make: () => Promise<Feed | null>): Promise<Response> {
  try {
    await countUse('crawl', await visitorLimitKey());
    const feed = await make();
    if (!feed) return new Response('There is no such feed.', { status: 404 });
    return cacheableResponse(request, atomDocument(feed), {
      type: 'application/atom+xml',
      maxAgeSeconds: MAX_AGE_SECONDS,
    });
  } catch (error) {
    return problemResponse(error);
  }
}
