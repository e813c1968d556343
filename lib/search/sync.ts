import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { processWide } from '@/lib/db/process-wide';
import { messageOf } from '@/lib/errors';
import { log } from '@/lib/log';
import { SearchIndex } from '@/lib/search/hold-index';

type State = {
  index: SearchIndex;
  /** The highest row taken in. */
  lastSeq: number;
  /** Rows taken in near `lastSeq`. */
  taken: Set<number>;
  lastLook: number;
  /** This process has written since. */
  isStale: boolean;
  isComplete: boolean;
  running: Promise<void> | null;
};

/** What other processes wrote is seen after at most this long, when somebody searches. */
const LOOK_EVERY_MS = 500;
/** On PostgreSQL a number may be committed after a higher one: so many below the highest are looked for again. */
const OVERLAP = 500;
const SLICE = 100;
/** Taking rows in pauses this often, so that a page waits for it no longer. */
const BUSY_MS = 12;
/** A search during the first reading answers from what is there rather than keeping somebody waiting. */
const PATIENCE_MS = 1_500;

function state(): State {
  return processWide('search-index', () => ({
    index: new SearchIndex(),
    lastSeq: 0,
    taken: new Set<number>(),
    lastLook: 0,
    isStale: true,
    isComplete: false,
    running: null,
  }));
}

/** The index of this process with everything that was committed up to now by it, and by others a moment ago. */
export async function freshIndex(): Promise<SearchIndex> {
  const here = state();
  const isDue = here.isStale || now().getTime() - here.lastLook >= LOOK_EVERY_MS;
  if (isDue && !here.running) begin(here);
  if (here.running && here.isComplete) await here.running;
  else if (here.running) await Promise.race([here.running, pause(PATIENCE_MS)]);
  // What was written while the last look was under way needs a look of its own.
  if (here.isStale && here.isComplete && !here.running) {
    begin(here);
    await here.running;
  }
  return here.index;
}

/** Tells this process that a row was written, so that its next search looks at once. */
export function noteIndexChange(): void {
  state().isStale = true;
}

/** Begins reading the rows in the background; called when a process begins. */
export function warmIndex(): void {
  freshIndex().catch((error: unknown) => log.warn('search.warm-failed', { error: messageOf(error) }));
}

function begin(here: State): void {
  here.isStale = false;
  here.lastLook = now().getTime();
  here.running = catchUp(here)
    .then(() => {
      here.isComplete = true;
    })
    .catch((error: unknown) => {
      // The old index still answers; the next search tries again.
      here.isStale = true;
      log.warn('search.sync-failed', { error: messageOf(error) });
    })
    .finally(() => {
      here.running = null;
    });
}

async function catchUp(here: State): Promise<void> {
  const found = await db.searchDocument.findMany({
    where: { seq: { gt: here.lastSeq - OVERLAP } },
    select: { seq: true },
    orderBy: { seq: 'asc' },
  });
  const wanted = found.map((row) => row.seq).filter((seq) => !here.taken.has(seq));
  for (let from = 0; from < wanted.length; from += SLICE) {
    await takeIn(here, wanted.slice(from, from + SLICE));
  }
  for (const seq of here.taken) if (seq <= here.lastSeq - OVERLAP) here.taken.delete(seq);
}

async function takeIn(here: State, seqs: number[]): Promise<void> {
  const rows = await db.searchDocument.findMany({
    where: { seq: { in: seqs } },
    orderBy: { seq: 'asc' },
    omit: { at: true },
  });
  let since = performance.now();
  for (const row of rows) {
    if (row.removed) here.index.remove(row.kind, row.subjectId);
    else here.index.put(row);
    if (performance.now() - since > BUSY_MS) {
      await breathe();
      since = performance.now();
    }
  }
  for (const seq of seqs) {
    here.taken.add(seq);
    here.lastSeq = Math.max(here.lastSeq, seq);
  }
}

function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
