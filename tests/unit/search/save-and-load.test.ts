import { mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SearchIndex } from '@/lib/search/hold-index';
import { loadIndex } from '@/lib/search/load-index';
import { rankDocuments } from '@/lib/search/rank-documents';
import { readQuestion } from '@/lib/search/read-question';
import { saveIndex } from '@/lib/search/save-index';

let folder: string;
let file: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'porchlight-index-'));
  file = path.join(folder, 'search', 'index.bin');
});

afterAll(() => rm(folder, { recursive: true }));

const WORDS =
  'refund parcel candle lamp wick burn soap order delivery late broken return gift card money bank address change'.split(
    ' ',
  );

/** Texts of the same few words in another order each. */
function filled(count: number): SearchIndex {
  const index = new SearchIndex();
  for (let i = 1; i <= count; i += 1) {
    const pick = (n: number) => WORDS[(i * (n + 3) + n * n) % WORDS.length] ?? '';
    const words = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, n) => pick(from + n)).join(' ');
    index.put({
      seq: i,
      kind: i % 3 === 0 ? 'article' : 'thread',
      subjectId: `subject-${i}`,
      title: `${words(0, 4)} ${i}`,
      keywords: '',
      category: 'General',
      tags: i % 2 === 0 ? 'lamp' : '',
      body: `${words(2, 12)}. ${words(5, 20)}`,
      at: new Date(1_700_000_000_000 + i),
    });
  }
  return index;
}

function answers(index: SearchIndex): unknown {
  return ['refund late parcel', 'candel', 'gift', 'giftcard', 'lamp 12'].map((query) =>
    rankDocuments(index, readQuestion(query, index, { typing: true }), { most: 20 }),
  );
}

test('a saved index answers as the one it was made from, to the last digit, and only its owner may read it', async () => {
  const index = filled(200);
  index.remove('thread', 'subject-7');
  await saveIndex(index, 200, file);
  expect((await stat(file)).mode & 0o077).toBe(0);
  const loaded = await loadIndex(file, ['en']);
  expect(loaded?.lastSeq).toBe(200);
  expect(loaded?.index.size).toBe(199);
  expect(answers(loaded?.index ?? new SearchIndex())).toEqual(answers(index));
});

test('a loaded index goes on: what is put into it later is found, what is removed is not', async () => {
  await saveIndex(filled(50), 50, file);
  const index = (await loadIndex(file, ['en']))?.index ?? new SearchIndex();
  const row = { keywords: '', category: '', tags: '', body: '', at: new Date(0) };
  index.put({ seq: 51, kind: 'article', subjectId: 'new', title: 'A brand new zeppelin', ...row });
  index.remove('thread', 'subject-1');
  const ids = (query: string) =>
    rankDocuments(index, readQuestion(query, index), { most: 100 }).map((hit) => hit.subjectId);
  expect(ids('zeppelins')).toEqual(['new']);
  expect(ids('refund parcel')).not.toContain('subject-1');
});

test('what changes while the index is being saved neither spoils the file nor stands in it', async () => {
  const index = filled(300);
  const before = answers(index);
  const saving = saveIndex(index, 300, file);
  const row = { keywords: '', category: '', tags: '', body: 'hovercraft full of eels', at: new Date(0) };
  for (let i = 0; i < 20; i += 1) {
    index.put({ seq: 301 + i, kind: 'article', subjectId: `late-${i}`, title: `Refund ${i} eels`, ...row });
    await new Promise((resolve) => setImmediate(resolve));
  }
  await saving;
  const loaded = await loadIndex(file, ['en']);
  expect(loaded?.index.size).toBe(300);
  expect(answers(loaded?.index ?? new SearchIndex())).toEqual(before);
});

test('a file that is cut off, of other languages, foreign or missing is not used', async () => {
  await saveIndex(filled(20), 20, file);
  expect(await loadIndex(file, ['de'])).toBeNull();
  const whole = await readFile(file);
  await truncate(file, whole.length - 9);
  expect(await loadIndex(file, ['en'])).toBeNull();
  await writeFile(file, Buffer.concat([whole.subarray(100), whole.subarray(0, 100)]));
  expect(await loadIndex(file, ['en'])).toBeNull();
  await writeFile(file, 'not an index');
  expect(await loadIndex(file, ['en'])).toBeNull();
  await writeFile(file, whole.subarray(50));
  expect(await loadIndex(file, ['en'])).toBeNull();
  expect(await loadIndex(path.join(folder, 'none'), ['en'])).toBeNull();
});
