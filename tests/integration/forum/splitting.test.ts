import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { mergeThreads } from '@/lib/forum/curation/merge-threads';
import { splitThread } from '@/lib/forum/curation/split-thread';
import { replyHref, threadPage } from '@/lib/forum/page-queries';
import { acceptAnswer } from '@/lib/forum/solutions/accept-answer';
import { voteReply } from '@/lib/forum/vote-reply';
import { flagPost } from '@/lib/moderation/flag-post';
import { hidePost } from '@/lib/moderation/hide-post';
import { aPerson } from '../../support/a-person';
import { aReply, aThread } from '../../support/a-thread';
import { expectCountersToEqualRows } from '../../support/counters';

import { askedAt, at, orderOf } from './conversation-times';

const owner = await aPerson({ role: 'owner' });
const helper = await aPerson({ role: 'helper' });
const ana = await aPerson();
const ben = await aPerson();
const cleo = await aPerson();
const twenty = Array.from({ length: 20 }, (_, index) => index);

test('splitting makes a thread of chosen replies; the first is its question and every old address leads on', async () => {
  const thread = await askedAt(await aThread({ by: ana }));
  const stays = await at(await aReply(thread, ben));
  const question = await at(await aReply(thread, cleo, 'And what about the lamp?'));
  const answer = await at(await aReply(thread, ben));
  await voteReply({ replyId: question, vote: true }, ana);
  await acceptAnswer({ threadId: thread, replyId: question }, ana);
  await acceptAnswer({ threadId: thread, replyId: answer }, ana);
  await flagPost({ targetType: 'reply', targetId: question, reason: 'Off topic' }, ana);
  const input = { threadId: thread, replyIds: [answer, question], title: 'What about the lamp?' };
  const results = await Promise.all(twenty.map(() => splitThread(input, helper)));
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  const made = await threadPage(question, null, 1);
  expect(made).toMatchObject({
    title: 'What about the lamp?',
    body: 'And what about the lamp?',
    author: { name: cleo.name },
    state: 'solved',
    replies: [{ id: answer }],
  });
  expect(await orderOf(thread)).toEqual([stays]);
  expect(await replyHref(question, null)).toBe(made?.href);
  expect(await replyHref(answer, null)).toBe(`${made?.href}#reply-${answer}`);
  expect((await threadPage(thread, null, 1))?.events.at(-1)).toMatchObject({
    kind: 'split',
    other: { href: made?.href },
    note: '2',
  });
  expect(await db.flag.findMany({ where: { threadId: question } })).toMatchObject([{ kind: 'thread' }]);
  const followers = await db.follow.findMany({ where: { threadId: question } });
  expect(new Map(followers.map(({ personId, reason }) => [personId, reason]))).toEqual(
    new Map([
      [cleo.id, 'asked'],
      [ben.id, 'replied'],
    ]),
  );
  await expectCountersToEqualRows(thread, question);
});

test('splitting off a question that was merged brings its thread back under its old address', async () => {
  const into = await askedAt(await aThread({ by: ana }));
  const from = await askedAt(await aThread({ by: ben, title: 'A question of its own', body: 'Really.' }));
  const reply = await at(await aReply(from, cleo));
  await mergeThreads({ threadId: from, target: into }, owner);
  const back = await splitThread(
    { threadId: into, replyIds: [from, reply], title: 'A question of its own' },
    owner,
  );
  expect(back).toMatchObject({ ok: true, threadId: from });
  expect(await threadPage(from, null, 1)).toMatchObject({ body: 'Really.', replies: [{ id: reply }] });
  expect(await threadPage(into, null, 1)).toMatchObject({ replies: [] });
  await expectCountersToEqualRows(into, from);
});

test('splitting takes only replies of that thread, and nobody’s but the staff’s word', async () => {
  const thread = await aThread({ by: ana });
  const reply = await aReply(thread, ben);
  const elsewhere = await aReply(await aThread({ by: ana }), ben);
  const title = 'Another question here';
  expect(await splitThread({ threadId: thread, replyIds: [reply], title }, ana)).toEqual({
    ok: false,
    reason: 'not-allowed',
  });
  expect(await splitThread({ threadId: thread, replyIds: [reply, elsewhere], title }, owner)).toEqual({
    ok: false,
    reason: 'replies-unknown',
  });
  await hidePost({ kind: 'reply', id: reply, reason: '' }, owner);
  expect(await splitThread({ threadId: thread, replyIds: [reply], title }, owner)).toEqual({
    ok: false,
    reason: 'first-hidden',
  });
});
