import { config } from '@/lib/config';
import { openSearchSuggestions } from '@/lib/search/open-search';
import { readQuery } from '@/lib/search/schema';
import { suggest } from '@/lib/search/search';
import { problemResponse } from '@/lib/web/api-route';
import { countUse } from '@/lib/web/rate-limit';
import { visitorLimitKey } from '@/lib/web/visitor';

/** What a browser's own search field shows while typing (OpenSearch suggestions): the public site, whoever asks. */
export async function GET(request: Request): Promise<Response> {
  try {
    await countUse('suggest', await visitorLimitKey());
    const raw = new URL(request.url).searchParams.get('q') ?? '';
    const found = openSearchSuggestions(readQuery(raw), await suggest(raw, null), config().siteUrl);
    return new Response(JSON.stringify(found), {
      headers: {
        'content-type': 'application/x-suggestions+json; charset=utf-8',
        'cache-control': 'private, no-store',
      },
    });
  } catch (error) {
    return problemResponse(error);
  }
}
