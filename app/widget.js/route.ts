import { shopSettings } from '@/lib/settings/queries';
import { cacheableResponse } from '@/lib/web/cacheable';
import { widgetScript } from '@/lib/widget/make-script';

export const dynamic = 'force-dynamic';

/** Shops' pages ask for it on every view; a new version or colour reaches all of them within five minutes. */
const MAX_AGE_SECONDS = 300;

export async function GET(request: Request): Promise<Response> {
  const script = widgetScript(await shopSettings());
  return cacheableResponse(request, script, { type: 'text/javascript', maxAgeSeconds: MAX_AGE_SECONDS });
}
