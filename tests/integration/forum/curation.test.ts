import { expect, test } from 'vitest';
import { later, MINUTE, now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { promoteThread } from '@/lib/faq/promote-thread';
import { markDuplicate } from '@/lib/forum/curation/mark-duplicate';
import { mergeThreads } from '@/lib/forum/curation/merge-threads';
import { splitThread } from '@/lib/forum/curation/split-thread';
import { unmarkDuplicate } from '@/lib/forum/curation/unmark-duplicate';
import { newThreads } from '@/lib/forum/feed-queries';
import { latestThreads } from '@/lib/forum/list-queries';
import { mergedHref, replyHref, threadPage } from '@/lib/forum/page-queries';
import { postReply } from '@/lib/forum/post-reply';
import { threadForSearch, threadList } from '@/lib/forum/queries';
import { sayMeToo } from '@/lib/forum/say-me-too';
import { threadsFound } from '@/lib/forum/search-queries';
import { acceptAnswer } from '@/lib/forum/solutions/accept-answer';
import { voteReply } from '@/lib/forum/vote-reply';
import { newId } from '@/lib/ids';
import { handlers } from '@/lib/jobs/handlers';
import { runDueJobs } from '@/lib/jobs/worker';
import { flagPost } from '@/lib/moderation/flag-post';
import { hidePost } from '@/lib/moderation/hide-post';
import { aPerson } from '../../support/a-person';
import { aReply, aThread } from '../../support/a-thread';
import { expectCountersToEqualRows } from '../../support/counters';

const owner = await aPerson({ role: 'owner' });
const helper = await aPerson({ role: 'helper' });
const ana = await aPerson();
const ben = await aPerson();
const cleo = await aPerson();
const twenty = Array.from({ length: 20 }, (_, index) => index);
let minutes = 0;

/** Posts in one test are written within a moment; a real conversation has its times. */
async function at(replyId: string): Promise<string> {
  minutes += 1;
  await db.reply.update({
    where: { id: replyId },
    data: { createdAt: later(now(), (minutes - 1000) * MINUTE) },
  });
  return replyId;
}

async function askedAt(threadId: string): Promise<string> {
  minutes += 1;
  await db.thread.update({
    where: { id: threadId },
    data: { createdAt: later(now(), (minutes - 1000) * MINUTE) },
  });
  return threadId;
}

const orderOf = async (threadId: string) =>
  (await db.reply.findMany({ where: { threadId }, orderBy: { number: 'asc' } })).map(({ id }) => id);

test('a duplicate leads to its target, which counts it, and waits in no list of open questions', async () => {
  const target = await aThread({ by: ana });
  const thread = await aThread({ by: ben });
  const open = async () =>
    (await threadList({ page: 1, state: 'unanswered' }, null)).items.map(({ id }) => id);
  expect(await open()).toContain(thread);
  const said = await Promise.all(twenty.map(() => markDuplicate({ threadId: thread, target }, helper)));
  for (const answer of said) expect(answer).toMatchObject({ ok: true, targetId: target });
  expect(await open()).not.toContain(thread);
  expect((await latestThreads(null, 50)).map(({ id }) => id)).toContain(thread);
  expect(await threadPage(target, null, 1)).toMatchObject({ duplicateCount: 1, duplicateOf: null });
  const page = await threadPage(thread, null, 1);
  expect(page).toMatchObject({ duplicateOf: { id: target } });
  expect(page?.events.map(({ kind }) => kind)).toEqual(['duplicate']);
  await expectCountersToEqualRows(target, thread);
  expect(await unmarkDuplicate({ threadId: thread }, ben)).toMatchObject({ ok: true });
  expect(await open()).toContain(thread);
  await expectCountersToEqualRows(target, thread);
});

test('chains of duplicates are one link long, and a circle cannot be made', async () => {
  const [a, b, c] = [await aThread({ by: ana }), await aThread({ by: ana }), await aThread({ by: ana })];
  await markDuplicate({ threadId: a, target: b }, owner);
  await markDuplicate({ threadId: b, target: c }, owner);
  const links = await db.duplicateLink.findMany({ where: { threadId: { in: [a, b, c] } } });
  expect(new Map(links.map(({ threadId, targetId }) => [threadId, targetId]))).toEqual(
    new Map([
      [a, c],
      [b, c],
    ]),
  );
  expect(await markDuplicate({ threadId: c, target: a }, owner)).toEqual({ ok: false, reason: 'same' });
  const d = await aThread({ by: ana });
  expect(await markDuplicate({ threadId: d, target: a }, owner)).toMatchObject({ ok: true, targetId: c });
  await expectCountersToEqualRows(a, b, c, d);
});

test('twenty people who mark each other’s threads at once leave no chain, no circle and right counts', async () => {
  const ids = await Promise.all([1, 2, 3, 4].map(() => aThread({ by: ana })));
  await Promise.all(
    twenty.map((index) =>
      markDuplicate(
        { threadId: ids[index % 4] as string, target: ids[(index + 1 + (index % 3)) % 4] as string },
        index % 2 ? owner : helper,
      ),
    ),
  );
  const links = await db.duplicateLink.findMany({ where: { threadId: { in: ids } } });
  const sources = new Set(links.map(({ threadId }) => threadId));
  for (const { targetId } of links) expect(sources.has(targetId)).toBe(false);
  await expectCountersToEqualRows(...ids);
});

test('who marks must be allowed to on the thread and see the target', async () => {
  const own = await aThread({ by: ana });
  const other = await aThread({ by: ben });
  const hidden = await aThread({ by: ben });
  await hidePost({ kind: 'thread', id: hidden, reason: '' }, owner);
  expect(await markDuplicate({ threadId: other, target: own }, ana)).toEqual({
    ok: false,
    reason: 'not-allowed',
  });
  expect(await markDuplicate({ threadId: own, target: hidden }, ana)).toEqual({
    ok: false,
    reason: 'target-unknown',
  });
  expect(await markDuplicate({ threadId: own, target: hidden }, owner)).toEqual({
    ok: false,
    reason: 'target-hidden',
  });
  expect(await markDuplicate({ threadId: hidden, target: own }, ana)).toEqual({
    ok: false,
    reason: 'not-found',
  });
  expect(await markDuplicate({ threadId: own, target: newId() }, ana)).toEqual({
    ok: false,
    reason: 'target-unknown',
  });
});

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

test('duplicates of a merged thread lead to the thread it was merged into', async () => {
  const [from, into, duplicate] = [
    await aThread({ by: ana }),
    await aThread({ by: ana }),
    await aThread({ by: ana }),
  ];
  await markDuplicate({ threadId: duplicate, target: from }, owner);
  await markDuplicate({ threadId: into, target: from }, owner);
  await mergeThreads({ threadId: from, target: into }, owner);
  expect(
    await db.duplicateLink.findMany({ where: { threadId: { in: [from, into, duplicate] } } }),
  ).toMatchObject([{ threadId: duplicate, targetId: into }]);
  await expectCountersToEqualRows(from, into, duplicate);
});

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
