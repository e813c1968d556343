import { expect, test } from 'vitest';
import type { Actor } from '@/lib/accounts/schema';
import { later, MINUTE, now } from '@/lib/clock';
import { forgetConfig } from '@/lib/config';
import { db } from '@/lib/db/client';
import { editReply } from '@/lib/forum/edit-reply';
import { newThreads } from '@/lib/forum/feed-queries';
import { threadHistory } from '@/lib/forum/history-queries';
import { forumPage, latestThreads, threadTag, unsolvedThreads, usedTags } from '@/lib/forum/list-queries';
import { replyHref, replyView, threadPage } from '@/lib/forum/page-queries';
import { postReply } from '@/lib/forum/post-reply';
import {
  threadCards,
  threadForSearch,
  threadList,
  threadsBetween,
  threadsByAuthor,
} from '@/lib/forum/queries';
import { acceptAnswer } from '@/lib/forum/solutions/accept-answer';
import { voteReply } from '@/lib/forum/vote-reply';
import { handlers } from '@/lib/jobs/handlers';
import { runDueJobs } from '@/lib/jobs/worker';
import { dismissFlags } from '@/lib/moderation/dismiss-flags';
import { flagPost } from '@/lib/moderation/flag-post';
import { hidePost } from '@/lib/moderation/hide-post';
import { flaggedPosts, hiddenPosts, moderationLog } from '@/lib/moderation/queries';
import { restorePost } from '@/lib/moderation/restore-post';
import { aPerson } from '../../support/a-person';
import { aReply, aThread } from '../../support/a-thread';

const owner = await aPerson({ role: 'owner' });
const helper = await aPerson({ role: 'helper' });
const ana = await aPerson();
const ben = await aPerson();
const CANARY = 'canarywords';

/** Everything the forum and moderation tell, as one text. */
async function everythingTold(threadId: string, replyId: string, actor: Actor | null): Promise<string> {
  const told = await Promise.all([
    latestThreads(actor, 50),
    unsolvedThreads(actor, 50),
    threadList({ page: 1 }, actor),
    forumPage({ page: 1 }, actor),
    forumPage({ page: 1, state: 'unsolved' }, actor),
    threadList({ page: 1, tag: CANARY }, actor),
    threadsByAuthor(ana.id, actor, 1),
    threadCards([threadId], actor),
    threadForSearch(threadId),
    threadsBetween(later(now(), -MINUTE), later(now(), MINUTE)),
    threadTag(CANARY),
    usedTags(),
    newThreads(50),
    threadPage(threadId, actor, 1),
    threadHistory(threadId, actor),
    replyView(replyId, actor),
    replyHref(replyId, actor),
    flaggedPosts(actor),
    hiddenPosts(actor, 1),
    moderationLog(actor, 1),
  ]);
  return JSON.stringify(told);
}

test('a hidden thread is in no query of anybody but the staff and its author', async () => {
  const id = await aThread({ by: ana, title: `A ${CANARY} title`, body: CANARY, tags: [CANARY] });
  const replyId = await aReply(id, ben, `Reply in ${CANARY}`);
  await acceptAnswer({ threadId: id, replyId }, ana);
  expect(await everythingTold(id, replyId, null)).toContain(CANARY);
  await hidePost({ kind: 'thread', id, reason: 'Private data' }, helper);
  for (const actor of [null, ben]) expect(await everythingTold(id, replyId, actor)).not.toContain(CANARY);
  for (const actor of [ana, owner, helper]) {
    expect(await threadPage(id, actor, 1)).toMatchObject({ hidden: { reason: 'Private data' } });
  }
  expect(await threadForSearch(id)).toBeNull();
  for (const answer of [
    await postReply({ threadId: id, body: 'Hello?' }, ben),
    await voteReply({ replyId, vote: true }, ben),
    await flagPost({ targetType: 'thread', targetId: id, reason: 'x' }, ben),
    await flagPost({ targetType: 'reply', targetId: replyId, reason: 'x' }, ben),
  ]) {
    expect(answer).toEqual({ ok: false, reason: 'not-found' });
  }
  await restorePost({ kind: 'thread', id }, owner);
  expect(await everythingTold(id, replyId, null)).toContain(CANARY);
});

test('a hidden reply is gone from pages, search and digest, is not counted, and no longer solves its thread', async () => {
  const id = await aThread({ by: ana });
  const replyId = await aReply(id, ben, 'secretwords here');
  await acceptAnswer({ threadId: id, replyId }, ana);
  await hidePost({ kind: 'reply', id: replyId, reason: 'Rude' }, owner);
  for (const actor of [null, ana]) {
    expect(await everythingTold(id, replyId, actor)).not.toContain('secretwords');
    expect(await threadPage(id, actor, 1)).toMatchObject({ total: 0, state: 'unanswered', replyCount: 0 });
  }
  expect((await threadPage(id, ben, 1))?.replies[0]).toMatchObject({ hidden: { reason: 'Rude' } });
  expect((await editReply({ replyId, body: 'Polite now' }, ben)).ok).toBe(false);
  expect(await acceptAnswer({ threadId: id, replyId }, ana)).toEqual({ ok: false, reason: 'not-found' });
  expect(await acceptAnswer({ threadId: id, replyId }, owner)).toEqual({ ok: false, reason: 'hidden' });
  await restorePost({ kind: 'reply', id: replyId }, owner);
  expect(await threadPage(id, null, 1)).toMatchObject({ total: 1, state: 'solved', replyCount: 1 });
});

test('hiding, restoring and replying at once leave counters equal to the visible rows', async () => {
  const threadId = await aThread({ by: ana });
  const replies = await Promise.all(Array.from({ length: 6 }, () => aReply(threadId, ben)));
  const acts = Array.from({ length: 50 }, (_, index) => {
    const id = replies[index % replies.length] as string;
    if (index % 4 === 0) return postReply({ threadId, body: `More ${index}` }, ben);
    if (index % 4 === 1) return acceptAnswer({ threadId, replyId: id }, owner);
    if (index % 4 === 2) return hidePost({ kind: 'reply', id, reason: '' }, helper);
    return restorePost({ kind: 'reply', id }, owner);
  });
  await Promise.all<unknown>(acts);
  const thread = await db.thread.findUniqueOrThrow({ where: { id: threadId } });
  expect(thread.replyCount).toBe(await db.reply.count({ where: { threadId, hiding: null } }));
  expect(thread.acceptedCount).toBe(
    await db.acceptedAnswer.count({ where: { threadId, reply: { hiding: null } } }),
  );
});

test('only the staff hides; every act has one row in the log, however often it is sent', async () => {
  const id = await aThread({ by: ana });
  expect(await hidePost({ kind: 'thread', id, reason: '' }, ana)).toEqual({
    ok: false,
    reason: 'not-allowed',
  });
  await Promise.all(
    [owner, helper, owner, helper].map((actor) => hidePost({ kind: 'thread', id, reason: 'Spam' }, actor)),
  );
  await restorePost({ kind: 'thread', id }, owner);
  await restorePost({ kind: 'thread', id }, owner);
  const log = await db.moderationEntry.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } });
  expect(log.map((entry) => entry.action)).toEqual(['hide', 'restore']);
  const unknown = { kind: 'reply' as const, id: 'nothing-of-this-id', reason: '' };
  expect(await hidePost(unknown, owner)).toEqual({ ok: false, reason: 'not-found' });
});

test('a person flags a post once, not their own, and the staff answers', async () => {
  const id = await aThread({ by: ana });
  const flag = { targetType: 'thread' as const, targetId: id, reason: 'This is spam' };
  expect(await flagPost(flag, ana)).toEqual({ ok: false, reason: 'own' });
  const results = await Promise.all(Array.from({ length: 20 }, () => flagPost(flag, ben)));
  expect(results.every((result) => result.ok)).toBe(true);
  expect(await db.flag.count({ where: { threadId: id } })).toBe(1);
  expect((await flaggedPosts(owner)).find((post) => post.id === id)?.flags).toMatchObject([
    { by: ben.name, reason: 'This is spam' },
  ]);
  expect(await flaggedPosts(ben)).toEqual([]);
  expect(await dismissFlags({ kind: 'thread', id }, ben)).toEqual({ ok: false, reason: 'not-allowed' });
  await dismissFlags({ kind: 'thread', id }, owner);
  expect((await flaggedPosts(owner)).some((post) => post.id === id)).toBe(false);
  expect((await moderationLog(owner, 1)).items[0]).toMatchObject({ action: 'dismiss-flag', by: owner.name });
});

test('a reply that is hidden before its mail was written is told to nobody', async () => {
  process.env.NOTIFY_AFTER_SECONDS = '0';
  forgetConfig();
  await runDueJobs(handlers);
  const id = await aThread({ by: ana });
  const hidden = await aReply(id, ben, 'hideme before mail');
  await hidePost({ kind: 'reply', id: hidden, reason: '' }, owner);
  await aReply(id, ben, 'A friendly <b>answer</b>');
  await aReply(id, ana, 'Thanks to myself');
  await runDueJobs(handlers);
  const mails = await db.mail.findMany({
    where: { dedupeKey: { startsWith: 'news:' }, toEmail: ana.email ?? '' },
  });
  expect(mails.some((mail) => mail.text.includes('hideme'))).toBe(false);
  const mail = mails.find((one) => one.text.includes('A friendly'));
  expect(mail?.html).toContain('&lt;b&gt;answer&lt;/b&gt;');
  expect(mails.filter((one) => one.text.includes('Thanks to myself'))).toEqual([]);
});
