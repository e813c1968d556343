import { fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Times } from './measure-speed';

export type FillAnswer = {
  task: 'fill';
  documents: number;
  textBytes: number;
  memoryBytes: number;
  /** Time spent in the engine alone. */
  buildMs: number;
  longestPauseMs: number;
  times: Times;
  /** null while the engine keeps no index. */
  saveMs: number | null;
};
export type LoadAnswer = { task: 'load'; searchableMs: number; found: number };
export type ChildAnswer = FillAnswer | LoadAnswer;

export type Scale = FillAnswer & { searchableMs: number | null };

/** Room for an engine that needs far more than it should: it is to be measured, not to fail. */
const HEAP_MB = 12_000;
const CHILD = path.join(import.meta.dirname, 'scale-child.ts');

/** Fills our index with so many documents in a fresh process; and, when it can be saved, reads it in another one. */
export async function measureScale(folder: string, documents: number, query: string): Promise<Scale> {
  const place = await mkdtemp(path.join(os.tmpdir(), 'porchlight-bench-search-'));
  const file = path.join(place, 'index');
  try {
    const filled = await inChild(['fill', folder, String(documents), file]);
    if (filled.task !== 'fill') throw new Error('The child answered another question.');
    if (filled.saveMs === null) return { ...filled, searchableMs: null };
    const loaded = await inChild(['load', file, query]);
    if (loaded.task !== 'load' || loaded.found === 0) throw new Error('The saved index finds nothing.');
    return { ...filled, searchableMs: loaded.searchableMs };
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

function inChild(args: string[]): Promise<ChildAnswer> {
  const heap = Math.min(HEAP_MB, Math.floor((os.totalmem() / 2 ** 20) * 0.75));
  const execArgv = ['--expose-gc', `--max-old-space-size=${heap}`, '--import', 'tsx'];
  const child = fork(CHILD, args, { execArgv });
  const stop = () => child.kill();
  process.once('SIGTERM', stop).once('SIGINT', stop);
  return new Promise((resolve, reject) => {
    let answer: ChildAnswer | null = null;
    child.once('message', (message) => {
      answer = message as ChildAnswer;
    });
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      process.off('SIGTERM', stop).off('SIGINT', stop);
      if (answer) resolve(answer);
      else reject(new Error(`The measuring process ended with ${signal ?? code} and no answer.`));
    });
  });
}
