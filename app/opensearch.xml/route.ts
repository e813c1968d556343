import { config } from '@/lib/config';
import { shopSettings } from '@/lib/settings/queries';
import { cacheableResponse } from '@/lib/web/cacheable';
import { OPEN_SEARCH_TYPE, openSearchDescription } from '@/lib/web/open-search';

export const dynamic = 'force-dynamic';

/** Browsers read it when they meet the site; a new name of the shop may take an hour to reach them. */
const MAX_AGE_SECONDS = 3_600;

export async function GET(request: Request): Promise<Response> {
  const { shopName } = await shopSettings();
  const text = openSearchDescription(shopName, config().siteUrl);
  return cacheableResponse(request, text, { type: OPEN_SEARCH_TYPE, maxAgeSeconds: MAX_AGE_SECONDS });
}
