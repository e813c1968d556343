import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { mergeThreads } from '@/lib/forum/curation/merge-threads';
import { splitThread } from '@/lib/forum/curation/split-thread';
import { importThread } from '@/lib/forum/import-thread';
import { threadPage } from '@/lib/forum/page-queries';
import { threadForSearch } from '@/lib/forum/queries';
import { aPerson } from '../../support/a-person';

type Row = { sourceId: string; title: string; replies: { sourceId: string; body: string }[] };
const sample: Row[] = readFileSync('tests/data/forum-onstartups-sample.jsonl', 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line));

async function rows(): Promise<number[]> {
  return Promise.all([
    db.thread.count(),
    db.reply.count(),
    db.person.count(),
    db.tag.count(),
    db.threadTag.count(),
    db.acceptedAnswer.count(),
  ]);
}

test('a real forum comes over whole, and importing it again changes nothing', async () => {
  for (const row of sample) expect(await importThread(row)).toMatchObject({ ok: true, what: 'created' });
  const first = await rows();
  expect(first[0]).toBe(sample.length);
  expect(first[1]).toBe(sample.reduce((sum, row) => sum + row.replies.length, 0));
  const again = await Promise.all(sample.map((row) => importThread(row)));
  expect(again.every((result) => result.ok && result.what === 'unchanged')).toBe(true);
  expect(await rows()).toEqual(first);
});

test('imported people keep their name and their page elsewhere, cannot sign in, and take nobody’s name', async () => {
  const ours = await aPerson({ name: 'Maya Lind', email: 'maya@example.com' });
  const row = { title: 'Two of a name?', body: 'Text', author: 'Maya Lind', replies: [] };
  const url = 'https://elsewhere.example/u/maya';
  const result = await importThread({ ...row, sourceId: 'names-1', authorUrl: url });
  const other = await importThread({
    ...row,
    sourceId: 'names-2',
    author: 'Мaya Lind',
    authorUrl: `${url}2`,
  });
  const staff = await importThread({ ...row, sourceId: 'names-3', author: 'Admin' });
  if (!result.ok || !other.ok || !staff.ok) throw new Error('refused');
  expect((await threadPage(result.threadId, null, 1))?.author).toMatchObject({
    name: 'Maya Lind 2',
    sourceUrl: url,
  });
  expect((await threadPage(other.threadId, null, 1))?.author.name).toMatch(/ 3$/);
  expect((await threadPage(staff.threadId, null, 1))?.author.name).toBe('Imported Admin');
  const people = await db.person.findMany({ where: { sourceId: { not: null } } });
  expect(people.every((person) => person.email === null && person.passwordHash === null)).toBe(true);
  const known = await importThread({ ...row, sourceId: 'names-4' }, new Map([['Maya Lind', ours.id]]));
  if (!known.ok) throw new Error('refused');
  expect((await threadPage(known.threadId, null, 1))?.author.name).toBe('Maya Lind');
});

test('a changed row updates its thread and adds what is new, without doubles', async () => {
  const row = {
    sourceId: 'update-1',
    title: 'Which jar?',
    body: 'Old words',
    tags: ['jars'],
    replies: [{ sourceId: 'update-1-a', body: 'The blue one', author: 'Nils Berg' }],
  };
  expect(await importThread(row)).toMatchObject({ what: 'created' });
  const changed = {
    ...row,
    body: 'New words',
    tags: ['jars', 'glass'],
    replies: [
      { sourceId: 'update-1-a', body: 'The blue one, surely', author: 'Nils Berg', accepted: true },
      { body: 'The green one' },
    ],
  };
  const result = await importThread(changed);
  expect(result).toMatchObject({ what: 'updated' });
  expect(await importThread(changed)).toMatchObject({ what: 'unchanged' });
  if (!result.ok) throw new Error('refused');
  expect(await threadPage(result.threadId, null, 1)).toMatchObject({
    body: 'New words',
    state: 'solved',
    replyCount: 2,
    accepted: [{ body: 'The blue one, surely' }],
  });
  expect((await threadForSearch(result.threadId))?.replies).toBe('The blue one, surely\n\nThe green one');
});

test('what the staff split off or merged stays where they put it, however often the dump comes again', async () => {
  const owner = await aPerson({ role: 'owner' });
  const row = {
    sourceId: 'split-1',
    title: 'Two questions in one?',
    body: 'How do I clean it?',
    replies: ['a', 'b', 'c', 'd'].map((letter) => ({
      sourceId: `split-1-${letter}`,
      body: `Reply ${letter}`,
    })),
  };
  const made = await importThread(row);
  if (!made.ok) throw new Error('refused');
  const { threadId } = made;
  const ids = (await threadPage(threadId, null, 1))?.replies.map(({ id }) => id) ?? [];
  const [, second = '', third = ''] = ids;
  const title = 'The other question of the two';
  const split = await splitThread({ threadId, replyIds: [second, third], title }, owner);
  if (!split.ok) throw new Error('refused');
  const changed = {
    ...row,
    replies: [...row.replies, { sourceId: 'split-1-e', body: 'Reply e' }].map((reply) => ({
      ...reply,
      body: `${reply.body}, changed`,
      accepted: true,
    })),
  };
  expect(await importThread(changed)).toMatchObject({ ok: true, what: 'updated', threadId });
  const bodies = async (id: string) => (await threadPage(id, null, 1))?.replies.map(({ body }) => body);
  expect(await bodies(threadId)).toEqual(['Reply a, changed', 'Reply d, changed', 'Reply e, changed']);
  expect(await threadPage(split.threadId, null, 1)).toMatchObject({
    title,
    body: 'Reply b',
    state: 'unsolved',
  });
  expect(await bodies(split.threadId)).toEqual(['Reply c']);
  expect(await importThread(changed)).toMatchObject({ what: 'unchanged' });

  const other = await importThread({ sourceId: 'split-2', title: 'Another question', body: 'Text' });
  if (!other.ok) throw new Error('refused');
  await mergeThreads({ threadId: split.threadId, target: other.threadId }, owner);
  expect(await importThread(changed)).toMatchObject({ what: 'unchanged' });
  expect(await bodies(other.threadId)).toHaveLength(2);

  const thief = { ...row, sourceId: 'split-3' };
  expect(await importThread(thief)).toMatchObject({ ok: false });
});

test('two imports of one file at once make one of each', async () => {
  const row = {
    sourceId: 'raced-1',
    title: 'Raced question',
    body: 'Text',
    author: 'Vera Holm',
    tags: ['raced'],
    replies: [{ body: 'One', author: 'Olaf Sand' }, { body: 'Two' }],
  };
  const results = await Promise.all(Array.from({ length: 8 }, () => importThread(row)));
  expect(results.filter((result) => result.ok && result.what === 'created')).toHaveLength(1);
  expect(results.every((result) => result.ok)).toBe(true);
  expect(await db.person.count({ where: { name: { in: ['Vera Holm', 'Olaf Sand'] } } })).toBe(2);
  expect(await db.reply.count({ where: { thread: { sourceId: 'raced-1' } } })).toBe(2);
});

test('a bad row is refused with the reason and leaves nothing behind', async () => {
  const before = await rows();
  const good = { sourceId: 'bad-1', title: 'A title', body: 'Text', author: 'Nobody Known', replies: [] };
  const reason = async (value: unknown) => {
    const result = await importThread(value);
    return result.ok ? 'accepted' : result.reason;
  };
  expect(await reason({ ...good, sourceId: undefined })).toBe('sourceId is missing');
  expect(await reason({ ...good, title: ' ' })).toBe('title is empty');
  expect(await reason({ ...good, body: 'x'.repeat(30_001) })).toBe('body is longer than 30000 characters');
  expect(await reason({ ...good, createdAt: 'yesterday' })).toBe('createdAt is not a date after 1970');
  expect(await reason({ ...good, sourceUrl: 'javascript:alert(1)' })).toBe('sourceUrl is not a web address');
  expect(await reason({ ...good, replies: [{ body: 'ok' }, { body: 7 }] })).toBe('replies.1.body is missing');
  expect(await reason({ ...good, replies: 'none' })).toBe('replies are not a list');
  expect(await reason('a line of text')).toContain('the row');
  expect(
    await reason({
      ...good,
      replies: [
        { sourceId: 'r', body: 'a' },
        { sourceId: 'r', body: 'b' },
      ],
    }),
  ).toBe('two replies have the same sourceId');
  expect(await reason({ ...good, replies: [{ sourceId: 'update-1-a', body: 'Stolen' }] })).toBe(
    'a reply with the same sourceId belongs to another thread',
  );
  expect(await rows()).toEqual(before);
});
