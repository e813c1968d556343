import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Doc } from './engines/engine';
import type { Relevant } from './metrics';

export type Question = { text: string; relevant: Relevant };

export type QualitySet = {
  name: string;
  /** Whether each question looks for one certain document that its asker once wrote. */
  isKnownItem: boolean;
  docs: Doc[];
  questions: Question[];
  /** The same questions with one slip of the keys in each. */
  typoQuestions: Question[];
};

/** The sets that come with the project (tests/data/search/README.md names their licences). */
export const COMMITTED_SETS = 'tests/data/search';

type Query = { id: string; text: string };
type File = {
  meta: { name: string; kind: string };
  docs: Doc[];
  queries: Query[];
  typoQueries: Query[];
  qrels: { q: string; d: string; rel: number }[];
};

/** Reads every `*.json.gz` of a folder, the smallest set first. */
export async function readSets(folder: string): Promise<QualitySet[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json.gz')).sort();
  if (names.length === 0) throw new Error(`There is no *.json.gz in ${folder}.`);
  const sets = await Promise.all(names.map((name) => readSet(path.join(folder, name))));
  return sets.sort((a, b) => a.docs.length - b.docs.length);
}

async function readSet(file: string): Promise<QualitySet> {
  const text = await promisify(gunzip)(await readFile(file));
  const { meta, docs, queries, typoQueries, qrels } = JSON.parse(text.toString()) as File;
  const judged = new Map<string, Map<string, number>>();
  for (const { q, d, rel } of qrels) {
    if (rel <= 0) continue;
    const relevant = judged.get(q) ?? new Map<string, number>();
    judged.set(q, relevant.set(d, rel));
  }
  const read = (list: readonly Query[]) =>
    list.flatMap(({ id, text }) => {
      const relevant = judged.get(id);
      return relevant ? [{ text, relevant }] : [];
    });
  return {
    name: meta.name,
    isKnownItem: /known item/i.test(meta.kind),
    docs,
    questions: read(queries),
    typoQuestions: read(typoQueries),
  };
}
