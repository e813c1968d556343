import { expect, test } from 'vitest';
import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { promoteThread } from '@/lib/faq/promote-thread';
import { mergeThreads } from '@/lib/forum/curation/merge-threads';
import { newThreads } from '@/lib/forum/feed-queries';
import { latestThreads } from '@/lib/forum/list-queries';
import { mergedHref, replyHref, threadPage } from '@/lib/forum/page-queries';
import { postReply } from '@/lib/forum/post-reply';
import { threadForSearch, threadList } from '@/lib/forum/queries';
import { sayMeToo } from '@/lib/forum/say-me-too';
import { threadsFound } from '@/lib/forum/search-queries';
import { acceptAnswer } from '@/lib/forum/solutions/accept-answer';
import { voteReply } from '@/lib/forum/vote-reply';
import { handlers } from '@/lib/jobs/handlers';
import { runDueJobs } from '@/lib/jobs/worker';
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

test('merging puts question and replies into the other thread in time order, with everything that hangs on them', async () => {
  const into = await askedAt(await aThread({ by: ana, title: 'The floor stays sticky' }));
  const first = await at(await aReply(into, ben));
  const from = await askedAt(await aThread({ by: cleo, title: 'Sticky *floor* again' }));
  const moved = await at(await aReply(from, ben));
  const last = await at(await aReply(into, cleo));
  await acceptAnswer({ threadId: from, replyId: moved }, cleo);
  await voteReply({ replyId: moved, vote: true }, ana);
  await flagPost({ targetType: 'thread', targetId: from, reason: 'Twice' }, ana);
  await sayMeToo({ threadId: from, meToo: true }, ben);
  await sayMeToo({ threadId: into, meToo: true }, ben);
  await db.readPosition.create({ data: { personId: ben.id, threadId: into, number: 1, at: now() } });
  await db.readPosition.create({ data: { personId: cleo.id, threadId: into, number: 2, at: now() } });
  const dan = await aPerson();
  await sayMeToo({ threadId: from, meToo: true }, dan);
  await db.follow.updateMany({
    where: { threadId: into, personId: ben.id },
    data: { stoppedAt: now() },
  });

  const answers = await Promise.all(twenty.map(() => mergeThreads({ threadId: from, target: into }, owner)));
  for (const answer of answers) expect(answer).toMatchObject({ ok: true, threadId: into });

  expect(await orderOf(into)).toEqual([first, from, moved, last]);
  const page = await threadPage(into, null, 1);
  expect(page).toMatchObject({ state: 'solved', replyCount: 4, meTooCount: 3, accepted: [{ id: moved }] });
  expect(page?.replies[1]?.body).toMatch(/^\*\*Sticky \\\*floor\\\* again\*\*\n\n/);
  expect(page?.events.map(({ kind, note }) => [kind, note])).toContainEqual([
    'merged',
    'Sticky *floor* again',
  ]);
  expect(await db.flag.findMany({ where: { replyId: from } })).toMatchObject([
    { kind: 'reply', threadId: null },
  ]);
  const followers = await db.follow.findMany({ where: { threadId: into } });
  expect(followers.map(({ personId }) => personId).sort()).toEqual([ana.id, ben.id, cleo.id, dan.id].sort());
  expect(followers.find(({ personId }) => personId === ben.id)?.stoppedAt).not.toBeNull();
  expect(await db.follow.count({ where: { threadId: from } })).toBe(0);
  const read = await db.readPosition.findMany({ where: { threadId: into } });
  expect(new Map(read.map(({ personId, number }) => [personId, number]))).toEqual(
    new Map([
      [ben.id, 1],
      [cleo.id, 4],
    ]),
  );
  await expectCountersToEqualRows(into, from);

  for (const actor of [null, cleo, owner]) {
    expect(await threadPage(from, actor, 1)).toBeNull();
    expect(await mergedHref(from, actor)).toBe(page?.href);
  }
  expect(await replyHref(moved, null)).toBe(`${page?.href}#reply-${moved}`);
  expect(await replyHref(from, null)).toBe(`${page?.href}#reply-${from}`);
  expect(await threadForSearch(from)).toBeNull();
  expect(await threadsFound([from], null)).toEqual([]);
  const listed = [
    ...(await latestThreads(null, 50)),
    ...(await threadList({ page: 1 }, owner)).items,
    ...(await newThreads(50)),
  ];
  expect(listed.some(({ href }) => href.includes(from))).toBe(false);
});

test('a reply to a thread that was merged meanwhile is posted where it is now', async () => {
  const from = await aThread({ by: ana });
  const into = await aThread({ by: ben });
  await mergeThreads({ threadId: from, target: into }, helper);
  const posted = await postReply({ threadId: from, body: 'Written while it moved.' }, cleo);
  expect(posted).toMatchObject({ ok: true, threadId: into });
  await expectCountersToEqualRows(from, into);
});

test('merging both ways, posting, voting and hiding at once keeps one thread with right counts and loses no post', async () => {
  const [a, b] = [await aThread({ by: ana }), await aThread({ by: ben })];
  const replies = await Promise.all([a, b, a, b].map((threadId) => aReply(threadId, cleo)));
  const acts = twenty.map((index): Promise<{ ok: boolean }> => {
    const replyId = replies[index % 4] as string;
    if (index % 5 === 0) return mergeThreads({ threadId: a, target: b }, owner);
    if (index % 5 === 1) return mergeThreads({ threadId: b, target: a }, helper);
    if (index % 5 === 2) return postReply({ threadId: index % 2 ? a : b, body: `Storm ${index}` }, ana);
    if (index % 5 === 3) return voteReply({ replyId, vote: true }, ana);
    return hidePost({ kind: 'reply', id: replyId, reason: '' }, owner);
  });
  const posted = (await Promise.all(acts)).filter(({ ok }, index) => ok && index % 5 === 2);
  expect(posted).toHaveLength(4);
  const merged = await db.thread.findMany({ where: { id: { in: [a, b] }, mergedIntoId: { not: null } } });
  expect(merged).toHaveLength(1);
  expect(await db.reply.count({ where: { threadId: { in: [a, b] } } })).toBe(4 + 4 + 1);
  expect(await db.reply.count({ where: { threadId: merged[0]?.id } })).toBe(0);
  await expectCountersToEqualRows(a, b);
});

test('merging asks the policy on both threads', async () => {
  const mine = await aThread({ by: ana });
  const hidden = await aThread({ by: ana });
  await hidePost({ kind: 'thread', id: hidden, reason: '' }, owner);
  expect(await mergeThreads({ threadId: mine, target: await aThread({ by: ana }) }, ana)).toEqual({
    ok: false,
    reason: 'not-allowed',
  });
  expect(await mergeThreads({ threadId: hidden, target: mine }, helper)).toEqual({
    ok: false,
    reason: 'hidden',
  });
  expect(await mergeThreads({ threadId: mine, target: hidden }, helper)).toEqual({
    ok: false,
    reason: 'target-hidden',
  });
  expect(await mergeThreads({ threadId: mine, target: mine }, helper)).toEqual({ ok: false, reason: 'same' });
});

test('the article that was made of a merged thread stands for the thread it was merged into', async () => {
  const [first, second, into] = [
    await aThread({ by: ana }),
    await aThread({ by: ana }),
    await aThread({ by: ana }),
  ];
  const [article, other] = [await promoteThread(first, owner), await promoteThread(second, owner)];
  if (!article.ok || !other.ok) throw new Error('refused');
  for (const threadId of [first, second]) {
    await mergeThreads({ threadId, target: into }, owner);
    await runDueJobs(handlers);
  }
  const articles = await db.article.findMany({ where: { id: { in: [article.id, other.id] } } });
  expect(new Map(articles.map(({ id, fromThreadId }) => [id, fromThreadId]))).toEqual(
    new Map([
      [article.id, into],
      [other.id, second],
    ]),
  );
});
