import { currentActor } from '@/lib/accounts/session';
import { SimilarTo } from '@/lib/search/schema';
import { similarAnswers } from '@/lib/search/similar-answers';
import { problemResponse } from '@/lib/web/api-route';
import { countUse } from '@/lib/web/rate-limit';
import { readBody } from '@/lib/web/read-body';
import { visitorLimitKey } from '@/lib/web/visitor';

/** The beginning of a question, each of its characters escaped, is far below this. */
const LARGEST = 32 * 1024;

/** Answers for what is being written (app/(site)/_parts/use-similar.ts). A POST, though it changes nothing: unfinished
 * words do not belong into addresses, which are logged on their way. */
export async function POST(request: Request): Promise<Response> {
  try {
    const actor = await currentActor();
    await countUse('suggest', actor?.id ?? (await visitorLimitKey()));
    const form = new URLSearchParams(await readBody(request, LARGEST));
    const asked = SimilarTo.parse({ title: form.get('title'), body: form.get('body') });
    return Response.json(
      { answers: await similarAnswers(asked, actor) },
      { headers: { 'cache-control': 'private, no-store' } },
    );
  } catch (error) {
    return problemResponse(error);
  }
}
