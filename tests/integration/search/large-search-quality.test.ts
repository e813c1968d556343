import { beforeAll, expect, test } from 'vitest';
import { forgetConfig } from '@/lib/config';
import { db } from '@/lib/db/client';
import { rankHits } from '@/lib/search/find-hits';
import { SearchIndex } from '@/lib/search/hold-index';
import { rankDocuments } from '@/lib/search/rank-documents';
import { readQuestion } from '@/lib/search/read-question';
import { catchUp, followingOf } from '@/lib/search/read-rows';
import { freshenDatabase, isDatabaseComplete } from '@/lib/search/search-database';
import { COMMITTED_SETS, type Question, readSets } from '../../bench/search/sets';

/** Questions of each set; they come in no order. */
const ASKED = 30;
const memory = followingOf(new SearchIndex());
const questions: Question[] = [];
const typoQuestions: Question[] = [];

beforeAll(async () => {
  for (const set of await readSets(COMMITTED_SETS)) {
    await db.searchDocument.createMany({
      data: set.docs.map((doc) => ({
        kind: 'article' as const,
        subjectId: `${set.name}-${doc.id}`,
        title: doc.title,
        body: doc.body,
        at: new Date(),
      })),
    });
    questions.push(...set.questions.slice(0, ASKED));
    typoQuestions.push(...set.typoQuestions.slice(0, ASKED));
  }
  await catchUp(memory);
  process.env.SEARCH_MEMORY_DOCUMENTS = '100';
  forgetConfig();
  while (!isDatabaseComplete()) await freshenDatabase();
});

/** Share of the questions that get the same first answer in both ways, and of first answers that are in the other's ten. */
async function likeness(asked: readonly Question[]): Promise<{ first: number; inTen: number }> {
  let [first, inTen] = [0, 0];
  for (const { text } of asked) {
    const [best] = rankDocuments(memory.index, readQuestion(text, memory.index), { most: 1 });
    const { ranked } = await rankHits(text, { most: 10, vague: true });
    if (ranked[0]?.subjectId === best?.subjectId) first += 1;
    if (!best || ranked.some((hit) => hit.subjectId === best.subjectId)) inTen += 1;
  }
  return { first: first / asked.length, inTen: inTen / asked.length };
}

test('real questions get the first answers that memory gives', async () => {
  const { first, inTen } = await likeness(questions);
  expect(first).toBeGreaterThanOrEqual(0.9);
  expect(inTen).toBeGreaterThanOrEqual(0.95);
});

test('so do questions with a slip of the keys', async () => {
  const { first, inTen } = await likeness(typoQuestions);
  expect(first).toBeGreaterThanOrEqual(0.85);
  expect(inTen).toBeGreaterThanOrEqual(0.9);
});
