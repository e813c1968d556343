import { type FileHandle, open } from 'node:fs/promises';
import { type IndexedDocument, SearchIndex } from '@/lib/search/hold-index';
import {
  END_MARK,
  type Footer,
  LENGTH_SCALE,
  MADE_BY,
  NUMBERS_PER_DOCUMENT,
  SECTIONS,
  type Section,
} from '@/lib/search/index-file';
import type { Language } from '@/lib/search/languages';
import { FIELDS, LEVELS } from '@/lib/search/rules';
import { Slices } from '@/lib/search/slices';

/** Terms, words or documents taken in before somebody else may have a turn. */
const BATCH = 200;

/**
 * Reads an index that `saveIndex` wrote, in short slices.
 * @param languages of the shop now; an index of others is not used
 * @returns null when there is no file, or it is of another build, other languages, or not whole
 */
export async function loadIndex(
  file: string,
  languages: readonly Language[],
): Promise<{ index: SearchIndex; lastSeq: number } | null> {
  let handle: FileHandle;
  try {
    handle = await open(file, 'r');
  } catch {
    return null;
  }
  try {
    const footer = await readFooter(handle);
    if (!footer || footer.made !== MADE_BY || footer.languages.join() !== languages.join()) return null;
    const index = new SearchIndex(languages);
    await fill(index, await readSections(handle, footer));
    return index.size === footer.documents ? { index, lastSeq: footer.lastSeq } : null;
  } finally {
    await handle.close();
  }
}

async function readFooter(handle: FileHandle): Promise<Footer | null> {
  const { size } = await handle.stat();
  if (size < 8) return null;
  const [length = 0, mark = 0] = numbersIn(await read(handle, size - 8, 8));
  if (mark !== END_MARK || length > size - 8) return null;
  const footer = JSON.parse((await read(handle, size - 8 - length, length)).toString()) as Footer;
  const total = SECTIONS.reduce((sum, name) => sum + footer.bytes[name], 0);
  return total === size - 8 - length ? footer : null;
}

async function readSections(handle: FileHandle, footer: Footer): Promise<Record<Section, Buffer>> {
  const parts: Partial<Record<Section, Buffer>> = {};
  let place = 0;
  for (const name of SECTIONS) {
    parts[name] = await read(handle, place, footer.bytes[name]);
    place += footer.bytes[name];
  }
  return parts as Record<Section, Buffer>;
}

async function read(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  // Not from the shared pool: numbers need their own, aligned memory.
  const buffer = Buffer.from(new ArrayBuffer(length));
  const { bytesRead } = await handle.read(buffer, 0, length, position);
  if (bytesRead !== length) throw new Error('The saved search index is cut off.');
  return buffer;
}

async function fill(index: SearchIndex, parts: Record<Section, Buffer>): Promise<void> {
  const slices = new Slices();
  await fillTerms(index, linesIn(parts.stems), numbersIn(parts.postings), slices);
  const words = linesIn(parts.words);
  const wordTerms = numbersIn(parts.wordTerms);
  for (let at = 0; at < words.length; at += 1) {
    const [word, packed] = [words[at] ?? '', wordTerms[at] ?? 0];
    index.vocabulary.add(word, packed >>> 1);
    if (packed & 1) index.vocabulary.add(word, packed >>> 1);
    if (at % BATCH === 0) await slices.pause();
  }
  await fillDocuments(index, parts, slices);
}

async function fillDocuments(
  index: SearchIndex,
  parts: Record<Section, Buffer>,
  slices: Slices,
): Promise<void> {
  const subjects = linesIn(parts.subjects);
  const facts = numbersIn(parts.documents);
  const chunk = index.tape.adopt(numbersIn(parts.tape));
  let place = 0;
  let batch: IndexedDocument[] = [];
  for (let number = 0; number < subjects.length; number += 1) {
    const own = facts.subarray(number * NUMBERS_PER_DOCUMENT, (number + 1) * NUMBERS_PER_DOCUMENT);
    const [seq = 0, kind = 0, high = 0, low = 0, ...rest] = own;
    const ends = rest.slice(0, FIELDS.length);
    const count = ends.at(-1) ?? 0;
    batch.push({
      number,
      seq,
      kind: kind === 0 ? 'article' : 'thread',
      subjectId: subjects[number] ?? '',
      at: high * 2 ** 32 + low,
      stretch: { chunk, start: place, end: place + count },
      ends,
      length: (rest.at(-1) ?? 0) / LENGTH_SCALE,
    });
    place += count;
    if (batch.length === BATCH || number === subjects.length - 1) {
      index.restoreDocuments(batch);
      batch = [];
      await slices.pause();
    }
  }
}

/** Terms are numbered in the order in which they come, as they were. */
async function fillTerms(
  index: SearchIndex,
  stems: readonly string[],
  all: Uint32Array,
  slices: Slices,
): Promise<void> {
  let place = 0;
  for (const stem of stems) {
    const counts = all.subarray(place, place + LEVELS);
    place += LEVELS;
    const levels = new Array<number[]>(LEVELS);
    counts.forEach((count, level) => {
      if (count > 0) levels[level] = exactly(all, place, count);
      place += count;
    });
    index.restoreTerm(stem, levels);
    await slices.pause();
  }
}

/** An array without the spare room that growing ones have: there is one for each word and level. */
function exactly(all: Uint32Array, from: number, count: number): number[] {
  const list = new Array<number>(count);
  for (let i = 0; i < count; i += 1) list[i] = all[from + i] ?? 0;
  return list;
}

function linesIn(buffer: Buffer): string[] {
  const texts = buffer.toString().split('\n');
  texts.pop();
  return texts;
}

function numbersIn(buffer: Buffer): Uint32Array {
  return new Uint32Array(buffer.buffer, buffer.byteOffset, buffer.byteLength / 4);
}
