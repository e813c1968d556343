import { parseArgs } from 'node:util';
import { tunedBm25 } from './engines/bm25';
import { flexSearchTuned } from './engines/flexsearch';
import { LINE_UP } from './engines/line-up';
import { figuresToReach, type Measured } from './figures-to-reach';
import { measureQuality, type Quality } from './measure-quality';
import { measureScale, type Scale } from './measure-scale';
import { measureSpeed, type Speed } from './measure-speed';
import { printTable } from './print-table';
import { COMMITTED_SETS, type QualitySet, readSets } from './sets';

const PARTS = ['quality', 'speed', 'scale'];

/** Search quality and speed beside other engines, in the same run. `npm run bench:search -- quality --sets DIR`
 * measures one part (quality, speed or scale; else all) over the sets of a folder (else the committed ones). */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      sets: { type: 'string', default: COMMITTED_SETS },
      documents: { type: 'string', default: '100000' },
      questions: { type: 'string', default: '500' },
    },
  });
  const unknown = positionals.find((part) => !PARTS.includes(part));
  if (unknown !== undefined) throw new Error(`"${unknown}" is no part: ${PARTS.join(', ')}.`);
  const wants = (part: string) => positionals.length === 0 || positionals.includes(part);
  const documents = wholeNumber('documents', values.documents);
  const sets = (await readSets(values.sets)).map((set) =>
    cut(set, wholeNumber('questions', values.questions)),
  );
  const largest = sets.at(-1);
  if (!largest) return;
  const run: Measured = { qualities: [], speeds: [], speedDocuments: largest.docs.length, scale: null };
  if (wants('quality')) run.qualities = await timed('quality', () => quality(sets));
  if (wants('speed')) run.speeds = await timed('speed', () => speed(largest));
  if (wants('scale')) run.scale = await timed('scale', () => scale(values.sets, documents, largest));
  printTable(
    'Figures to reach',
    ['', 'measured', ''],
    figuresToReach(run).map(({ target, measured, isMet }) => [target, measured, verdict(isMet)]),
  );
}

async function quality(sets: readonly QualitySet[]): Promise<Quality[]> {
  for (const set of sets) {
    const asked = `${set.questions.length} questions and ${set.typoQuestions.length} with typos`;
    console.log(
      `  ${set.name}: ${set.docs.length} documents, ${asked}${set.isKnownItem ? ', known items' : ''}`,
    );
  }
  const qualities: Quality[] = [];
  for (const engine of LINE_UP) {
    qualities.push(await saying(engine.name, () => measureQuality(engine, sets)));
  }
  const names = sets.map((set) => set.name);
  const of = (name: string) => qualities.find((one) => one.engine === name)?.ndcg ?? Number.NaN;
  const [bm25, flex] = [of(tunedBm25.name), of(flexSearchTuned.name)];
  printTable(
    'nDCG@10, and the mean beside that of BM25 tuned and of FlexSearch tuned',
    ['', ...names, 'mean', '÷ BM25', '÷ Flex', 'R@10 known'],
    qualities.map((one) => [
      one.engine,
      ...[...one.sets.map((set) => set.ndcg), one.ndcg, one.ndcg / bm25, one.ndcg / flex].map(places),
      places(one.knownItemRecall),
    ]),
  );
  printTable(
    'The same questions with a typo in each, and the mean beside the untouched one',
    ['', ...names, 'mean', '÷ untouched'],
    qualities.map((one) => [
      one.engine,
      ...[...one.sets.map((set) => set.typoNdcg), one.typoNdcg, one.typoNdcg / one.ndcg].map(places),
    ]),
  );
  return qualities;
}

async function speed(set: QualitySet): Promise<Speed[]> {
  const speeds: Speed[] = [];
  for (const engine of LINE_UP.filter((one) => one.isInProcess)) {
    speeds.push(await saying(engine.name, () => measureSpeed(engine, set)));
  }
  printTable(
    `${set.questions.length} questions over ${set.docs.length} documents (${set.name}), warm, milliseconds`,
    ['', 'p50', 'p95', 'max', 'build'],
    speeds.map(({ engine, p50, p95, max, buildMs }) => [
      engine,
      ...[p50, p95, max].map((ms) => ms.toFixed(2)),
      buildMs.toFixed(0),
    ]),
  );
  return speeds;
}

async function scale(folder: string, documents: number, set: QualitySet): Promise<Scale> {
  const measured = await measureScale(folder, documents, set.questions[0]?.text ?? '');
  const { times, textBytes, memoryBytes, saveMs, searchableMs } = measured;
  const seconds = (ms: number | null) => (ms === null ? 'no index is saved' : `${(ms / 1000).toFixed(1)} s`);
  printTable(
    `Porchlight with ${documents} documents from sentences of ${set.name}`,
    ['', ''],
    [
      ['indexed text', `${(textBytes / 1e6).toFixed(1)} MB`],
      ['time to build', seconds(measured.buildMs)],
      ['longest pause while building', `${measured.longestPauseMs.toFixed(0)} ms`],
      ['memory', `${(memoryBytes / 1e6).toFixed(1)} MB`],
      ['memory for each byte of text', (memoryBytes / textBytes).toFixed(2)],
      ['query p50', `${times.p50.toFixed(1)} ms`],
      ['query p95', `${times.p95.toFixed(1)} ms`],
      ['query max', `${times.max.toFixed(1)} ms`],
      ['time to save', seconds(saveMs)],
      ['start to first answer from the saved index', seconds(searchableMs)],
    ],
  );
  return measured;
}

/** At most so many questions of a set, evenly chosen, so that the slowest engine takes minutes and not a quarter hour. */
function cut(set: QualitySet, most: number): QualitySet {
  const some = <Item>(items: readonly Item[]): Item[] =>
    items.length <= most
      ? [...items]
      : Array.from({ length: most }, (_, n) => items[Math.floor((n * items.length) / most)]).filter(
          (item) => item !== undefined,
        );
  return { ...set, questions: some(set.questions), typoQuestions: some(set.typoQuestions) };
}

async function timed<Result>(part: string, measure: () => Promise<Result>): Promise<Result> {
  console.log(`\n— ${part}`);
  const began = performance.now();
  const result = await measure();
  console.log(`  (${part} took ${((performance.now() - began) / 1000).toFixed(0)} s)`);
  return result;
}

/** Says which engine is done: over a large set some take a minute. */
async function saying<Result>(engine: string, measure: () => Promise<Result>): Promise<Result> {
  const began = performance.now();
  const result = await measure();
  console.log(`  … ${engine}, ${((performance.now() - began) / 1000).toFixed(1)} s`);
  return result;
}

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1) throw new Error(`--${name} is a whole number above 0.`);
  return number;
}

function places(value: number): string {
  return Number.isNaN(value) ? '–' : value.toFixed(3);
}

function verdict(isMet: boolean | null): string {
  if (isMet === null) return 'not measured';
  return isMet ? 'met' : 'NOT met';
}

await main();
