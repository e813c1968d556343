import { expect, test } from 'vitest';
import type { Actor } from '@/lib/accounts/schema';
import { db } from '@/lib/db/client';
import { markDuplicate } from '@/lib/forum/curation/mark-duplicate';
import { mergeThreads } from '@/lib/forum/curation/merge-threads';
import { splitThread } from '@/lib/forum/curation/split-thread';
import { unmarkDuplicate } from '@/lib/forum/curation/unmark-duplicate';
import { threadPage } from '@/lib/forum/page-queries';
import { postReply } from '@/lib/forum/post-reply';
import { sayMeToo } from '@/lib/forum/say-me-too';
import { acceptAnswer } from '@/lib/forum/solutions/accept-answer';
import { reopenThread } from '@/lib/forum/solutions/reopen-thread';
import { reportAnswer } from '@/lib/forum/solutions/report-answer';
import { unacceptAnswer } from '@/lib/forum/solutions/unaccept-answer';
import { voteReply } from '@/lib/forum/vote-reply';
import { withdrawReply } from '@/lib/forum/withdraw-reply';
import { flagPost } from '@/lib/moderation/flag-post';
import { hidePost } from '@/lib/moderation/hide-post';
import { restorePost } from '@/lib/moderation/restore-post';
import { aPerson } from '../../support/a-person';
import { aReply, aThread } from '../../support/a-thread';
import { expectCountersToEqualRows } from '../../support/counters';

const owner = await aPerson({ role: 'owner' });
const helper = await aPerson({ role: 'helper' });
const ana = await aPerson();
const ben = await aPerson();
const crowd = await Promise.all(Array.from({ length: 5 }, () => aPerson()));
const fifty = Array.from({ length: 50 }, (_, index) => index);

const someoneOf = (index: number) => crowd[index % crowd.length] as Actor;

/** Fifty tries of one act at the same moment; each answers as if it had been the only one. */
async function fiftyTimes<Answer extends { ok: boolean }>(act: (index: number) => Promise<Answer>) {
  const answers = await Promise.all(fifty.map(act));
  expect(answers.filter(({ ok }) => !ok)).toEqual([]);
  return answers;
}

test('the same reply sent fifty times at once is one reply, and everybody gets its address', async () => {
  const threadId = await aThread({ by: ana });
  const answers = await fiftyTimes(() => postReply({ threadId, body: 'Look in the shed.' }, ben));
  expect(new Set(answers.map((answer) => (answer.ok ? answer.replyId : answer.reason))).size).toBe(1);
  expect(answers.filter((answer) => answer.ok && !answer.repeated)).toHaveLength(1);
  expect(await db.reply.count({ where: { threadId } })).toBe(1);
  expect(await db.follow.count({ where: { threadId, personId: ben.id } })).toBe(1);
  await expectCountersToEqualRows(threadId);
});

/** What one person says of another's post; again and again at the same moment it is said once. */
const once: Record<
  string,
  (post: { threadId: string; replyId: string }, by: Actor) => Promise<{ ok: boolean }>
> = {
  'a vote': ({ replyId }, by) => voteReply({ replyId, vote: true }, by),
  '"me too"': ({ threadId }, by) => sayMeToo({ threadId, meToo: true }, by),
  'a flag on the thread': ({ threadId }, by) =>
    flagPost({ targetType: 'thread', targetId: threadId, reason: 'Rude' }, by),
  'a flag on the reply': ({ replyId }, by) =>
    flagPost({ targetType: 'reply', targetId: replyId, reason: 'Rude' }, by),
  'a report': ({ replyId }, by) => reportAnswer({ replyId, broken: true }, by),
  'an acceptance': (post) => acceptAnswer(post, ana),
};

test.each(Object.entries(once))('%s sent fifty times at once counts once per person', async (_, say) => {
  const post = { threadId: await aThread({ by: ana }), replyId: '' };
  post.replyId = await aReply(post.threadId, ben);
  await acceptAnswer(post, owner);
  const rows = async () => [
    await db.replyVote.count({ where: { replyId: post.replyId } }),
    await db.meToo.count({ where: { threadId: post.threadId } }),
    await db.flag.count({ where: { OR: [{ threadId: post.threadId }, { replyId: post.replyId }] } }),
    await db.answerReport.count({ where: { replyId: post.replyId } }),
    await db.acceptedAnswer.count({ where: { threadId: post.threadId } }),
  ];
  const before = await rows();
  const isAcceptance = say === once['an acceptance'];
  if (isAcceptance) await unacceptAnswer(post, owner);
  await fiftyTimes(() => say(post, someoneOf(0)));
  await say(post, someoneOf(1));
  const more = (await rows()).map((count, index) => count - (before[index] ?? 0));
  expect(more.filter((count) => count !== 0)).toEqual(isAcceptance ? [] : [2]);
  if (isAcceptance) {
    expect(await db.threadEvent.count({ where: { threadId: post.threadId, kind: 'solved' } })).toBe(2);
  }
  await expectCountersToEqualRows(post.threadId);
});

test('fifty people at once are fifty votes and fifty who have the problem', async () => {
  const many = await Promise.all(fifty.map(() => aPerson()));
  const threadId = await aThread({ by: ana });
  const replyId = await aReply(threadId, ben);
  await fiftyTimes((index) => voteReply({ replyId, vote: true }, many[index] as Actor));
  await fiftyTimes((index) => sayMeToo({ threadId, meToo: true }, many[index] as Actor));
  expect(await threadPage(threadId, null, 1)).toMatchObject({ meTooCount: 50, replies: [{ voteCount: 50 }] });
  await expectCountersToEqualRows(threadId);
});

test('said and taken back at once, every counter still equals its rows', async () => {
  const threadId = await aThread({ by: ana });
  const replies = await Promise.all([1, 2, 3].map(() => aReply(threadId, ben)));
  await fiftyTimes<{ ok: boolean }>((index) => {
    const replyId = replies[index % replies.length] as string;
    if (index % 5 === 0) return postReply({ threadId, body: `Storm ${index}` }, someoneOf(index));
    if (index % 5 === 1) return voteReply({ replyId, vote: index % 2 === 0 }, someoneOf(index));
    if (index % 5 === 2) return sayMeToo({ threadId, meToo: index % 3 !== 0 }, someoneOf(index));
    if (index % 5 === 3) return acceptAnswer({ threadId, replyId }, ana);
    return unacceptAnswer({ threadId, replyId }, ana);
  });
  await expectCountersToEqualRows(threadId);
});

test('merging, splitting, hiding, taking back and marking beside votes and replies lose nothing and miscount nothing', async () => {
  const [first, second] = [await aThread({ by: ana }), await aThread({ by: ben })];
  const replies = await Promise.all(
    Array.from({ length: 8 }, (_, index) => aReply(index % 2 ? first : second, someoneOf(index))),
  );
  const written = new Map<string, string>();
  const acts = fifty.map((index): (() => Promise<unknown>) => {
    const [threadId, other] = index % 2 ? [first, second] : [second, first];
    const replyId = replies[index % replies.length] as string;
    const person = someoneOf(index);
    switch (index % 10) {
      case 0:
        return async () => {
          const posted = await postReply({ threadId, body: `Storm ${index}` }, person);
          if (posted.ok) written.set(posted.replyId, person.id);
        };
      case 1:
        return () => voteReply({ replyId, vote: index % 3 !== 0 }, ana);
      case 2:
        return () => sayMeToo({ threadId, meToo: index % 3 !== 0 }, person);
      case 3:
        return () => acceptAnswer({ threadId, replyId }, owner);
      case 4:
        return () => hidePost({ kind: 'reply', id: replyId, reason: '' }, helper);
      case 5:
        return () => restorePost({ kind: 'reply', id: replyId }, owner);
      case 6:
        return () => splitThread({ threadId, replyIds: [replyId], title: `Split off, ${index}` }, owner);
      case 7:
        return index < 20
          ? () => mergeThreads({ threadId, target: other }, helper)
          : () => withdrawReply({ replyId }, person);
      case 8:
        return () => markDuplicate({ threadId, target: other }, owner);
      default:
        return index < 20
          ? () => unmarkDuplicate({ threadId }, owner)
          : () => reopenThread({ threadId }, owner);
    }
  });
  await Promise.all(acts.map((act) => act()));
  const threads = await db.thread.findMany({ select: { id: true } });
  await expectCountersToEqualRows(...threads.map(({ id }) => id));
  // What was posted is somewhere, once: as a reply, or as the question it became.
  for (const [id, authorId] of written) {
    const there =
      (await db.reply.count({ where: { id, authorId } })) + (await db.thread.count({ where: { id } }));
    expect(there).toBe(1);
  }
  // No reply stands in a thread that was merged away, and no acceptance in another thread than its reply.
  expect(await db.reply.count({ where: { thread: { mergedIntoId: { not: null } } } })).toBe(0);
  const accepted = await db.acceptedAnswer.findMany({
    select: { threadId: true, reply: { select: { threadId: true } } },
  });
  for (const answer of accepted) expect(answer.threadId).toBe(answer.reply.threadId);
});
