import { AsyncLocalStorage } from 'node:async_hooks';
import { processWide } from '@/lib/db/process-wide';

/** How many statements a piece of work has sent to the database so far. */
export type StatementCount = { statements: number };

const counts = processWide('count-statements', () => new AsyncLocalStorage<StatementCount>());

/** Runs `work` and counts what it asks of the database, in `count` as it goes. */
export function countStatements<T>(count: StatementCount, work: () => T): T {
  return counts.run(count, work);
}

/** Called by the adapters for each statement that does something; BEGIN and COMMIT are not asked for and not counted. */
export function noteStatement(): void {
  const count = counts.getStore();
  if (count) count.statements += 1;
}
