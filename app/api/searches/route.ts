import { isStaff } from '@/lib/accounts/policy';
import { currentActor } from '@/lib/accounts/session';
import { DoorProblem } from '@/lib/errors';
import { recordSearch } from '@/lib/insights/record-search';
import { NotedSearch } from '@/lib/insights/schema';
import { afterAnswer } from '@/lib/web/after-answer';
import { problemResponse } from '@/lib/web/api-route';
import { countUse } from '@/lib/web/rate-limit';
import { readBody } from '@/lib/web/read-body';
import { visitorLimitKey, visitorTraits } from '@/lib/web/visitor';

/** A noted search is a line and an address; whatever is larger is something else. */
const BODY_MAX = 8 * 1024;

/** Where a browser notes that somebody rested on a search while typing, or opened a result (app/_ui/note-search.ts). Only
 * our own pages may (lib/web/origin.ts); the answer says nothing, and nothing waits for it. */
export async function POST(request: Request): Promise<Response> {
  try {
    const actor = await currentActor();
    await countUse('noteSearch', await visitorLimitKey());
    const noted = read(await readBody(request, BODY_MAX));
    const traits = await visitorTraits();
    // The shop's own people look for other reasons than customers do.
    if (!isStaff(actor)) afterAnswer('note-search', () => recordSearch(noted, traits));
    return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } });
  } catch (error) {
    return problemResponse(error);
  }
}

function read(body: string): NotedSearch {
  try {
    return NotedSearch.parse(JSON.parse(body.replaceAll('\\u0000', '')));
  } catch {
    throw new DoorProblem(422, 'input-invalid', 'This is not a search of ours.');
  }
}
