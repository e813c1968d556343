import { currentActor } from '@/lib/accounts/session';
import { readQuery } from '@/lib/search/schema';
import { suggest } from '@/lib/search/search';
import { problemResponse } from '@/lib/web/api-route';
import { countUse } from '@/lib/web/rate-limit';
import { visitorLimitKey } from '@/lib/web/visitor';

/** What the search box shows while typing (app/_ui/suggestions.ts). */
export async function GET(request: Request): Promise<Response> {
  try {
    const actor = await currentActor();
    await countUse('suggest', actor?.id ?? (await visitorLimitKey()));
    const raw = new URL(request.url).searchParams.get('q') ?? '';
    const allUrl = `/search?q=${encodeURIComponent(readQuery(raw))}`;
    return Response.json(
      { groups: await suggest(raw, actor), allUrl },
      { headers: { 'cache-control': 'private, no-store' } },
    );
  } catch (error) {
    return problemResponse(error);
  }
}
