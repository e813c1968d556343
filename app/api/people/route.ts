import { currentActor } from '@/lib/accounts/session';
import { namesToMention } from '@/lib/forum/mention-queries';
import { problemResponse } from '@/lib/web/api-route';
import { countUse } from '@/lib/web/rate-limit';
import { visitorLimitKey } from '@/lib/web/visitor';

/** Names for an `@` that is being typed (app/(site)/forum/_parts/completion-options.ts): public names, and nothing else. */
export async function GET(request: Request): Promise<Response> {
  try {
    const actor = await currentActor();
    await countUse('suggest', actor?.id ?? (await visitorLimitKey()));
    const asked = new URL(request.url).searchParams;
    const names = await namesToMention(asked.get('q') ?? '', asked.get('thread'), actor);
    return Response.json(
      { people: names.map((name) => ({ name })) },
      { headers: { 'cache-control': 'private, no-store' } },
    );
  } catch (error) {
    return problemResponse(error);
  }
}
