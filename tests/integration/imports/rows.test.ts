import { mkdtemp, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { importArticleRow, importOrderRows, importThreadRow } from '@/bin/import-rows';
import { db } from '@/lib/db/client';
import { readRows } from '@/lib/imports/read-rows';
import { runImport, runImportTogether } from '@/lib/imports/rows';
import { plainText } from '@/lib/markdown';
import { aPerson } from '@/tests/support/a-person';

let folder = '';
const said: string[] = [];
const say = (line: string) => void said.push(line);

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'porchlight-rows-'));
  await aPerson({ role: 'owner' });
});

async function file(name: string, content: string | Buffer): Promise<string> {
  const place = path.join(folder, name);
  await writeFile(place, content);
  return place;
}

test('a FAQ in CSV, in JSON lines and as Markdown files comes in, and a second time changes nothing', async () => {
  const csv = await file(
    'faq.csv',
    'question;answer;category\n"Where is ""my"" parcel?";"Look at the\ntracking; page.";Delivery\n',
  );
  const jsonl = await file(
    'faq.jsonl',
    '{"question":"Do you ship to Norway?","answer":"Yes.","keywords":["export","customs"]}\n',
  );
  const importOne = await importArticleRow();
  for (const place of [csv, jsonl, 'prisma/seed/starter']) {
    const first = await runImport(readRows(place), importOne, say);
    expect(first).toMatchObject({ updated: 0, unchanged: 0, skipped: 0 });
    const second = await runImport(readRows(place), importOne, say);
    expect(second).toEqual({ created: 0, updated: 0, unchanged: first.created, skipped: 0 });
  }
  expect(await db.article.findFirstOrThrow({ where: { title: 'Where is "my" parcel?' } })).toMatchObject({
    body: 'Look at the\ntracking; page.',
    state: 'published',
  });
  expect(await db.article.count()).toBe(14);
});

test('a question too long for a title is cut at a word and stands whole above its answer, each time the same', async () => {
  const question = `Is it ${'really *very* '.repeat(12)}warm?`;
  const place = await file('long.jsonl', `${JSON.stringify({ question, answer: 'Yes.' })}\n`);
  const importOne = await importArticleRow();
  expect(await runImport(readRows(place), importOne, say)).toMatchObject({ created: 1, skipped: 0 });
  expect(await runImport(readRows(place), importOne, say)).toMatchObject({ unchanged: 1, updated: 0 });
  const article = await db.article.findFirstOrThrow({ where: { title: { startsWith: 'Is it really' } } });
  expect(article.title).toMatch(/ (really|\*very\*)…$/);
  expect(article.title.length).toBeLessThanOrEqual(150);
  expect(plainText(article.body)).toBe(`${question}\nYes.`);
  const endless = await file(
    'endless.jsonl',
    `${JSON.stringify({ question: 'x'.repeat(1001), answer: 'No.' })}\n`,
  );
  expect(await runImport(readRows(endless), importOne, say)).toMatchObject({ created: 0, skipped: 1 });
});

test('the real sample of a FAQ and of a forum comes in whole', async () => {
  const faq = await runImport(readRows('tests/data/faq-covid-sample.jsonl'), await importArticleRow(), say);
  expect(faq).toEqual({ created: 12, updated: 0, unchanged: 0, skipped: 0 });
  const threads = await runImport(
    readRows('tests/data/forum-onstartups-sample.jsonl'),
    await importThreadRow(),
    say,
  );
  expect(threads).toEqual({ created: 25, updated: 0, unchanged: 0, skipped: 0 });
});

test('a bad row is named with its line and its reason, and stops nothing', async () => {
  said.length = 0;
  const lines = [
    '{"title":"A good first thread","body":"Words.","replies":[{"body":"An answer.","accepted":true}]}',
    '{"title":"No body"}',
    'not JSON at all',
    '["an","array"]',
    '{"title":"Broken \\u0000 reply","body":"Words.","replies":[{"body":""}]}',
    '{"title":"A good last thread","body":"Words.","author":"Ana","tags":["x"]}',
  ];
  const place = await file('threads.jsonl.gz', gzipSync(`${lines.join('\n')}\n`));
  const before = await db.thread.count();
  const counts = await runImport(readRows(place), await importThreadRow(), say);
  expect(counts).toEqual({ created: 2, updated: 0, unchanged: 0, skipped: 4 });
  expect(await db.thread.count()).toBe(before + 2);
  expect(said.map((line) => /line \d/.exec(line)?.[0])).toEqual(['line 2', 'line 3', 'line 4', 'line 5']);
  expect(said.every((line) => /skipped line \d: \S/.test(line))).toBe(true);
});

test('orders come in by their columns; a stray quotation mark costs its own row only', async () => {
  const header = 'externalId,number,email,currency,total,provider,paymentRef,items';
  const place = await file(
    'orders.csv',
    [
      header,
      '1,A-1,ana@example.com,EUR,24.00,pretend,pretend_ok_a1,"[{""name"":""Lamp"",""quantity"":1,""unitMinor"":2400}]"',
      '2,A-2,not an address,EUR,24.00,pretend,pretend_ok_a2,[]',
      '3,A-3,ana"s@example.com",EUR,24.00,pretend,pretend_ok_a3,[]',
      '4,A-4,ben@example.com,EUR,12.50,pretend,pretend_ok_a4,"[{""name"":""Soap"",""quantity"":1,""unitMinor"":1250}]"',
      '',
    ].join('\n'),
  );
  const counts = await runImportTogether(readRows(place), importOrderRows('orders'), say);
  expect(counts).toMatchObject({ created: 2, skipped: 2 });
  expect(await db.order.findMany({ select: { totalMinor: true }, orderBy: { externalId: 'asc' } })).toEqual([
    { totalMinor: 2400 },
    { totalMinor: 1250 },
  ]);
});

test('a row that fails unforeseen is skipped like any other', async () => {
  const place = await file('two.jsonl', '{"n":1}\n{"n":2}\n');
  const counts = await runImport(
    readRows(place),
    async (value) => {
      if ((value as { n: number }).n === 1) throw new Error('the cat walked over it');
      return { ok: true, what: 'created' };
    },
    say,
  );
  expect(counts).toEqual({ created: 1, updated: 0, unchanged: 0, skipped: 1 });
  expect(said.at(-1)).toContain('the cat walked over it');
});

test('a path with nothing there, or of another kind, is said in a sentence', async () => {
  const rows = (place: string) =>
    runImport(readRows(place), async () => ({ ok: true, what: 'created' }), say);
  await expect(rows(path.join(folder, 'nowhere.csv'))).rejects.toThrow('There is nothing at');
  await expect(rows(await file('picture.png', 'x'))).rejects.toThrow('is neither');
});
