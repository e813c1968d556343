import { beforeEach, expect, test } from 'vitest';
import type { Actor } from '@/lib/accounts/schema';
import { db } from '@/lib/db/client';
import { followPlace } from '@/lib/following/follow-place';
import { mutePerson } from '@/lib/following/mute-person';
import { editReply } from '@/lib/forum/edit-reply';
import { sayMeToo } from '@/lib/forum/say-me-too';
import { acceptAnswer } from '@/lib/forum/solutions/accept-answer';
import { handlers } from '@/lib/jobs/handlers';
import { runDueJobs } from '@/lib/jobs/worker';
import { hidePost } from '@/lib/moderation/hide-post';
import { tellOfReply } from '@/lib/notifications/tell';
import { aPerson } from '../../support/a-person';
import { aReply, aThread } from '../../support/a-thread';

const owner = await aPerson({ role: 'owner' });
let ana: Actor;
let ben: Actor;
let cleo: Actor;

beforeEach(async () => {
  [ana, ben, cleo] = [await aPerson(), await aPerson(), await aPerson()];
});

async function toldTo(person: Actor) {
  await runDueJobs(handlers);
  const rows = await db.notification.findMany({
    where: { personId: person.id },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });
  return rows.map((row) => `${row.kind}, ${row.reason}`);
}

test('a reply is told to the asker, to who answered before and to who has the problem too, and not to its author', async () => {
  const threadId = await aThread({ by: ana });
  await sayMeToo({ threadId, meToo: true }, cleo);
  await aReply(threadId, ben);
  expect(await toldTo(ana)).toEqual(['reply, yours']);
  expect(await toldTo(cleo)).toEqual(['reply, follow']);
  expect(await toldTo(ben)).toEqual([]);
  await aReply(threadId, cleo);
  expect(await toldTo(ben)).toEqual(['reply, follow']);
});

test('of several reasons the strongest is told, once, however often the job runs', async () => {
  const threadId = await aThread({ by: ana });
  await followPlace({ kind: 'thread', id: threadId, follow: true }, cleo);
  const replyId = await aReply(threadId, ben, `@"${ana.name}" and @"${cleo.name}", look at this.`);
  await runDueJobs(handlers);
  await Promise.all([tellOfReply(replyId), tellOfReply(replyId), tellOfReply(replyId)]);
  expect(await toldTo(ana)).toEqual(['reply, yours']);
  expect(await toldTo(cleo)).toEqual(['mention, mention']);
});

test('who follows a category or a tag hears of new questions and of the replies to them', async () => {
  const { id: categoryId } = await db.category.findUniqueOrThrow({ where: { slug: 'general' } });
  await aThread({ by: ana, tags: ['brass'] });
  const { id: tagId } = await db.tag.findUniqueOrThrow({ where: { slug: 'brass' } });
  await followPlace({ kind: 'category', id: categoryId, follow: true }, ben);
  await followPlace({ kind: 'tag', id: tagId, follow: true }, cleo);
  await runDueJobs(handlers);
  await db.notification.deleteMany({});
  const threadId = await aThread({ by: ana, tags: ['brass'] });
  await aThread({ by: ana, tags: ['wax'] });
  expect(await toldTo(ben)).toEqual(['question, follow', 'question, follow']);
  expect(await toldTo(cleo)).toEqual(['question, follow']);
  await followPlace({ kind: 'thread', id: threadId, follow: false }, cleo);
  await aReply(threadId, owner);
  expect(await toldTo(ben)).toHaveLength(3);
  expect(await toldTo(cleo), 'the thread was stopped, whatever tag it has').toHaveLength(1);
  await followPlace({ kind: 'category', id: categoryId, follow: false }, ben);
});

test('stopping a thread lasts: a later reply or "me too" does not start it again, the button does', async () => {
  const threadId = await aThread({ by: ana });
  await aReply(threadId, ben);
  await followPlace({ kind: 'thread', id: threadId, follow: false }, ben);
  await followPlace({ kind: 'thread', id: threadId, follow: false }, ana);
  await aReply(threadId, ben);
  await sayMeToo({ threadId, meToo: true }, ben);
  await aReply(threadId, cleo);
  expect(await toldTo(ben)).toEqual([]);
  expect(await toldTo(ana), 'the first reply came before she stopped').toEqual([]);
  await followPlace({ kind: 'thread', id: threadId, follow: true }, ben);
  await aReply(threadId, cleo);
  expect(await toldTo(ben)).toEqual(['reply, follow']);
});

test('nothing is told of what is hidden, by whom one muted, or to who is suspended, deleted or without an address', async () => {
  const threadId = await aThread({ by: ana });
  const gone = await aPerson({ suspendedAt: new Date() });
  const imported = await aPerson({ email: null });
  const former = await aPerson();
  await db.person.update({ where: { id: former.id }, data: { deletedAt: new Date() } });
  for (const person of [gone, imported, former, cleo]) {
    await followPlace({ kind: 'thread', id: threadId, follow: true }, person);
  }
  await mutePerson({ personId: ben.id, mute: true }, cleo);
  const hidden = await aReply(threadId, ben);
  await hidePost({ kind: 'reply', id: hidden, reason: 'spam' }, owner);
  expect(await toldTo(ana)).toEqual([]);
  await aReply(threadId, ben);
  expect(await toldTo(ana)).toHaveLength(1);
  for (const person of [gone, imported, former, cleo]) expect(await toldTo(person)).toEqual([]);
  await mutePerson({ personId: ben.id, mute: false }, cleo);
  await aReply(threadId, ben);
  expect(await toldTo(cleo)).toHaveLength(1);
});

test('a post that names fifty people tells ten of them', async () => {
  const many = await Promise.all(Array.from({ length: 50 }, () => aPerson()));
  const threadId = await aThread({ by: ana });
  await aReply(threadId, ben, many.map((person) => `@"${person.name}"`).join(' '));
  await runDueJobs(handlers);
  expect(
    await db.notification.count({ where: { personId: { in: many.map(({ id }) => id) }, threadId } }),
  ).toBe(10);
});

test('a post that names others in each of twenty edits tells ten of them in all', async () => {
  const many = await Promise.all(Array.from({ length: 60 }, () => aPerson()));
  const threadId = await aThread({ by: ana });
  const replyId = await aReply(threadId, ben, 'Who knows?');
  for (let edit = 0; edit < 20; edit += 1) {
    const names = many.slice(edit * 3, edit * 3 + 3).map((person) => `@"${person.name}"`);
    await editReply({ replyId, body: names.join(' ') }, ben);
    await runDueJobs(handlers);
  }
  const toldOf = { personId: { in: many.map(({ id }) => id) }, threadId };
  expect(await db.notification.count({ where: toldOf })).toBe(10);
});

test('an edit tells only whom it newly names, and naming somebody again and again tells them once', async () => {
  const threadId = await aThread({ by: ana });
  const replyId = await aReply(threadId, ben, 'See below.');
  expect(await toldTo(cleo)).toEqual([]);
  for (const body of [`@"${cleo.name}" knows.`, 'See below!', `Ask @"${cleo.name}", and @"${ana.name}".`]) {
    await editReply({ replyId, body }, ben);
    await runDueJobs(handlers);
  }
  expect(await toldTo(cleo)).toEqual(['mention, mention']);
  expect(await toldTo(ana)).toEqual(['reply, yours']);
});

test('who wrote an accepted reply is told by whom, not when they accepted it themselves', async () => {
  const threadId = await aThread({ by: ana });
  const byBen = await aReply(threadId, ben);
  const byAna = await aReply(threadId, ana);
  await acceptAnswer({ threadId, replyId: byBen }, ana);
  await acceptAnswer({ threadId, replyId: byAna }, ana);
  expect((await toldTo(ben)).sort()).toEqual(['accepted, yours', 'reply, follow']);
  expect(await toldTo(ana)).toEqual(['reply, yours']);
  expect(await db.notification.findFirst({ where: { kind: 'accepted', personId: ben.id } })).toMatchObject({
    byId: ana.id,
    replyId: byBen,
    threadId,
  });
});
