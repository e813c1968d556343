import { currentActor } from '@/lib/accounts/session';
import { DoorProblem } from '@/lib/errors';
import { noteSeen } from '@/lib/notifications/mark-read';
import { noteReading } from '@/lib/reading/note-reading';
import { NotedReading } from '@/lib/reading/schema';
import { problemResponse } from '@/lib/web/api-route';
import { countUse } from '@/lib/web/rate-limit';
import { readBody } from '@/lib/web/read-body';

/** An id and a number. */
const BODY_MAX = 1024;

/** Where a page of a thread notes how far it was read (app/(site)/t/[id]/_parts/note-reading.tsx). The answer says nothing
 * of the thread, and nothing waits for it. */
export async function POST(request: Request): Promise<Response> {
  return note(async () => JSON.parse(await readBody(request, BODY_MAX)));
}

/** The same for a page without script: a picture that is none. Another site cannot ask for it in somebody's name: the
 * session's cookie stays at home, and browsers say where a request comes from. */
export async function GET(request: Request): Promise<Response> {
  return note(async () => {
    const from = request.headers.get('sec-fetch-site');
    if (from !== null && from !== 'same-origin') throw new Error('from elsewhere');
    return Object.fromEntries(new URL(request.url).searchParams);
  });
}

async function note(read: () => Promise<unknown>): Promise<Response> {
  try {
    const noted = NotedReading.safeParse(await read().catch(() => null));
    if (!noted.success) throw new DoorProblem(422, 'input-invalid', 'This is not a place in a thread.');
    const actor = await currentActor();
    if (actor) {
      await countUse('noteReading', actor.id);
      await noteReading(noted.data, actor);
      await noteSeen(actor.id, noted.data.thread, noted.data.number);
    }
    return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } });
  } catch (error) {
    return problemResponse(error);
  }
}
