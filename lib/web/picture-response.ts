import { keptPicture, pictureKey } from '@/lib/pictures/keep-picture';
import { shopSettings } from '@/lib/settings/queries';
import { problemResponse } from '@/lib/web/api-route';
import { isKnown } from '@/lib/web/cacheable';
import { countUse } from '@/lib/web/rate-limit';
import { visitorLimitKey } from '@/lib/web/visitor';

/** A new title or accent reaches the networks that show the picture within an hour of their asking again. */
const MAX_AGE_SECONDS = 3_600;

/** Answers with the picture of a page.
 * @param find the page's title; null for the site's own picture, undefined when there is no such page for everybody */
export async function pictureResponse(
  request: Request,
  find: () => Promise<string | null | undefined>,
): Promise<Response> {
  try {
    await countUse('picture', await visitorLimitKey());
    const title = await find();
    if (title === undefined) return new Response('There is no such picture.', { status: 404 });
    const { shopName, accent } = await shopSettings();
    const facts = { shopName, accent, title };
    const headers = {
      'content-type': 'image/png',
      'cache-control': `public, max-age=${MAX_AGE_SECONDS}`,
      etag: `"${pictureKey(facts)}"`,
    };
    if (isKnown(request.headers.get('if-none-match'), headers.etag)) {
      return new Response(null, { status: 304, headers });
    }
    const picture = await keptPicture(facts);
    if (!picture) return new Response('Please ask again.', { status: 503, headers: { 'retry-after': '5' } });
    return new Response(new Uint8Array(picture), { headers });
  } catch (error) {
    return problemResponse(error);
  }
}
