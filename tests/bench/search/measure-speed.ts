import { setImmediate as nextTurn } from 'node:timers/promises';
import { quantile } from '../served';
import type { Engine, Filled } from './engines/engine';
import type { QualitySet } from './sets';

const RESULTS = 10;

export type Times = { p50: number; p95: number; max: number };
export type Speed = Times & { engine: string; buildMs: number };

/** Builds an engine over a set, asks all its questions once to warm up, then times each once more. */
export async function measureSpeed(engine: Engine, set: QualitySet): Promise<Speed> {
  const began = performance.now();
  const filled = await engine.build(set.docs);
  const buildMs = performance.now() - began;
  const times = await timeQueries(
    filled,
    set.questions.map((question) => question.text),
  );
  await filled.close?.();
  return { engine: engine.name, buildMs, ...times };
}

/** Asks all queries twice and times the second round, in milliseconds. */
export async function timeQueries(
  filled: Pick<Filled, 'search'>,
  queries: readonly string[],
): Promise<Times> {
  for (const query of queries) {
    // Engines answer at once, and a loop that never rests would not hear Ctrl-C.
    await nextTurn();
    await filled.search(query, RESULTS);
  }
  const times: number[] = [];
  for (const query of queries) {
    await nextTurn();
    const began = performance.now();
    await filled.search(query, RESULTS);
    times.push(performance.now() - began);
  }
  return { p50: quantile(times, 0.5), p95: quantile(times, 0.95), max: Math.max(...times) };
}
