import { createHash } from 'node:crypto';
import { DAY, now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { isUniqueViolation } from '@/lib/db/transaction';
import { DoorProblem } from '@/lib/errors';
import { newId } from '@/lib/ids';
import type { PlainAnswer } from '@/lib/web/api-route';

/** Answers are kept this long, as long as the field's practice (Stripe: at least 24 h). */
const KEEP = DAY;

/** Gives the first answer again for the same key and request; 409 for another request with the key, or while the first
 * is still being worked on.
 * @param request what makes two requests the same: method, address, body */
export async function rememberAnswer(
  actorKey: string,
  key: string,
  request: string[],
  perform: () => Promise<PlainAnswer>,
): Promise<PlainAnswer> {
  const requestHash = createHash('sha256').update(JSON.stringify(request)).digest('base64url');
  const where = { actorKey_key: { actorKey, key } };
  await db.idempotentAnswer.deleteMany({
    where: { actorKey, key, createdAt: { lt: new Date(now().getTime() - KEEP) } },
  });
  try {
    await db.idempotentAnswer.create({ data: { id: newId(), actorKey, key, requestHash, createdAt: now() } });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return firstAnswer(await db.idempotentAnswer.findUnique({ where }), requestHash);
  }
  try {
    const answer = await perform();
    await db.idempotentAnswer.update({ where, data: { status: answer.status, body: answer.body } });
    return answer;
  } catch (error) {
    // Nothing was done under this key: the next try may start afresh.
    await db.idempotentAnswer.deleteMany({ where: { actorKey, key } });
    throw error;
  }
}

function firstAnswer(
  first: { requestHash: string; status: number | null; body: string | null } | null,
  hash: string,
): PlainAnswer {
  if (first && first.requestHash !== hash) {
    throw new DoorProblem(
      409,
      'idempotency-key-reused',
      'This Idempotency-Key was used for another request.',
    );
  }
  if (!first || first.status === null || first.body === null) {
    throw new DoorProblem(
      409,
      'idempotency-key-in-use',
      'The first request with this Idempotency-Key is still being worked on. Try again in a moment.',
    );
  }
  return { status: first.status, body: first.body, problem: first.status >= 400 };
}
