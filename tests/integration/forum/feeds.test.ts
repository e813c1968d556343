import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { newId } from '@/lib/ids';
import { hidePost } from '@/lib/moderation/hide-post';
import { atomDocument } from '@/lib/web/atom';
import { categoryFeed, forumFeed, tagFeed, threadFeed } from '@/lib/web/feeds';
import { aPerson } from '../../support/a-person';
import { aReply, aThread } from '../../support/a-thread';

const owner = await aPerson({ role: 'owner' });
const ana = await aPerson();
const ben = await aPerson({ name: 'Ben Uhl' });
const titles = (feed: { entries: { title: string }[] } | null) => feed?.entries.map((entry) => entry.title);

test('a category and a tag each tell their own new threads, at addresses of their own', async () => {
  await db.category.create({ data: { id: newId(), slug: 'größen', name: 'Größen & Co', position: 9 } });
  const id = await aThread({ by: ana, title: 'Do the wide ones run small?', tags: ['Wide fit'] });
  await aThread({ by: ana, title: 'Where is my parcel now?', tags: ['post'] });
  const { id: categoryId } = await db.category.findFirstOrThrow({ where: { slug: 'größen' } });
  await db.thread.update({ where: { id }, data: { categoryId } });
  const category = await categoryFeed('größen');
  expect(titles(category)).toEqual(['Do the wide ones run small?']);
  expect(category?.title).toContain('Größen & Co');
  expect(category?.feedUrl).toBe('http://localhost:3000/forum/gr%C3%B6%C3%9Fen/feed.xml');
  expect(titles(await tagFeed('wide-fit'))).toEqual(['Do the wide ones run small?']);
  expect(titles(await tagFeed('post'))).toEqual(['Where is my parcel now?']);
  expect(await categoryFeed('nothing')).toBeNull();
  expect(await tagFeed('nothing')).toBeNull();
});

test('a thread tells its newest replies and its question, each at an address that stays', async () => {
  const id = await aThread({ by: ana, title: 'How do I wash the wool one?' });
  const first = await aReply(id, ben, 'By hand & **cold**, says </content> the label.');
  const feed = await threadFeed(id);
  expect(titles(feed)).toEqual([
    'Ben Uhl: By hand & cold, says </content> the label.',
    'How do I wash the wool one?',
  ]);
  expect(feed?.entries[0]?.url).toMatch(new RegExp(`^http://localhost:3000/t/${id}/[^?]+\\?reply=${first}$`));
  expect(feed?.feedUrl).toBe(`http://localhost:3000/t/${id}/feed.xml`);
  expect(atomDocument(feed ?? { pageUrl: '', feedUrl: '', title: '', entries: [] })).not.toContain(
    '</content> the',
  );
});

test('hidden replies, hidden threads and merged threads are in no feed', async () => {
  const id = await aThread({ by: ana, title: 'Canary in the coal mine', tags: ['mine'] });
  const reply = await aReply(id, ben, 'Canary reply');
  const other = await aThread({ by: ana, title: 'Another one of the mine', tags: ['mine'] });
  await hidePost({ kind: 'reply', id: reply, reason: 'spam' }, owner);
  expect(titles(await threadFeed(id))).toEqual(['Canary in the coal mine']);
  await hidePost({ kind: 'thread', id, reason: 'spam' }, owner);
  expect(await threadFeed(id)).toBeNull();
  expect(titles(await tagFeed('mine'))).toEqual(['Another one of the mine']);
  await db.thread.update({ where: { id: other }, data: { mergedIntoId: id } });
  expect(await threadFeed(other)).toBeNull();
  expect(titles(await forumFeed())).not.toContain('Another one of the mine');
  expect(await tagFeed('mine')).not.toMatchObject({ entries: [{}] });
});
