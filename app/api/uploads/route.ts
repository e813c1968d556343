import { currentActor } from '@/lib/accounts/session';
import { DoorProblem } from '@/lib/errors';
import { ENVELOPE_MAX, FILE_MAX, storeStatus, storeWords } from '@/lib/uploads/schema';
import { storeUpload } from '@/lib/uploads/store-upload';
import { problemResponse } from '@/lib/web/api-route';
import { markBrowser } from '@/lib/web/browser-holder';
import { requestLanguage } from '@/lib/web/language';
import { readMultipart } from '@/lib/web/multipart';
import { countUse } from '@/lib/web/rate-limit';
import { readBytes } from '@/lib/web/read-body';
import { visitorLimitKey } from '@/lib/web/visitor';
import { refusalIn } from '@/lib/words/refusal-in';

/** A file from a page: pasted, dropped or chosen while writing, by a member or by somebody who has yet to say who they
 * are. In the field `file`. */
export async function POST(request: Request): Promise<Response> {
  try {
    const actor = await currentActor();
    const key = actor?.id ?? (await visitorLimitKey());
    await countUse('upload', key);
    if (!actor) await countUse('uploadUnsigned', key);
    const body = await readBytes(request, FILE_MAX + ENVELOPE_MAX);
    const file = readMultipart(body, request.headers.get('content-type')).find(
      (part) => part.name === 'file' && part.fileName !== null,
    );
    if (!file) throw new DoorProblem(422, 'file-missing', 'Choose a file.');
    const who = actor ? { actorId: actor.id, holder: null } : { actorId: null, holder: await markBrowser() };
    const stored = await storeUpload({ bytes: file.bytes, name: file.fileName ?? '' }, who);
    if (!stored.ok) {
      // Shown below the box that the file was given to.
      const words = refusalIn(storeWords[stored.reason], await requestLanguage());
      throw new DoorProblem(storeStatus[stored.reason], stored.reason, words);
    }
    return Response.json(stored.upload, { status: 201, headers: { 'cache-control': 'private, no-store' } });
  } catch (error) {
    return problemResponse(error);
  }
}
