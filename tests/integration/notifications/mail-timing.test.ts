import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { saveLanguage } from '@/lib/accounts/save-language';
import type { Actor } from '@/lib/accounts/schema';
import { DAY, later, MINUTE, now, SECOND } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { followPlace } from '@/lib/following/follow-place';
import { editReply } from '@/lib/forum/edit-reply';
import { acceptAnswer } from '@/lib/forum/solutions/accept-answer';
import { unacceptAnswer } from '@/lib/forum/solutions/unaccept-answer';
import { hidePost } from '@/lib/moderation/hide-post';
import { mailNews } from '@/lib/notifications/mail-news';
import { noteSeen, noteVisit } from '@/lib/notifications/mark-read';
import { saveChoices } from '@/lib/notifications/save-choices';
import { ChoicesForm } from '@/lib/notifications/schema';
import { aPerson } from '../../support/a-person';
import { aReply, aThread } from '../../support/a-thread';
import { asReceived, HALF_DAY, mailsTo, pass, stopClock, UNDO } from './forum-clock';

stopClock();
afterAll(() => void vi.useRealTimers());

const owner = await aPerson({ role: 'owner' });
let ana: Actor;
let ben: Actor;
let threadId: string;

beforeEach(async () => {
  [ana, ben] = [await aPerson(), await aPerson()];
  threadId = await aThread({ by: ana, title: 'The wick drowns in its wax' });
  await pass(SECOND);
});

test('the first reply is mailed when the two minutes for second thoughts are over, not before', async () => {
  await aReply(threadId, ben, 'Pour some wax *out*.');
  await pass(UNDO - SECOND);
  expect(await mailsTo(ana)).toEqual([]);
  await pass(2 * SECOND);
  const [mail] = await mailsTo(ana);
  expect(mail).toMatchObject({ subject: 'New reply: The wick drowns in its wax', state: 'sent' });
  expect(mail?.text).toContain('Pour some wax out.');
});

test('who chose German is told in German, to the last line', async () => {
  await saveLanguage({ language: 'de', back: '/' }, ana);
  await aReply(threadId, ben, 'Pour some wax *out*.');
  await pass(UNDO + SECOND);
  const [mail] = await mailsTo(ana);
  expect(mail?.subject).toBe('Neue Antwort: The wick drowns in its wax');
  expect(mail?.html).toContain('<html lang="de">');
  expect(mail?.text).toContain('Auf Ihre Frage gibt es eine neue Antwort:');
  expect(mail?.text).toContain('Zu diesem Beitrag nichts mehr schicken: ');
  expect(mail?.text).not.toMatch(/\b(You|There is|Read and|Stop)\b/);
});

test('then one mail a day for a thread, with all that came meanwhile, until they return', async () => {
  await aReply(threadId, ben, 'First words.');
  await pass(UNDO);
  await aReply(threadId, ben, 'Second words.');
  await pass(HALF_DAY);
  await aReply(threadId, owner, 'Third words.');
  await pass(HALF_DAY - 2 * MINUTE);
  expect(await mailsTo(ana)).toHaveLength(1);
  await pass(5 * MINUTE);
  const mails = await mailsTo(ana);
  expect(mails).toHaveLength(2);
  expect(mails[1]?.subject).toBe('New replies: The wick drowns in its wax');
  expect(mails[1]?.text).not.toContain('First words.');
  for (const words of ['Second words.', 'Third words.']) expect(mails[1]?.text).toContain(words);
  await pass(3 * DAY);
  expect(await mailsTo(ana)).toHaveLength(2);
  await noteVisit(ana.id, threadId);
  await aReply(threadId, ben, 'Fourth words.');
  await pass(UNDO);
  expect(await mailsTo(ana), 'she was back, so the next one comes at once').toHaveLength(3);
});

test('what was read on the site meanwhile is not mailed', async () => {
  await aReply(threadId, ben);
  await pass(MINUTE);
  await noteVisit(ana.id, threadId);
  await pass(DAY);
  expect(await mailsTo(ana)).toEqual([]);
});

test('a mail says what the post says when it goes: edited is new text, hidden or taken back is no mail', async () => {
  const edited = await aReply(threadId, ben, 'Put it in the overn.');
  await pass(MINUTE);
  await editReply({ replyId: edited, body: 'Put it in the oven.' }, ben);
  await pass(MINUTE);
  expect((await mailsTo(ana))[0]?.text).toContain('in the oven.');

  const other = await aThread({ by: ana });
  const hidden = await aReply(other, ben);
  await pass(MINUTE);
  await hidePost({ kind: 'reply', id: hidden, reason: 'spam' }, owner);
  await pass(DAY);
  expect(await mailsTo(ana)).toHaveLength(1);

  const third = await aThread({ by: owner });
  const replyId = await aReply(third, ben);
  await acceptAnswer({ threadId: third, replyId }, owner);
  await pass(MINUTE);
  await unacceptAnswer({ threadId: third, replyId }, owner);
  await pass(DAY);
  expect((await mailsTo(ben)).filter((mail) => /solved/.test(mail.subject))).toEqual([]);
});

test('many workers, and a worker that died and comes again, send one mail', async () => {
  await aReply(threadId, ben);
  await pass(SECOND);
  vi.setSystemTime(later(now(), UNDO));
  await Promise.all(Array.from({ length: 12 }, () => mailNews(ana.id, threadId)));
  await pass(DAY);
  await mailNews(ana.id, threadId);
  expect(await mailsTo(ana)).toHaveLength(1);
});

test('twenty mails a day; the rest waits for the day to pass and comes as one', async () => {
  const threads: string[] = [];
  for (let number = 0; number < 25; number += 1) {
    threads.push(await aThread({ by: ana, title: `Question number ${number} of many` }));
  }
  for (const id of threads) await aReply(id, ben);
  await pass(UNDO + SECOND);
  expect(await mailsTo(ana)).toHaveLength(20);
  await pass(DAY);
  const mails = await mailsTo(ana);
  expect(mails).toHaveLength(21);
  expect(mails[20]?.subject).toBe('5 things are new in our forum');
  expect(mails[20]?.text.match(/Question number \d+/g)).toHaveLength(5);
  await pass(3 * DAY);
  expect(await mailsTo(ana)).toHaveLength(21);
});

test('what somebody switched off is not mailed, also what waits already; nor is what they stopped', async () => {
  await aReply(threadId, ben);
  await pass(MINUTE);
  await saveChoices(ChoicesForm.parse({ 'reply.site': 'on', 'mention.mail': 'on' }), ana);
  await pass(DAY);
  expect(await mailsTo(ana)).toEqual([]);
  const cleo = await aPerson();
  await aReply(threadId, ben, `@"${cleo.name}" @"${ana.name}" here.`);
  await pass(MINUTE);
  expect(await db.notification.count({ where: { personId: ana.id, readAt: null, shown: true } })).toBe(2);
  await followPlace({ kind: 'thread', id: threadId, follow: false }, cleo);
  await pass(DAY);
  expect(await mailsTo(cleo)).toEqual([]);
});

test('an address that bounced too often gets no news', async () => {
  await db.person.update({ where: { id: ana.id }, data: { bounceScore: 4 } });
  await aReply(threadId, ben);
  await pass(DAY);
  expect(await mailsTo(ana)).toEqual([]);
  expect(await db.notification.count({ where: { personId: ana.id } })).toBe(1);
});

test('as mail programs read it: one thread, one press to stop, and nothing that answers by itself', async () => {
  await aReply(threadId, ben);
  await pass(UNDO);
  await noteVisit(ana.id, threadId);
  await aReply(threadId, ben);
  await pass(UNDO);
  const [first, second] = await Promise.all((await mailsTo(ana)).map(asReceived));
  const stop = /^<(https?:\/\/[^/]+\/stop\/\S+)>$/.exec(first?.header('list-unsubscribe') ?? '')?.[1] ?? '';
  expect(stop).toContain(`/stop/${ana.id}.thread.${threadId}.`);
  expect(first?.header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
  expect(first?.header('auto-submitted')).toBe('auto-generated');
  expect(first?.header('x-auto-response-suppress')).toBe('All');
  expect(first?.text).toContain(`Stop this thread: ${stop}`);
  expect(first?.text).toMatch(/Change what is mailed: \S+\/account\/notifications/);
  expect(first?.html).toContain(stop);
  expect(first?.messageId).not.toBe(second?.messageId);
  expect(first?.references).toMatch(new RegExp(`^<thread\\.${threadId}@`));
  expect(second?.references).toBe(first?.references);
  expect(second?.inReplyTo).toBe(first?.references);
});

test('a page that stands open is not read beyond what was seen of it: a reply written since is still mailed', async () => {
  await aReply(threadId, ben, 'Seen words.');
  await aReply(threadId, ben, 'Words below the window.');
  await pass(SECOND);
  await noteSeen(ana.id, threadId, 1);
  await pass(UNDO + SECOND);
  const [mail] = await mailsTo(ana);
  expect(mail?.text).toContain('Words below the window.');
  expect(mail?.text).not.toContain('Seen words.');
});
