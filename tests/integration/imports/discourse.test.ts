import { expect, test } from 'vitest';
import { importDiscourseRow, importThreadRow } from '@/bin/import-rows';
import { db } from '@/lib/db/client';
import { threadPage } from '@/lib/forum/page-queries';
import { readDiscourse } from '@/lib/imports/read-discourse';
import { readRows } from '@/lib/imports/read-rows';
import { runImport } from '@/lib/imports/rows';

const FOLDER = 'tests/data/discourse-export';
const BOARD = 'tests/data/board-sample.jsonl';
const said: string[] = [];
const say = (line: string) => void said.push(line);

async function rowsOf(): Promise<number[]> {
  return Promise.all([
    db.thread.count(),
    db.reply.count(),
    db.person.count(),
    db.category.count(),
    db.job.count(),
    db.acceptedAnswer.count(),
  ]);
}

test('a dry run says what would come in and leaves no trace', async () => {
  const before = await rowsOf();
  const counts = await runImport(
    readDiscourse(FOLDER, null),
    await importDiscourseRow({ dryRun: true }),
    say,
  );
  expect(counts).toEqual({ created: 1, updated: 0, unchanged: 0, skipped: 3 });
  const board = await runImport(readRows(BOARD), await importThreadRow({ dryRun: true }), say);
  expect(board).toMatchObject({ created: 3, skipped: 1 });
  expect(await rowsOf()).toEqual(before);
});

test('a Discourse topic comes over with its answer, quotes and names, without what was not for everybody', async () => {
  said.length = 0;
  const importOne = await importDiscourseRow();
  const first = await runImport(readDiscourse(FOLDER, 'https://forum.example/'), importOne, say);
  expect(first).toEqual({ created: 1, updated: 0, unchanged: 0, skipped: 3 });
  expect(said).toEqual([
    expect.stringContaining('2 posts of the topic are not in the file'),
    expect.stringMatching(/skipped topics.13\.json: it is a private message/),
    expect.stringMatching(/skipped topics.14\.json: it is not valid JSON/),
    expect.stringMatching(/skipped topics.15\.json: id: /),
  ]);
  const { id } = await db.thread.findFirstOrThrow({
    where: { sourceId: 'discourse:https://forum.example:topic:12' },
  });
  const thread = await threadPage(id, null, 1);
  expect(thread).toMatchObject({
    title: 'The zip of my coat sticks',
    state: 'solved',
    category: { name: 'Zips' },
    sourceUrl: 'https://forum.example/t/the-zip-of-my-coat-sticks/12',
    author: { name: 'user1', sourceUrl: 'https://forum.example/u/user1' },
  });
  expect(thread?.tags.map((tag) => tag.name).sort()).toEqual(['winter coat', 'zip']);
  expect(thread?.body).toContain('The zip of my **coat** sticks. :cry:');
  expect(thread?.body).toContain('[an older topic](https://forum.example/t/older/3)');
  expect(thread?.body).toContain('https://cdn.forum.example/zip_690.jpeg');
  expect(thread?.body).not.toContain('250 KB');
  expect(thread?.accepted.map((reply) => reply.author.name)).toEqual(['user2']);
  const texts = thread?.replies.map((reply) => reply.body) ?? [];
  expect(texts).toHaveLength(3);
  expect(texts[0]).toMatch(/^> user1:\n> The zip of my \*\*coat\*\* sticks\.\n\n\nRub a \*candle\*/);
  expect(texts[0]).toContain('\n[quote]not a quote[/quote]\n');
  expect(texts[1]).toMatch(/user2:\s+> Rub a candle along it\.\s+That worked, thank you!/);
  expect(texts[2]).toBe('Same here ![photo](https://forum.example/uploads/abc.jpeg)');
  expect(texts.join()).not.toMatch(/Staff only|closed|pills|deleted/);
  const again = await runImport(readDiscourse(FOLDER, 'https://forum.example'), importOne, say);
  expect(again).toEqual({ created: 0, updated: 0, unchanged: 1, skipped: 3 });
});

test('without its address, places on the old forum become text, never places on this site', async () => {
  const importOne = await importDiscourseRow();
  await runImport(readDiscourse(`${FOLDER}/topics/12.json`, null), importOne, say);
  const { body } = await db.thread.findFirstOrThrow({ where: { sourceId: 'discourse::topic:12' } });
  expect(body).toContain('see an older topic');
  expect(body).not.toMatch(/\]\(\//);
});

test('a board’s BBCode comes in as Markdown, its broken line is told and skipped, and again changes nothing', async () => {
  said.length = 0;
  const importOne = await importThreadRow();
  expect(await runImport(readRows(BOARD), importOne, say)).toMatchObject({ created: 3, skipped: 1 });
  expect(said).toEqual(['  skipped line 2: the line is not valid JSON']);
  const thread = await db.thread.findUniqueOrThrow({
    where: { sourceId: 'board-1' },
    select: { body: true, acceptedCount: true, replies: { select: { body: true } } },
  });
  expect(thread.body).toBe(
    '**All five** buttons came off.\n\n> user2:\n> Did you wash it warm?\n\nNo, *cold*. See [the label](<https://shop.example/care>).',
  );
  expect(thread).toMatchObject({ acceptedCount: 1, replies: [{ body: '- sew twice\n- wax the thread' }] });
  expect(await runImport(readRows(BOARD), importOne, say)).toMatchObject({ unchanged: 3, skipped: 1 });
});
