import { DoorProblem, type Outcome } from '@/lib/errors';
import { problemResponse } from '@/lib/web/api-route';
import { addressKey, countUse } from '@/lib/web/rate-limit';
import { BODY_MAX, readBody } from '@/lib/web/read-body';

type TakeIn = (
  provider: string,
  rawBody: string,
  headers: Record<string, string>,
) => Promise<Outcome<{ effect: string }, 'unknown-provider' | 'bad-signature' | 'provider-unreachable'>>;

/** The provider comes again by itself; this says not to do it at once. */
const RETRY_SECONDS = 30;

/** The door for signed messages of payment providers: the body is read whole and raw, because the signature is over its
 * bytes. Repeats and what does not concern us answer 200, so that nobody sends it again for days. */
export function webhookRoute(takeIn: TakeIn, maxBytes = BODY_MAX) {
  return async (request: Request, context: { params: Promise<{ provider: string }> }): Promise<Response> => {
    try {
      await countUse('webhook', addressKey(request.headers.get('x-porchlight-address') ?? 'unknown'));
      const { provider } = await context.params;
      const rawBody = await readBody(request, maxBytes);
      const taken = await takeIn(provider, rawBody, Object.fromEntries(request.headers));
      if (taken.ok) return Response.json({ received: true, effect: taken.effect });
      if (taken.reason === 'unknown-provider') {
        throw new DoorProblem(404, 'unknown-provider', 'There is no such payment provider here.');
      }
      if (taken.reason === 'provider-unreachable') {
        const words = 'We could not ask the payment provider about this. Please send it again.';
        throw new DoorProblem(503, 'provider-unreachable', words, {}, RETRY_SECONDS);
      }
      throw new DoorProblem(400, 'bad-signature', 'The signature does not fit this body, or is too old.');
    } catch (error) {
      return problemResponse(error);
    }
  };
}
