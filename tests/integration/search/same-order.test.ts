import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { rankHits } from '@/lib/search/find-hits';
import { SearchIndex } from '@/lib/search/hold-index';
import { noteIndexChange } from '@/lib/search/place-to-search';
import { rankDocuments } from '@/lib/search/rank-documents';
import { readQuestion } from '@/lib/search/read-question';

const DOCUMENTS = 300;
const QUERIES = 1_000;

type Row = { title: string; body: string; replies: { body: string }[] };

const rows = readFileSync('tests/data/forum-onstartups-sample.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Row);
const sentences = rows
  .flatMap((row) => [row.title, row.body, ...row.replies.map((reply) => reply.body)])
  .flatMap((text) => text.replace(/<[^>]+>/g, ' ').split(/(?<=[.?!])\s+/))
  .map((sentence) => sentence.replace(/\s+/g, ' ').trim())
  .filter((sentence) => sentence.length > 20);
const sentence = (n: number) => sentences[(n * 7919) % sentences.length] ?? '';

const documents = Array.from({ length: DOCUMENTS }, (_, n) => ({
  seq: n + 1,
  kind: n % 4 === 0 ? ('article' as const) : ('thread' as const),
  subjectId: `subject-${n}`,
  title: sentence(n).slice(0, 120),
  body: Array.from({ length: 3 + (n % 9) }, (_, i) => sentence(n * 31 + i)).join('\n'),
  keywords: '',
  category: n % 2 === 0 ? 'Orders' : 'General',
  tags: n % 5 === 0 ? 'lamp' : '',
  at: new Date(1_750_000_000_000 + n),
}));

/** Two to seven words in a row of a sentence, one letter of them changed now and then. */
function query(n: number): string {
  const words = sentence(n * 13).split(' ');
  const from = n % Math.max(1, words.length - 6);
  const text = words.slice(from, from + 2 + (n % 6)).join(' ');
  return n % 3 === 0 ? text.replace(/[aeiou](?=\w{3})/, 'x') : text;
}

beforeAll(async () => {
  await db.searchDocument.deleteMany({});
  await db.searchDocument.createMany({ data: documents });
  noteIndexChange();
});

test('a thousand queries have the same results in the same order as in an index that has seen no database', async () => {
  const alone = new SearchIndex();
  for (const document of documents) alone.put(document);
  let results = 0;
  for (let n = 0; n < QUERIES; n += 1) {
    const { ranked } = await rankHits(query(n), { most: 20, vague: true });
    const expected = rankDocuments(alone, readQuestion(query(n), alone), { most: 20 });
    expect(ranked, query(n)).toEqual(expected);
    results += ranked.length;
  }
  expect(results).toBeGreaterThan(QUERIES * 5);
});
