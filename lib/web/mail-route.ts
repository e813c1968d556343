import { config } from '@/lib/config';
import { DoorProblem } from '@/lib/errors';
import { MAIL_MAX } from '@/lib/inbound-mail/schema';
import { sameSecret } from '@/lib/secrets';
import { problemResponse } from '@/lib/web/api-route';
import { addressKey, countUse } from '@/lib/web/rate-limit';
import { readBytes } from '@/lib/web/read-body';

/** The door for mails that a mail server hands over: the raw mail as the body, the shared secret as a bearer token. What was
 * understood answers 200, posted or not, so that nobody sends it again. */
export function mailRoute(takeIn: (raw: Buffer) => Promise<{ outcome: string; reason: string }>) {
  return async (request: Request): Promise<Response> => {
    try {
      await countUse('webhook', addressKey(request.headers.get('x-porchlight-address') ?? 'unknown'));
      const { inboundMail } = config();
      if (inboundMail?.kind !== 'webhook') {
        throw new DoorProblem(404, 'not-found', 'Replies by mail are not taken in here.');
      }
      const given = /^Bearer (\S{1,500})$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? '';
      if (!sameSecret(given, inboundMail.secret)) {
        throw new DoorProblem(401, 'secret-wrong', 'Send the secret: Authorization: Bearer …');
      }
      const taken = await takeIn(await readBytes(request, MAIL_MAX));
      return Response.json(taken, { headers: { 'cache-control': 'no-store' } });
    } catch (error) {
      return problemResponse(error);
    }
  };
}
