import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import type { Doc } from './engines/engine';
import { newIndex, type OurIndex, saved } from './engines/ours';
import type { ChildAnswer, FillAnswer } from './measure-scale';
import { timeQueries } from './measure-speed';
import { resample } from './resample';
import { readSets } from './sets';

/** One measurement in a process that has done nothing else: `fill SETS DOCUMENTS FILE` or `load FILE QUERY`. Answers its
 * parent with a message. */
async function main(): Promise<void> {
  const [task, ...args] = process.argv.slice(2);
  const answer: ChildAnswer = task === 'load' ? await load(args) : await fill(args);
  await new Promise<void>((resolve) => process.send?.(answer, () => resolve()));
  process.disconnect();
}

async function fill([folder = '', count = '0', file = '']: string[]): Promise<FillAnswer> {
  const set = (await readSets(folder)).at(-1);
  if (!set) throw new Error(`There is no set in ${folder}.`);
  const index = newIndex();
  const before = await memory();
  const put = await putAll(index, set.docs, Number(count));
  const memoryBytes = (await memory()) - before;
  const queries = set.questions.map((question) => question.text);
  const times = await timeQueries(index, queries);
  const savedIn = await save(index, file);
  return { task: 'fill', ...put, memoryBytes, times, ...savedIn };
}

/** A function of its own, so that the texts the documents are made from are gone when memory is looked at. */
async function putAll(
  index: OurIndex,
  docs: readonly Doc[],
  count: number,
): Promise<Pick<FillAnswer, 'documents' | 'textBytes' | 'buildMs' | 'longestPauseMs'>> {
  const source = resample(docs, count);
  await nextTurn();
  const delays = monitorEventLoopDelay({ resolution: 1 });
  delays.enable();
  let buildMs = 0;
  let textBytes = 0;
  let documents = 0;
  for (const doc of source) {
    textBytes += Buffer.byteLength(doc.title) + Buffer.byteLength(doc.body);
    documents += 1;
    const began = performance.now();
    index.put(doc);
    buildMs += performance.now() - began;
    // After each document, so that a pause measured is one that the engine makes.
    await nextTurn();
  }
  const began = performance.now();
  await index.settled();
  buildMs += performance.now() - began;
  await nextTurn();
  delays.disable();
  return { documents, textBytes, buildMs, longestPauseMs: delays.max / 1e6 };
}

async function save(index: OurIndex, file: string): Promise<{ saveMs: number | null }> {
  if (saved === null) return { saveMs: null };
  const began = performance.now();
  await saved.save(index, file);
  return { saveMs: performance.now() - began };
}

async function load([file = '', query = '']: string[]): Promise<ChildAnswer> {
  if (saved === null) throw new Error('The engine keeps no index.');
  const index = await saved.load(file);
  const found = index.search(query, 10).length;
  // The clock of `performance` starts with the process.
  return { task: 'load', searchableMs: performance.now(), found };
}

/** Bytes held: the heap and what lies outside it (in which array buffers are counted already). Collected in several
 * turns: what was just awaited, such as the file that the set came from, is let go of only in a later one. */
async function memory(): Promise<number> {
  if (!global.gc) throw new Error('Run with --expose-gc.');
  for (let round = 0; round < 5; round += 1) {
    await pause(50);
    global.gc();
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

await main();
