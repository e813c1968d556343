import { currentActor } from '@/lib/accounts/session';
import { BODY_MAX } from '@/lib/forum/schema';
import { renderMarkdown } from '@/lib/markdown';
import { problemResponse } from '@/lib/web/api-route';
import { countUse } from '@/lib/web/rate-limit';
import { readBody } from '@/lib/web/read-body';
import { visitorLimitKey } from '@/lib/web/visitor';

/** What is being written as it will look (app/(site)/forum/_parts/use-preview.ts). The body of the request is the Markdown
 * itself; a text above the limit is shown up to it. A POST, though it changes nothing: unfinished words do not belong into
 * addresses. */
export async function POST(request: Request): Promise<Response> {
  try {
    const actor = await currentActor();
    await countUse('suggest', actor?.id ?? (await visitorLimitKey()));
    const text = await readBody(request);
    return Response.json(
      { html: renderMarkdown(text.slice(0, BODY_MAX)) },
      { headers: { 'cache-control': 'private, no-store' } },
    );
  } catch (error) {
    return problemResponse(error);
  }
}
