import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { IndexedDocument, SearchIndex } from '@/lib/search/hold-index';
import {
  END_MARK,
  type Footer,
  LENGTH_SCALE,
  MADE_BY,
  NUMBERS_PER_DOCUMENT,
  SECTIONS,
  type Section,
} from '@/lib/search/index-file';
import { LEVELS } from '@/lib/search/rules';
import { Slices } from '@/lib/search/slices';

/** Bytes written at a time. */
const PIECE = 1 << 20;

/**
 * Writes an index to a file that `loadIndex` reads, in short slices so that nobody waits, and all or nothing: it replaces
 * the old file at the end. The index may change meanwhile: what it holds at the call is written, since documents are only
 * ever passed over and terms only ever added.
 * @param lastSeq the highest row taken in
 */
export async function saveIndex(index: SearchIndex, lastSeq: number, file: string): Promise<void> {
  const content = contentOf(index);
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}`;
  const handle = await open(draft, 'w', 0o600);
  const slices = new Slices();
  const bytes = Object.fromEntries(SECTIONS.map((name) => [name, 0])) as Record<Section, number>;
  try {
    for (const section of SECTIONS) {
      let pieces: Buffer[] = [];
      let waiting = 0;
      for (const piece of content[section]()) {
        pieces.push(piece);
        waiting += piece.length;
        bytes[section] += piece.length;
        if (waiting >= PIECE) {
          await handle.appendFile(Buffer.concat(pieces));
          pieces = [];
          waiting = 0;
        }
        await slices.pause();
      }
      await handle.appendFile(Buffer.concat(pieces));
    }
    const { languages } = index;
    const documents = bytes.documents / (4 * NUMBERS_PER_DOCUMENT);
    const footer: Footer = { made: MADE_BY, languages, lastSeq, documents, bytes };
    const text = Buffer.from(JSON.stringify(footer));
    await handle.appendFile(Buffer.concat([text, numbers([text.length, END_MARK])]));
    await handle.sync();
    await rename(draft, file);
  } finally {
    await handle.close();
    await rm(draft, { force: true });
  }
}

/** Stands for the place of a document that is passed over. */
const GONE = -1;

/** What each section consists of, fixed at this moment. */
function contentOf(index: SearchIndex): Record<Section, () => Generator<Buffer>> {
  const docs = index.documents();
  const places = new Int32Array(1 + (docs.at(-1)?.number ?? -1)).fill(GONE);
  docs.forEach((doc, place) => {
    places[doc.number] = place;
  });
  const terms = Array.from({ length: index.termCount - 1 }, (_, i) => i + 1);
  const words = [...index.vocabulary.entries()];
  return {
    stems: () => inBatches(terms, (batch) => lines(batch.map((term) => index.stemOf(term)))),
    words: () => inBatches(words, (batch) => lines(batch.map(({ word }) => word))),
    wordTerms: () =>
      inBatches(words, (batch) => numbers(batch.map((known) => 2 * known.term + Number(known.isFrequent)))),
    subjects: () => inBatches(docs, (batch) => lines(batch.map((doc) => doc.subjectId))),
    documents: () => inBatches(docs, (batch) => numbers(batch.flatMap(numbersOf))),
    tape: () => inBatches(docs, (batch) => Buffer.concat(batch.map((doc) => termsOf(index, doc)))),
    postings: () =>
      inBatches(terms, (batch) => Buffer.concat(batch.map((term) => postings(index, term, places)))),
  };
}

/** Terms or documents put into one piece. */
const BATCH = 50;

function* inBatches<T>(all: readonly T[], write: (batch: readonly T[]) => Buffer): Generator<Buffer> {
  for (let from = 0; from < all.length; from += BATCH) yield write(all.slice(from, from + BATCH));
}

function termsOf(index: SearchIndex, doc: IndexedDocument): Buffer {
  const terms = index.tape.read(doc.stretch);
  return Buffer.from(terms.buffer, terms.byteOffset, terms.byteLength);
}

/** Words have no line ends in them, so a line each is all it takes. */
function lines(texts: readonly string[]): Buffer {
  return Buffer.from(texts.map((text) => `${text}\n`).join(''));
}

function numbers(values: readonly number[]): Buffer {
  return Buffer.from(Uint32Array.from(values).buffer);
}

function numbersOf(doc: IndexedDocument): number[] {
  const kind = doc.kind === 'article' ? 0 : 1;
  const [high, low] = [Math.floor(doc.at / 2 ** 32), doc.at % 2 ** 32];
  const made = [doc.seq, kind, high, low, ...doc.ends, Math.round(doc.length * LENGTH_SCALE)];
  if (made.length !== NUMBERS_PER_DOCUMENT)
    throw new Error('A document has more fields than the file keeps.');
  return made;
}

/** How many documents each level has, then their places in the file; passed-over ones are left behind. */
function postings(index: SearchIndex, term: number, places: Int32Array): Buffer {
  const levels = index.postingsOf(term);
  const listed = levels.reduce((sum, list) => sum + list.length, 0);
  const all = new Uint32Array(LEVELS + listed);
  let end = LEVELS;
  levels.forEach((list, level) => {
    const begin = end;
    for (const number of list) {
      // Numbers from beyond the list came after this moment.
      const place = places[number] ?? GONE;
      if (place === GONE) continue;
      all[end] = place;
      end += 1;
    }
    all[level] = end - begin;
  });
  return Buffer.from(all.buffer, 0, 4 * end);
}
