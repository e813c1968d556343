import path from 'node:path';
import { MINUTE, now } from '@/lib/clock';
import { config } from '@/lib/config';
import { db } from '@/lib/db/client';
import { processWide, takeProcessWide } from '@/lib/db/process-wide';
import { messageOf } from '@/lib/errors';
import { log } from '@/lib/log';
import { SearchIndex } from '@/lib/search/hold-index';
import { loadIndex } from '@/lib/search/load-index';
import { searchSettings } from '@/lib/search/queries';
import { catchUp, compareWithRows, type Following, followingOf } from '@/lib/search/read-rows';
import { saveIndex } from '@/lib/search/save-index';
import { bytesOf } from '@/lib/search/weigh-index';

type State = {
  following: Following;
  lastLook: number;
  /** This process has written since. */
  isStale: boolean;
  /** Everything that was committed when the process began has been read. */
  isComplete: boolean;
  running: Promise<void> | null;
  /** An index being made anew beside the one that answers. */
  remaking: Promise<void> | null;
  loading: Promise<void> | null;
  /** Changes since the index was saved. */
  unsaved: number;
  lastSave: number;
};

/** What other processes wrote is seen after at most this long, when somebody searches. */
const LOOK_EVERY_MS = 500;
/** A search during the first reading answers from what is there rather than keeping somebody waiting. */
const PATIENCE_MS = 1_500;
/** A busy shop writes its index to disk this often; a start after a crash reads what came after from the rows. */
const SAVE_EVERY_MS = 5 * MINUTE;
/** … and after as many changes at once as take a while to read again. */
const SAVE_FROM = 1_000;

const NAME = 'search-index';

function state(): State {
  return processWide(NAME, () => ({
    following: followingOf(new SearchIndex()),
    lastLook: 0,
    isStale: true,
    isComplete: false,
    running: null,
    remaking: null,
    loading: null,
    unsaved: 0,
    lastSave: now().getTime(),
  }));
}

/** The index of this process with everything that was committed up to now by it, and by others a moment ago. */
export async function freshIndex(): Promise<SearchIndex> {
  const here = state();
  here.loading ??= load(here);
  await here.loading;
  const isDue = here.isStale || now().getTime() - here.lastLook >= LOOK_EVERY_MS;
  if (isDue && !here.running) begin(here);
  if (here.running && here.isComplete) await here.running;
  else if (here.running) await Promise.race([here.running, pause(PATIENCE_MS)]);
  // What was written while the last look was under way needs a look of its own.
  if (here.isStale && here.isComplete && !here.running) {
    begin(here);
    await here.running;
  }
  return here.following.index;
}

/** Tells this process that a row was written, so that its next search looks at once. */
export function noteMemoryChange(): void {
  state().isStale = true;
}

/** How large the index of this process is by now. @returns bytes: about */
export function indexSize(): { documents: number; bytes: number } {
  const { index } = state().following;
  return { documents: index.size, bytes: bytesOf(index) };
}

/** Lets the index go, when the database has taken its place. */
export function forgetIndex(): void {
  takeProcessWide(NAME);
}

/** Saves what has changed; called when a process stops. */
export async function saveOnStop(): Promise<void> {
  const here = state();
  if (here.isComplete && here.unsaved > 0) await save(here);
}

function indexFile(): string {
  return path.join(config().dataDir, 'search', 'index.bin');
}

/** Takes what was saved, unless the rows say that it cannot be of this database. */
async function load(here: State): Promise<void> {
  const begun = performance.now();
  const { languages } = await searchSettings();
  here.following = followingOf(new SearchIndex(languages));
  try {
    const saved = await loadIndex(indexFile(), languages);
    const newest = await db.searchDocument.aggregate({ _max: { seq: true } });
    if (!saved || saved.lastSeq > (newest._max.seq ?? 0)) return;
    here.following = followingOf(saved.index, saved.lastSeq);
    here.lastSave = now().getTime();
    const ms = Math.round(performance.now() - begun);
    log.info('search.loaded', { documents: saved.index.size, ms });
    void compare(here);
  } catch (error) {
    log.warn('search.load-failed', { error: messageOf(error) });
  }
}

async function compare(here: State): Promise<void> {
  try {
    const differing = await compareWithRows(here.following);
    here.unsaved += differing;
    if (differing > 0) log.info('search.mended', { documents: differing });
  } catch (error) {
    log.warn('search.compare-failed', { error: messageOf(error) });
  }
}

function begin(here: State): void {
  here.isStale = false;
  here.lastLook = now().getTime();
  here.running = catchUp(here.following)
    .then((changed) => {
      here.unsaved += changed;
      here.isComplete = true;
      afterwards(here);
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

/** What may be done while nobody waits for it. */
function afterwards(here: State): void {
  if (here.remaking) return;
  const isLong = here.unsaved > 0 && now().getTime() - here.lastSave >= SAVE_EVERY_MS;
  here.remaking = maintain(here, isLong || here.unsaved >= SAVE_FROM)
    .catch((error: unknown) => log.warn('search.upkeep-failed', { error: messageOf(error) }))
    .finally(() => {
      here.remaking = null;
    });
}

/** Makes a worn index, or one of other languages, anew beside the one that answers, and saves what has changed. */
async function maintain(here: State, isSaveDue: boolean): Promise<void> {
  const { languages } = await searchSettings();
  const { index } = here.following;
  if (index.isWorn || index.languages.join() !== languages.join()) {
    const anew = followingOf(new SearchIndex(languages));
    while ((await catchUp(anew)) > 0);
    here.following = anew;
    here.unsaved += 1;
  }
  if (isSaveDue) await save(here);
}

async function save(here: State): Promise<void> {
  const { following, unsaved } = here;
  const begun = performance.now();
  here.lastSave = now().getTime();
  await saveIndex(following.index, following.lastSeq, indexFile());
  here.unsaved -= unsaved;
  log.info('search.saved', { documents: following.index.size, ms: Math.round(performance.now() - begun) });
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
