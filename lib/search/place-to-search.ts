import { config } from '@/lib/config';
import { db } from '@/lib/db/client';
import { processWide } from '@/lib/db/process-wide';
import { messageOf } from '@/lib/errors';
import { log } from '@/lib/log';
import type { SearchIndex } from '@/lib/search/hold-index';
import { type Question, type Reading, readQuestion } from '@/lib/search/read-question';
import type { SearchKind } from '@/lib/search/schema';
import {
  askDatabase,
  freshenDatabase,
  isDatabaseComplete,
  noteDatabaseChange,
} from '@/lib/search/search-database';
import { forgetIndex, freshIndex, noteMemoryChange } from '@/lib/search/sync';

/** Where this process searches; decided when somebody searches first, and once more when memory has become too small. */
type State = { isLarge: Promise<boolean> | null; hasMemory: boolean };

function state(): State {
  return processWide('search-place', () => ({ isLarge: null, hasMemory: false }));
}

/** Reads a question where this shop is searched: in memory, or, when it has more than `SEARCH_MEMORY_DOCUMENTS`, in the
 * database. @returns the question and an index in which to rank it */
export async function askWhereSearched(
  query: string,
  reading: Reading,
  kind: SearchKind | null,
): Promise<{ question: Question; index: SearchIndex }> {
  if (await isInDatabase()) return askDatabase(query, reading, kind);
  const index = await freshIndex();
  return { question: readQuestion(query, index, reading), index };
}

/** Begins reading in the background; called when a process begins. */
export function warmSearch(): void {
  const warm = async () => {
    if (await isInDatabase()) await freshenDatabase();
    else await freshIndex();
  };
  warm().catch((error: unknown) => log.warn('search.warm-failed', { error: messageOf(error) }));
}

/** Tells this process that a row was written, so that its next search looks at once. */
export function noteIndexChange(): void {
  noteMemoryChange();
  noteDatabaseChange();
}

async function isInDatabase(): Promise<boolean> {
  const here = state();
  here.isLarge ??= isTooLarge().catch((error: unknown) => {
    here.isLarge = null;
    throw error;
  });
  if (!(await here.isLarge)) {
    const index = await freshIndex();
    here.hasMemory = true;
    if (index.size <= config().searchMemoryDocuments) return false;
    tellOfChange(index.size);
    here.isLarge = Promise.resolve(true);
  }
  if (!here.hasMemory) return true;
  // Memory answers as before until the database can.
  await freshenDatabase();
  if (!isDatabaseComplete()) return false;
  here.hasMemory = false;
  forgetIndex();
  return true;
}

/** Counting the living needs a look at every row, so all are counted first, which an index answers. */
async function isTooLarge(): Promise<boolean> {
  const limit = config().searchMemoryDocuments;
  if ((await db.searchDocument.count()) <= limit) return false;
  const living = await db.searchDocument.count({ where: { removed: false } });
  if (living <= limit) return false;
  tellOfChange(living);
  return true;
}

function tellOfChange(documents: number): void {
  log.info('search.in-database', { documents, limit: config().searchMemoryDocuments });
}
