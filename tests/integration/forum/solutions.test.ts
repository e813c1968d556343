import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { saveLanguage } from '@/lib/accounts/save-language';
import type { Actor } from '@/lib/accounts/schema';
import { DAY, HOUR, later, MINUTE } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { threadPage } from '@/lib/forum/page-queries';
import { postReply } from '@/lib/forum/post-reply';
import { sayMeToo } from '@/lib/forum/say-me-too';
import { acceptAnswer } from '@/lib/forum/solutions/accept-answer';
import { answerWhetherSolved, closeSilentRounds } from '@/lib/forum/solutions/answer-whether-solved';
import { askWhetherSolved } from '@/lib/forum/solutions/ask-whether-solved';
import { answersToReview, whetherSolvedPage } from '@/lib/forum/solutions/queries';
import { reopenThread } from '@/lib/forum/solutions/reopen-thread';
import { reportAnswer } from '@/lib/forum/solutions/report-answer';
import { reviewAnswer } from '@/lib/forum/solutions/review-answer';
import { hidePost } from '@/lib/moderation/hide-post';
import { lockThread } from '@/lib/moderation/lock-thread';
import { aPerson } from '../../support/a-person';
import { aReply, aThread } from '../../support/a-thread';

const owner = await aPerson({ role: 'owner' });
const [ana, ben, cem, dea] = (await Promise.all([aPerson(), aPerson(), aPerson(), aPerson()])) as [
  Actor,
  Actor,
  Actor,
  Actor,
];
/** Every test has a season of its own: what another left behind is history, which nobody is asked about. */
let start = new Date('2026-01-02T09:00:00Z');

beforeEach(() => {
  start = later(start, 60 * DAY);
  vi.useFakeTimers({ toFake: ['Date'], now: start });
});
afterEach(async () => {
  vi.useRealTimers();
  await db.solvedRound.deleteMany();
  await db.mail.deleteMany();
});

function wait(ms: number): void {
  vi.setSystemTime(Date.now() + ms);
}

async function aSolvedThread(by: Actor = ana, answerBy: Actor = ben) {
  const threadId = await aThread({ by });
  const replyId = await aReply(threadId, answerBy);
  await acceptAnswer({ threadId, replyId }, by);
  return { threadId, replyId };
}

async function stateOf(threadId: string) {
  const page = await threadPage(threadId, null, 1);
  if (!page) throw new Error('gone');
  return { state: page.state, accepted: page.accepted.map(({ answer }) => answer) };
}

async function eventsOf(threadId: string): Promise<string[]> {
  const events = await db.threadEvent.findMany({
    where: { threadId },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });
  return events.map(({ kind }) => kind);
}

/** Tokens of the mails that asked, by address. */
async function tokens(): Promise<Map<string, string>> {
  const mails = await db.mail.findMany({ where: { dedupeKey: { startsWith: 'still-solved:' } } });
  return new Map(
    mails.map((mail) => [mail.toEmail, /\/solved\/([\w.~-]+)/.exec(mail.text)?.[1] ?? 'no link in the mail']),
  );
}

const say = async (person: Actor, solved: boolean) =>
  answerWhetherSolved({ token: (await tokens()).get(person.email ?? '') ?? '', solved });

test('two people who say that it no longer works put the answer on review, once each, and may take it back', async () => {
  const { threadId, replyId } = await aSolvedThread();
  const report = (who: Actor, broken = true) => reportAnswer({ replyId, broken }, who);
  expect(await report(ben)).toEqual({ ok: false, reason: 'own' });
  await Promise.all(Array.from({ length: 50 }, () => report(cem)));
  expect(await db.answerReport.count({ where: { replyId } })).toBe(1);
  expect((await stateOf(threadId)).accepted[0]?.reviewSince).toBeNull();
  await report(dea);
  expect((await stateOf(threadId)).accepted[0]?.reviewSince).toEqual(start);
  expect((await answersToReview(5)).items).toMatchObject([{ replyId, reports: 2 }]);
  expect(
    await db.job.count({ where: { event: 'forum.answer-doubted', payload: { contains: replyId } } }),
  ).toBe(1);
  await report(dea, false);
  expect((await stateOf(threadId)).accepted[0]?.reviewSince).toBeNull();
  expect((await stateOf(threadId)).state).toBe('solved');
});

test('the staff finds an answer still true, which clears the reports, or outdated, which opens the question', async () => {
  const { threadId, replyId } = await aSolvedThread();
  wait(MINUTE);
  await reportAnswer({ replyId, broken: true }, cem);
  await reportAnswer({ replyId, broken: true }, dea);
  expect(await reviewAnswer({ replyId, verdict: 'outdated' }, ana)).toEqual({
    ok: false,
    reason: 'not-allowed',
  });
  wait(MINUTE);
  await reviewAnswer({ replyId, verdict: 'still-true' }, owner);
  expect((await stateOf(threadId)).accepted).toMatchObject([{ reviewSince: null, outdatedAt: null }]);
  expect(await db.answerReport.count({ where: { replyId } })).toBe(0);
  wait(MINUTE);
  await reviewAnswer({ replyId, verdict: 'outdated' }, owner);
  const outdated = await stateOf(threadId);
  expect(outdated.state).toBe('unsolved');
  expect(outdated.accepted).toEqual([]);
  const [reply] = (await threadPage(threadId, null, 1))?.replies ?? [];
  expect(reply).toMatchObject({ accepted: false, answer: { outdatedAt: later(start, 3 * MINUTE) } });
  wait(MINUTE);
  await reviewAnswer({ replyId, verdict: 'still-true' }, owner);
  expect((await stateOf(threadId)).state).toBe('solved');
  expect(await eventsOf(threadId)).toEqual(['solved', 'on-review', 'still-true', 'outdated', 'still-true']);
});

test('a reply that says "I still have this problem" reopens the question when its asker wrote it', async () => {
  const { threadId } = await aSolvedThread();
  wait(HOUR);
  const input = { threadId, body: 'It flickers again since the storm.', stillAProblem: true };
  const results = await Promise.all(Array.from({ length: 10 }, () => postReply(input, ana)));
  expect(results.every(({ ok }) => ok)).toBe(true);
  expect((await stateOf(threadId)).state).toBe('unsolved');
  expect((await eventsOf(threadId)).filter((kind) => kind === 'reopened')).toHaveLength(1);
});

test('from somebody else it is one more who has it and a word against the solution; two of them put it on review', async () => {
  const { threadId, replyId } = await aSolvedThread();
  await postReply({ threadId, body: 'Not for me.', stillAProblem: true }, cem);
  await postReply({ threadId, body: 'Nor for me.', stillAProblem: true }, dea);
  const thread = await db.thread.findUniqueOrThrow({ where: { id: threadId } });
  expect(thread.meTooCount).toBe(await db.meToo.count({ where: { threadId } }));
  expect(thread.meTooCount).toBe(2);
  expect(await db.answerReport.count({ where: { replyId } })).toBe(2);
  expect((await stateOf(threadId)).accepted[0]?.reviewSince).toEqual(start);
});

test('whoever may say that it is solved may reopen it, and nobody else', async () => {
  const { threadId } = await aSolvedThread();
  expect(await reopenThread({ threadId }, ben)).toEqual({ ok: false, reason: 'not-allowed' });
  const both = await Promise.all([reopenThread({ threadId }, ana), reopenThread({ threadId }, owner)]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await reopenThread({ threadId }, ana)).toEqual({ ok: false, reason: 'not-solved' });
});

test('three days after an answer was accepted, everybody who had the problem is asked once, but not who said so already', async () => {
  const { threadId, replyId } = await aSolvedThread();
  await sayMeToo({ threadId, meToo: true }, cem);
  await sayMeToo({ threadId, meToo: true }, dea);
  wait(2 * DAY);
  await askWhetherSolved();
  expect(await tokens()).toEqual(new Map());
  wait(DAY);
  await Promise.all([askWhetherSolved(), askWhetherSolved(), askWhetherSolved()]);
  expect([...(await tokens()).keys()].sort()).toEqual([cem.email, dea.email].sort());
  wait(DAY);
  await askWhetherSolved();
  expect(await db.mail.count({ where: { dedupeKey: { startsWith: 'still-solved:' } } })).toBe(2);
  expect(await whetherSolvedPage((await tokens()).get(cem.email ?? '') ?? '')).toMatchObject({ said: null });
  expect(await db.solvedAsk.count({ where: { solved: { not: null } } })).toBe(0);
  await say(cem, false);
  expect((await stateOf(threadId)).state).toBe('solved');
  expect(await say(dea, false)).toMatchObject({ ok: true, reopened: true });
  expect((await stateOf(threadId)).state).toBe('unsolved');
  expect(await db.acceptedAnswer.count({ where: { replyId } })).toBe(0);
});

test('each is asked in the language they chose', async () => {
  const threadId = await aThread({ by: ana, title: 'Der Docht ertrinkt' });
  await aReply(threadId, ben);
  await sayMeToo({ threadId, meToo: true }, cem);
  await saveLanguage({ language: 'de', back: '/' }, ana);
  wait(3 * DAY);
  await askWhetherSolved();
  await db.person.update({ where: { id: ana.id }, data: { language: null } });
  const asked = await db.mail.findMany({ where: { dedupeKey: { startsWith: 'still-solved:' } } });
  expect(asked.map(({ subject, html }) => [subject, /lang="(\w+)"/.exec(html)?.[1]]).sort()).toEqual([
    ['Did this solve it? Der Docht ertrinkt', 'en'],
    ['Hat das geholfen? Der Docht ertrinkt', 'de'],
  ]);
});

test('an open question with a reply is asked about, and its asker’s yes marks the solution', async () => {
  const threadId = await aThread({ by: ana });
  const replyId = await aReply(threadId, ben);
  wait(3 * DAY);
  await askWhetherSolved();
  expect([...(await tokens()).keys()]).toEqual([ana.email]);
  const answers = await Promise.all([say(ana, true), say(ana, true), say(ana, true)]);
  expect(answers.every(({ ok }) => ok)).toBe(true);
  expect(await stateOf(threadId)).toMatchObject({ state: 'solved', accepted: [{ assumed: false }] });
  expect(await db.acceptedAnswer.count({ where: { replyId } })).toBe(1);
});

test('a week of silence is assumed to mean solved, says so, and the asker’s later no takes it back', async () => {
  const threadId = await aThread({ by: ana });
  await aReply(threadId, ben);
  wait(3 * DAY);
  await askWhetherSolved();
  wait(7 * DAY - HOUR);
  await closeSilentRounds();
  expect((await stateOf(threadId)).state).toBe('unsolved');
  wait(HOUR);
  await Promise.all([closeSilentRounds(), closeSilentRounds()]);
  expect(await stateOf(threadId)).toMatchObject({ state: 'solved', accepted: [{ assumed: true }] });
  expect(await say(ana, false)).toMatchObject({ reopened: true });
  expect((await stateOf(threadId)).state).toBe('unsolved');
});

test('what was assumed becomes certain when its asker accepts it', async () => {
  const threadId = await aThread({ by: ana });
  const replyId = await aReply(threadId, ben);
  wait(3 * DAY);
  await askWhetherSolved();
  wait(7 * DAY);
  await closeSilentRounds();
  await acceptAnswer({ threadId, replyId }, ana);
  expect(await stateOf(threadId)).toMatchObject({ accepted: [{ assumed: false }] });
});

test('nothing is assumed while somebody who had the problem is still stuck', async () => {
  const threadId = await aThread({ by: ana });
  await aReply(threadId, ben);
  await sayMeToo({ threadId, meToo: true }, cem);
  wait(3 * DAY);
  await askWhetherSolved();
  await say(cem, false);
  wait(7 * DAY);
  await closeSilentRounds();
  expect((await stateOf(threadId)).state).toBe('unsolved');
  expect(await db.solvedRound.findFirstOrThrow({ where: { threadId } })).toMatchObject({
    outcome: 'contested',
  });
});

test('nobody is asked about history, hidden or locked threads, or while the asker was the last to write', async () => {
  const old = await aThread({ by: ana });
  await aReply(old, ben);
  wait(12 * DAY);
  const hidden = await aThread({ by: ana });
  await aReply(hidden, ben);
  await hidePost({ kind: 'thread', id: hidden, reason: '' }, owner);
  const locked = await aThread({ by: ana });
  await aReply(locked, ben);
  await lockThread({ threadId: locked, reason: '' }, owner);
  const talking = await aThread({ by: ana });
  await aReply(talking, ben);
  wait(HOUR);
  await aReply(talking, ana, 'That did nothing at all.');
  wait(3 * DAY);
  await askWhetherSolved();
  expect(await db.solvedRound.count()).toBe(0);
  expect(await tokens()).toEqual(new Map());
});

test('people who cannot be mailed, or stopped the thread, are left out; with nobody to ask there is no mail at all', async () => {
  const gone = await aPerson({ email: null });
  const bounced = await aPerson();
  await db.person.update({ where: { id: bounced.id }, data: { bounceScore: 4 } });
  const { threadId } = await aSolvedThread();
  for (const person of [gone, bounced]) await sayMeToo({ threadId, meToo: true }, person);
  wait(3 * DAY);
  await askWhetherSolved();
  await askWhetherSolved();
  expect(await tokens()).toEqual(new Map());
  expect(await db.solvedRound.findMany({ where: { threadId } })).toMatchObject([{ outcome: 'nobody' }]);
});

test.each(['', 'x', 'a.b', `${'a'.repeat(16)}.${'b'.repeat(43)}`, '../../etc'])(
  'the token %j is nobody’s: it shows and changes nothing',
  async (token) => {
    expect(await whetherSolvedPage(token)).toBeNull();
    expect(await answerWhetherSolved({ token, solved: true })).toEqual({ ok: false, reason: 'gone' });
  },
);
