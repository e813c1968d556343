import { currentActor } from '@/lib/accounts/session';
import { unreadCount } from '@/lib/notifications/queries';
import { problemResponse } from '@/lib/web/api-route';
import { countUse } from '@/lib/web/rate-limit';

/** How much is new to whoever is signed in; the bell asks again when somebody went to another page. */
export async function GET(): Promise<Response> {
  try {
    const actor = await currentActor();
    if (actor) await countUse('suggest', actor.id);
    return Response.json(
      { unread: await unreadCount(actor) },
      { headers: { 'cache-control': 'private, no-store' } },
    );
  } catch (error) {
    return problemResponse(error);
  }
}
