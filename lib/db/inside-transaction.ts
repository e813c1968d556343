import { AsyncLocalStorage } from 'node:async_hooks';
import { processWide } from '@/lib/db/process-wide';

const inside = processWide('inside-transaction', () => new AsyncLocalStorage<{ running: boolean }>());

/** Runs the body of a transaction so that a write which forgets `tx` can be recognised. */
export async function runInsideTransaction<T>(work: () => Promise<T>): Promise<T> {
  const body = { running: true };
  try {
    return await inside.run(body, work);
  } finally {
    // What was started inside and lives on (a timer, a loop) may write as it likes.
    body.running = false;
  }
}

/** Called before a write (or a BEGIN) that does not belong to a transaction. Inside the body of one it would wait for
 * its own writer lock on SQLite, and be committed apart from its transaction on PostgreSQL.
 * @throws Error naming the mistake */
export function refuseWriteBesideTransaction(): void {
  if (inside.getStore()?.running) {
    throw new Error(
      'A write inside transaction(…) went to `db` instead of `tx`. Pass `tx` on and write through it.',
    );
  }
}
