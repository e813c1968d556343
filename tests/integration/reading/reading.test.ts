import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { forumPage } from '@/lib/forum/list-queries';
import { firstReplyAfter } from '@/lib/forum/page-queries';
import { newId } from '@/lib/ids';
import { hidePost } from '@/lib/moderation/hide-post';
import { noteReading } from '@/lib/reading/note-reading';
import { readNumber } from '@/lib/reading/queries';
import { aPerson } from '../../support/a-person';
import { aReply, aThread } from '../../support/a-thread';

const owner = await aPerson({ role: 'owner' });
const ana = await aPerson();
const ben = await aPerson();

async function aThreadOf(replies: number): Promise<{ id: string; replyIds: string[] }> {
  const id = await aThread({ by: ana });
  const replyIds: string[] = [];
  for (let index = 0; index < replies; index += 1) replyIds.push(await aReply(id, ben));
  return { id, replyIds };
}

test('of fifty tabs that tell at once the furthest counts, and there is one position', async () => {
  const { id } = await aThreadOf(12);
  await Promise.all(
    Array.from({ length: 50 }, (_, index) => noteReading({ thread: id, number: index % 12 }, ana)),
  );
  expect(await readNumber(id, ana)).toBe(11);
  await noteReading({ thread: id, number: 3 }, ana);
  expect(await readNumber(id, ana)).toBe(11);
  expect(await db.readPosition.count({ where: { threadId: id } })).toBe(1);
});

test('nobody reads further than what is written, and an unknown thread is not noted', async () => {
  const { id } = await aThreadOf(2);
  await noteReading({ thread: id, number: 9_000_000 }, ana);
  expect(await readNumber(id, ana)).toBe(2);
  await noteReading({ thread: newId(), number: 1 }, ana);
  expect(await db.readPosition.count({ where: { personId: ana.id, number: 1 } })).toBe(0);
  expect(await readNumber(id, null)).toBeNull();
});

test('a list tells how many replies are new to whoever has read the thread, and nobody else', async () => {
  const { id } = await aThreadOf(4);
  await noteReading({ thread: id, number: 1 }, ana);
  const newFor = async (actor: typeof ana | null) =>
    (await forumPage({ page: 1 }, actor)).items.find((thread) => thread.id === id)?.newReplies;
  expect(await newFor(ana)).toBe(3);
  expect(await newFor(ben)).toBe(0);
  expect(await newFor(null)).toBe(0);
  await noteReading({ thread: id, number: 4 }, ana);
  expect(await newFor(ana)).toBe(0);
});

test('the first unread reply is the next one that this person may see, on its page', async () => {
  const { id, replyIds } = await aThreadOf(32);
  await hidePost({ kind: 'reply', id: replyIds[30] ?? '', reason: '' }, owner);
  expect(await firstReplyAfter(id, 30, ana)).toMatch(new RegExp(`page=2#reply-${replyIds[31]}$`));
  expect(await firstReplyAfter(id, 30, ben)).toMatch(new RegExp(`page=2#reply-${replyIds[30]}$`));
  expect(await firstReplyAfter(id, 32, ana)).toBeNull();
});
