import { createHash } from 'node:crypto';
import { DAY, later, MINUTE, now, SECOND } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { isUniqueViolation } from '@/lib/db/transaction';
import { DoorProblem } from '@/lib/errors';
import { newId } from '@/lib/ids';
import type { PlainAnswer } from '@/lib/web/api-route';

/** Answers are kept this long, as long as the field's practice (Stripe: at least 24 h). */
const KEEP = DAY;

/** A request without an answer after this long was lost with its process: the server ends every request after a minute.
 * The same one may then be worked on again; the commands themselves do nothing twice. */
const LEASE = 2 * MINUTE;

/** The same request sent twice at once waits this long for the answer of the first, looking this often. */
const WAIT = 10 * SECOND;
const LOOK = 50;

/** Gives the first answer again for the same key and request; 409 for another request with the key, or when the first is
 * still being worked on after a while.
 * @param request what makes two requests the same: method, address, body */
export async function rememberAnswer(
  actorKey: string,
  key: string,
  request: string[],
  perform: () => Promise<PlainAnswer>,
): Promise<PlainAnswer> {
  const requestHash = createHash('sha256').update(JSON.stringify(request)).digest('base64url');
  const id = newId();
  const until = Date.now() + WAIT;
  while (!(await take({ id, actorKey, key, requestHash }))) {
    const answer = await firstAnswer(actorKey, key, requestHash);
    if (answer) return answer;
    if (Date.now() > until) {
      throw new DoorProblem(
        409,
        'idempotency-key-in-use',
        'The first request with this Idempotency-Key is still being worked on. Try again in a moment.',
      );
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK));
  }
  try {
    const answer = await perform();
    await db.idempotentAnswer.updateMany({
      where: { id },
      data: { status: answer.status, body: answer.body },
    });
    return answer;
  } catch (error) {
    // Nothing was done under this key: the next try may start afresh.
    await db.idempotentAnswer.deleteMany({ where: { id } });
    throw error;
  }
}

/** @returns whether the key is now taken for this request, and nobody else works under it */
async function take(row: {
  id: string;
  actorKey: string;
  key: string;
  requestHash: string;
}): Promise<boolean> {
  const at = now();
  await db.idempotentAnswer.deleteMany({
    where: {
      actorKey: row.actorKey,
      key: row.key,
      OR: [{ createdAt: { lt: later(at, -KEEP) } }, { status: null, createdAt: { lt: later(at, -LEASE) } }],
    },
  });
  try {
    await db.idempotentAnswer.create({ data: { ...row, createdAt: at } });
    return true;
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return false;
  }
}

/** @returns null while there is none */
async function firstAnswer(actorKey: string, key: string, requestHash: string): Promise<PlainAnswer | null> {
  const first = await db.idempotentAnswer.findUnique({ where: { actorKey_key: { actorKey, key } } });
  if (first && first.requestHash !== requestHash) {
    throw new DoorProblem(
      409,
      'idempotency-key-reused',
      'This Idempotency-Key was used for another request.',
    );
  }
  if (!first || first.status === null || first.body === null) return null;
  return { status: first.status, body: first.body, problem: first.status >= 400 };
}
