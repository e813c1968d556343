import { MINUTE, now } from '@/lib/clock';
import { processWide } from '@/lib/db/process-wide';
import { messageOf } from '@/lib/errors';
import { log } from '@/lib/log';
import { candidatesFor, documentsWith, sizeOfCollection, tellUnknown } from '@/lib/search/ask-full-text';
import { makeFullText, SENTENCE_MARK, takeIntoFullText } from '@/lib/search/full-text-rows';
import { type KeptDocument, PartialIndex } from '@/lib/search/hold-part';
import { searchSettings } from '@/lib/search/queries';
import { type Question, type Reading, readQuestion } from '@/lib/search/read-question';
import type { SearchKind } from '@/lib/search/schema';

type State = {
  /** Whether spelling has all that it can use; known once the tables are made. */
  made: Promise<boolean> | null;
  running: Promise<void> | null;
  isStale: boolean;
  /** Everything that was there when the process began has been taken in. */
  isComplete: boolean;
  lastLook: number;
  lastSeq: number;
  languages: string;
  /** How many documents have a stem, for judging candidates: a few more or less change no rank. */
  counts: Map<string, number>;
  countsSince: number;
};

/** What other processes wrote is seen after at most this long, when somebody searches. */
const LOOK_EVERY_MS = 500;
/** Nobody is kept waiting longer for what is still being taken in. */
const PATIENCE_MS = 1_500;
const COUNTS_FOR_MS = 10 * MINUTE;
const COUNTS_MAX = 200_000;
/** Stems, then what begins so or was misspelt, then the stems of that: no question needs more rounds. */
const ROUNDS_MAX = 6;

function state(): State {
  return processWide('search-database', () => ({
    made: null,
    running: null,
    isStale: true,
    isComplete: false,
    lastLook: 0,
    lastSeq: 0,
    languages: '',
    counts: new Map(),
    countsSince: 0,
  }));
}

/**
 * Search where everything is too much for memory: the database's full-text index offers candidates, and an index of these
 * alone, told what is true of the whole collection, is what the ranker ranks.
 */
export async function askDatabase(
  query: string,
  reading: Reading,
  kind: SearchKind | null,
): Promise<{ question: Question; index: PartialIndex }> {
  const isSpellingMade = await freshenDatabase();
  const { languages } = await searchSettings();
  const index = new PartialIndex(languages, await sizeOfCollection());
  let question = readQuestion(query, index, reading);
  for (let round = 0; round < ROUNDS_MAX && (await tellUnknown(index, isSpellingMade)); round += 1) {
    question = readQuestion(query, index, reading);
  }
  if (question.slots.length === 0) return { question, index };
  const candidates = await candidatesFor(question, index, kind);
  await tellOfCandidates(candidates, question, index);
  for (const candidate of candidates) index.putKept(candidate);
  return { question, index };
}

/** Whether everything that was there when the process began can be found through the database. */
export function isDatabaseComplete(): boolean {
  return state().isComplete;
}

/** Tells this process that a row was written, so that its next search looks at once. */
export function noteDatabaseChange(): void {
  state().isStale = true;
}

/** Takes in what is new. @returns whether spelling has all that it can use */
export async function freshenDatabase(): Promise<boolean> {
  const here = state();
  here.made ??= makeFullText().catch((error: unknown) => {
    here.made = null;
    throw error;
  });
  const isSpellingMade = await here.made;
  const until = now().getTime() + PATIENCE_MS;
  // What was written while a look was under way needs a look of its own.
  while (isDue(here) || here.running) {
    here.running ??= look(here);
    const left = until - now().getTime();
    if (left <= 0 || !(await isOverWithin(here.running, left))) break;
  }
  return isSpellingMade;
}

function isDue(here: State): boolean {
  return here.isStale || now().getTime() - here.lastLook >= LOOK_EVERY_MS;
}

async function look(here: State): Promise<void> {
  here.isStale = false;
  const begun = performance.now();
  try {
    const { languages } = await searchSettings();
    const isAnew = here.languages !== languages.join();
    here.lastSeq = await takeIntoFullText(isAnew ? 0 : here.lastSeq, languages);
    here.languages = languages.join();
    if (!here.isComplete) {
      here.isComplete = true;
      const { size } = await sizeOfCollection();
      log.info('search.database-ready', { documents: size, ms: Math.round(performance.now() - begun) });
    }
  } catch (error) {
    // What was taken in still answers; a search after the usual pause tries again.
    log.warn('search.database-sync-failed', { error: messageOf(error) });
  } finally {
    here.lastLook = now().getTime();
    here.running = null;
  }
}

async function isOverWithin(work: Promise<void>, ms: number): Promise<boolean> {
  const pause = new Promise<boolean>((resolve) => setTimeout(resolve, ms, false).unref());
  return Promise.race([work.then(() => true), pause]);
}

/** Tells the index of the words that the judge weighs the question's against: those of titles, and of sentences that have
 * a word of the question. */
async function tellOfCandidates(
  candidates: readonly KeptDocument[],
  question: Question,
  index: PartialIndex,
): Promise<void> {
  const here = state();
  const at = now().getTime();
  if (at - here.countsSince > COUNTS_FOR_MS || here.counts.size > COUNTS_MAX) {
    here.counts = new Map();
    here.countsSince = at;
  }
  const { counts } = here;
  const wanted = new Set<string>();
  for (const { fields } of candidates) {
    const [title = '', ...others] = fields;
    for (const stem of title.split(' ')) wanted.add(stem);
    for (const text of others) {
      for (const sentence of text.split(` ${SENTENCE_MARK} `)) {
        const stems = sentence.split(' ');
        if (stems.some((stem) => question.stems.has(stem))) for (const stem of stems) wanted.add(stem);
      }
    }
  }
  const unknown = [...wanted].filter((stem) => !index.knows(stem) && !counts.has(stem));
  for (const [stem, documents] of await documentsWith(unknown)) counts.set(stem, documents);
  for (const stem of wanted) {
    const documents = counts.get(stem);
    if (documents && !index.knows(stem)) index.tell(stem, documents);
  }
}
