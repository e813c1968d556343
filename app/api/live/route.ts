import { currentActor } from '@/lib/accounts/session';
import { DoorProblem } from '@/lib/errors';
import { isThreadVisible } from '@/lib/forum/page-queries';
import { isId } from '@/lib/ids';
import { openStream } from '@/lib/live/open-stream';
import { problemResponse } from '@/lib/web/api-route';
import { countUse } from '@/lib/web/rate-limit';
import { visitorLimitKey } from '@/lib/web/visitor';

export const dynamic = 'force-dynamic';

/** New replies of one thread as server-sent events, for whoever may see it: `?thread=ID&after=NUMBER`. */
export async function GET(request: Request): Promise<Response> {
  try {
    const query = new URL(request.url).searchParams;
    const threadId = query.get('thread') ?? '';
    const actor = await currentActor();
    const address = await visitorLimitKey();
    await countUse('live', address);
    if (!isId(threadId) || !(await isThreadVisible(threadId, actor))) {
      throw new DoorProblem(404, 'not-found', 'This thread does not exist.');
    }
    // A browser that comes back says what it was told last.
    const after = Math.max(numberOf(query.get('after')), numberOf(request.headers.get('last-event-id')));
    const stream = openStream({ threadId, actorId: actor?.id ?? null, address, after }, request.signal);
    if (!stream)
      throw new DoorProblem(503, 'too-many-listeners', 'Too many pages are open. Reload to see what is new.');
    return new Response(stream, {
      headers: {
        'content-type': 'text/event-stream; charset=utf-8',
        // Neither Next nor a proxy may hold events back to compress or collect them.
        'cache-control': 'private, no-store, no-transform',
        'x-accel-buffering': 'no',
      },
    });
  } catch (error) {
    return problemResponse(error);
  }
}

function numberOf(text: string | null): number {
  return text && /^\d{1,8}$/.test(text) ? Number(text) : 0;
}
