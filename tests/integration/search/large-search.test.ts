import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '@/lib/accounts/schema';
import { ensureGeneralCategory } from '@/lib/categories/ensure-category';
import { forgetConfig } from '@/lib/config';
import { db } from '@/lib/db/client';
import { isMigrated, migrate } from '@/lib/db/migrate';
import { editArticle } from '@/lib/faq/edit-article';
import { importArticle } from '@/lib/faq/import-article';
import { ImportedArticle } from '@/lib/faq/schema';
import { newId } from '@/lib/ids';
import { handlers } from '@/lib/jobs/handlers';
import { runDueJobs } from '@/lib/jobs/worker';
import { rankHits } from '@/lib/search/find-hits';
import { takeIntoFullText } from '@/lib/search/full-text-rows';
import { SearchIndex } from '@/lib/search/hold-index';
import { indexThread } from '@/lib/search/index-document';
import { joinPieces } from '@/lib/search/mark-matches';
import { rankDocuments } from '@/lib/search/rank-documents';
import { readQuestion } from '@/lib/search/read-question';
import { catchUp, followingOf } from '@/lib/search/read-rows';
import { searchPage, suggest } from '@/lib/search/search';
import { freshenDatabase, isDatabaseComplete } from '@/lib/search/search-database';
import { aPerson } from '../../support/a-person';
import { anArticle } from '../../support/an-article';

/** As customers ask; the sample is a shop's FAQ in all but its matter. */
const QUESTIONS = [
  'why should i stay home',
  'so what is covid',
  'is it safe to buy groceries or take out food',
  'how does the virus spread',
  'can my dog get sick',
  'who is at higher risk',
  'should i wear a mask',
  'symptoms',
  'how long is the incubation',
  'is there a vaccine',
  'can i travel',
  'wash hands soap',
  'pregnant women',
  'test results',
  'how to clean my house',
  'children school',
  'treatment',
  'what is quarantine',
  'mail packages from china',
  'when will it end',
];

let owner: Actor;
let member: Actor;

beforeAll(async () => {
  owner = await aPerson({ role: 'owner' });
  member = await aPerson();
  await ensureGeneralCategory();
  const lines = readFileSync('tests/data/faq-covid-sample.jsonl', 'utf8').trim().split('\n');
  for (const line of lines) await importArticle(ImportedArticle.parse(JSON.parse(line)), owner.id);
  await anArticle(owner, {
    title: 'Can I get a refund?',
    body: 'For any reason. The money arrives in days.',
  });
  await anArticle(owner, { title: 'Wie groß ist die Straße zum Café?', body: 'Sehr groß.' });
  await anArticle(owner, { title: '返金はできますか', body: '理由を問わず返金いたします。' });
  await anArticle(owner, { title: 'ขอคืนเงินได้ไหม', body: 'คืนเงินได้ทุกกรณี' });
  await runDueJobs(handlers);
  process.env.SEARCH_MEMORY_DOCUMENTS = '1';
  forgetConfig();
  while (!isDatabaseComplete()) await freshenDatabase();
});

async function titles(query: string, actor: Actor | null = null): Promise<string[]> {
  const found = await searchPage(query, { type: 'all', page: 1 }, actor);
  return found.items.map((item) => joinPieces(item.title));
}

async function aThread(facts: { title: string; body: string }): Promise<string> {
  const { id: categoryId } = await ensureGeneralCategory();
  const id = newId();
  const at = new Date();
  await db.thread.create({
    data: {
      id,
      slug: 'a-thread',
      ...facts,
      categoryId,
      lastActivityAt: at,
      authorId: member.id,
      createdAt: at,
    },
  });
  await indexThread(id);
  return id;
}

test('the database answers as memory does', async () => {
  const memory = followingOf(new SearchIndex());
  await catchUp(memory);
  const differing: string[] = [];
  for (const query of QUESTIONS) {
    const ranked = rankDocuments(memory.index, readQuestion(query, memory.index), { most: 10 });
    const found = await rankHits(query, { most: 10, vague: true });
    if (found.ranked[0]?.subjectId !== ranked[0]?.subjectId) differing.push(query);
  }
  expect(differing.length, differing.join(', ')).toBeLessThanOrEqual(QUESTIONS.length / 10);
});

test('words are counted and spelled as in memory', async () => {
  const memory = followingOf(new SearchIndex());
  await catchUp(memory);
  const rows = await db.$queryRaw<{ stem: string; documents: number }[]>`
    SELECT stem, documents FROM "SearchTerm" WHERE documents > 0`;
  const wrong = rows.filter(
    (row) => memory.index.documentsWith(memory.index.termOf(row.stem) ?? 0) !== Number(row.documents),
  );
  expect(wrong).toEqual([]);
  expect(rows.length).toBeGreaterThan(400);
  const [whole] = await db.$queryRaw<{ documents: number; length: number }[]>`
    SELECT documents, length FROM "SearchCollection"`;
  expect(whole?.documents).toBe(memory.index.size);
  expect((whole?.length ?? 0) / memory.index.size).toBeCloseTo(memory.index.averageLength, 6);
});

test('a misspelt word is corrected, and the word being typed is completed', async () => {
  for (const query of ['refnud', 'refumd pleese', 'rrefund']) {
    expect((await titles(query))[0], query).toBe('Can I get a refund?');
  }
  expect((await searchPage('refnud', { type: 'all', page: 1 }, null)).meant).toBe('refund');
  expect((await suggest('can i get a refu', null))[0]?.items[0]?.title).toBe('Can I get a refund?');
  expect((await suggest('refu', null))[0]?.items[0]?.title).toBe('Can I get a refund?');
  expect(await suggest('zzzzqqq', null)).toEqual([]);
});

test('equivalent spellings and scripts without spaces find the same', async () => {
  for (const query of ['CAFÉ', 'cafe\u0301', 'straße', 'STRASSE', 'ｃａｆｅ']) {
    expect((await titles(query))[0], query).toBe('Wie groß ist die Straße zum Café?');
  }
  expect((await titles('返金'))[0]).toBe('返金はできますか');
  expect((await titles('คืนเงิน'))[0]).toBe('ขอคืนเงินได้ไหม');
});

test('hostile queries are answered', async () => {
  const queries = [
    '" OR 1=1 -- NEAR(refund money) * :* & | ! ( ) ^ {title} : -',
    'refund AND NOT OR NEAR/2 money*',
    "refund' & !'money' | \\",
    'title:refund ^money',
    '%_%_\\',
    '\u0000\u0000refund\u0000',
    '\ud800 refund \udfff',
    'refund '.repeat(25_000),
    Array.from({ length: 25_000 }, (_, i) => `wrod${String.fromCharCode(97 + (i % 26))}x`).join(' '),
    'a'.repeat(100_000),
    '__proto__ constructor toString',
    '   ',
  ];
  for (const query of queries) {
    await searchPage(query, { type: 'all', page: 1 }, null);
    await suggest(query, null);
  }
  expect((await titles('\u0000refund\ud800'))[0]).toBe('Can I get a refund?');
  expect((await titles('"refund" AND NOT (money*)'))[0]).toBe('Can I get a refund?');
});

test('a new thread is found, and a hidden one gone, at once', async () => {
  const id = await aThread({ title: 'Marimba question', body: 'My marimba is silent.' });
  expect(await titles('marimba')).toEqual(['Marimba question']);
  await db.hiding.create({ data: { id: newId(), threadId: id, byId: owner.id, at: new Date() } });
  for (const actor of [null, owner]) expect(await titles('marimba', actor)).toEqual([]);
  await indexThread(id);
  expect(await titles('marimba')).toEqual([]);
  const kept = await db.$queryRaw<
    unknown[]
  >`SELECT body FROM "SearchText" WHERE "subjectId" = ${id} AND body <> ''`;
  expect(kept).toEqual([]);
});

test('a changed article is found by its new words at once, and by its old ones no more', async () => {
  const { id } = await anArticle(owner, { title: 'Xylophone launch', body: 'The xylophone is here.' });
  await runDueJobs(handlers);
  expect(await titles('xylophone')).toEqual(['Xylophone launch']);
  await editArticle(id, { title: 'Glockenspiel launch', body: 'The glockenspiel is here.' }, owner);
  await runDueJobs(handlers);
  expect(await titles('glockenspiel')).toEqual(['Glockenspiel launch']);
  expect(await titles('xylophone')).toEqual([]);
});

test('two processes that take in the same rows count them once', async () => {
  await aThread({ title: 'Celesta question', body: 'My celesta is silent.' });
  await Promise.all([takeIntoFullText(0, ['en']), takeIntoFullText(0, ['en'])]);
  const rows = await db.$queryRaw<{ documents: number }[]>`
    SELECT documents FROM "SearchTerm" WHERE stem = 'celesta'`;
  expect(rows.map((row) => Number(row.documents))).toEqual([1]);
});

test('the tables of the full-text index do not disturb the migrations', async () => {
  expect(await isMigrated()).toBe(true);
  const applied: string[] = [];
  await migrate((line) => applied.push(line));
  expect(applied).toEqual([]);
});
