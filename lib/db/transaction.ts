import type { Prisma } from '@/lib/db/client';
import { db } from '@/lib/db/client';
import { isConflict, isUniqueViolation, neverBegan } from '@/lib/db/failures';
import { runInsideTransaction } from '@/lib/db/inside-transaction';
import { processWide } from '@/lib/db/process-wide';

export { isBusy, isConflict, isUniqueViolation, uniqueViolationOn } from '@/lib/db/failures';

/** The inside of a transaction: everything `db` can do, as one. */
export type Tx = Prisma.TransactionClient;

type Callback = () => void | Promise<void>;

/** Six tries: with the pauses below about half a second, enough for conflicts, too short to hide a stuck database. */
const TRIES = 6;

/** No new try after this long, milliseconds: a request waits at most about twice this for a locked database. */
const ENOUGH_MS = 10_000;

/** See `isWorthAnotherTry`. */
const UNIQUE_TRIES = 2;

const callbacksOf = processWide('after-commit', () => new WeakMap<Tx, Callback[]>());

/** Runs `work` in one transaction: all of its writes are committed together or none is.
 *
 * `work` may run several times (another process or transaction was in the way), so it must do nothing but use `tx`: no
 * mail, no network, no `db`. An error that leaves it rolls everything back; an error of a statement must leave it.
 *
 * On SQLite transactions run one after the other. On PostgreSQL (read committed) others commit between two statements of
 * `work`: decide about a row only after writing to it, which locks it (`lockVersion: { increment: 1 }`), or count with
 * `increment`; what is read before may be old by the time it is written. */
export async function transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  const started = Date.now();
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await runOnce(work);
    } catch (error) {
      const enough = attempt === TRIES || Date.now() - started > ENOUGH_MS;
      if (enough || !isWorthAnotherTry(error, attempt)) throw error;
    }
    await pause(attempt);
  }
}

/** Has `callback` run once after the transaction of `tx` was really committed; never after a rollback. What it throws
 * is reported as a warning of the process, because the transaction has already succeeded. */
export function afterCommit(tx: Tx, callback: Callback): void {
  const callbacks = callbacksOf.get(tx);
  if (!callbacks) throw new Error('afterCommit wants the `tx` that transaction(…) gave out.');
  callbacks.push(callback);
}

async function runOnce<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  const callbacks: Callback[] = [];
  const result = await db.$transaction((tx) => {
    callbacksOf.set(tx, callbacks);
    return runInsideTransaction(() => work(tx));
  });
  for (const callback of callbacks) await runSafely(callback);
  return result;
}

async function runSafely(callback: Callback): Promise<void> {
  try {
    await callback();
  } catch (error) {
    process.emitWarning(error instanceof Error ? error : String(error));
  }
}

/** A conflict is, and a transaction that never began; and, once or twice, a unique violation: Prisma's `upsert` is a look and then an insert, so two at the
 * same moment collide, and the second look finds what the other wrote. A value that is really taken fails again. */
function isWorthAnotherTry(error: unknown, attempt: number): boolean {
  return isConflict(error) || neverBegan(error) || (attempt <= UNIQUE_TRIES && isUniqueViolation(error));
}

/** Exponential with full jitter, so that two which collided do not collide again in step. */
function pause(attempt: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 5 + Math.random() * 10 * 2 ** attempt));
}
