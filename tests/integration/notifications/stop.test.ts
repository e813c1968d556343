import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import type { Actor } from '@/lib/accounts/schema';
import { DAY } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { followPlace } from '@/lib/following/follow-place';
import { follows } from '@/lib/following/queries';
import { noteVisit } from '@/lib/notifications/mark-read';
import { notificationSettings, stopPage } from '@/lib/notifications/queries';
import { stopOfToken, stopUrl } from '@/lib/notifications/sign-stop-link';
import { stopList } from '@/lib/notifications/stop-list';
import { aPerson } from '../../support/a-person';
import { aReply, aThread } from '../../support/a-thread';
import { mailsTo, pass, stopClock, UNDO } from './forum-clock';

stopClock();
afterAll(() => void vi.useRealTimers());

let ana: Actor;
let ben: Actor;
let threadId: string;

beforeEach(async () => {
  [ana, ben] = [await aPerson(), await aPerson()];
  threadId = await aThread({ by: ana, title: 'Soot above the lantern' });
});

async function mailedToken(person: Actor): Promise<string> {
  const mail = (await mailsTo(person)).at(-1);
  return /\/stop\/(\S+)/.exec(mail?.text ?? '')?.[1] ?? '';
}

test('one press stops the thread for good, however often it is pressed, and undo brings it back', async () => {
  await aReply(threadId, ben);
  await pass(UNDO);
  const token = await mailedToken(ana);
  for (let look = 0; look < 3; look += 1) {
    expect(await stopPage(token)).toEqual({ kind: 'thread', name: 'Soot above the lantern', stopped: false });
  }
  expect(await follows(ana, 'thread', threadId), 'looking changes nothing').toBe(true);
  await Promise.all(Array.from({ length: 8 }, () => stopList(token, false)));
  expect(await stopPage(token)).toMatchObject({ stopped: true });
  await noteVisit(ana.id, threadId);
  await aReply(threadId, ben);
  await aReply(threadId, ana);
  await aReply(threadId, ben, `@"${ana.name}", are you there?`);
  await pass(3 * DAY);
  expect(await mailsTo(ana)).toHaveLength(1);
  expect(await stopList(token, true)).toEqual({ ok: true, stopped: false });
  await aReply(threadId, ben);
  await pass(UNDO);
  expect(await mailsTo(ana)).toHaveLength(2);
});

test('a mail about a new question stops the category it came from', async () => {
  const { id } = await db.category.findUniqueOrThrow({ where: { slug: 'general' } });
  await followPlace({ kind: 'category', id, follow: true }, ben);
  await aThread({ by: ana });
  await pass(UNDO);
  const token = await mailedToken(ben);
  expect(await stopPage(token)).toMatchObject({ kind: 'category', stopped: false });
  await stopList(token, false);
  expect(await follows(ben, 'category', id)).toBe(false);
});

test('stopping everything leaves the site as it was, and undo mails again', async () => {
  const token = new URL(stopUrl(ana.id, { kind: 'all', id: '' })).pathname.slice('/stop/'.length);
  await stopList(token, false);
  const { choices } = await notificationSettings(ana);
  expect(Object.values(choices).every((choice) => choice.site && !choice.mail)).toBe(true);
  expect(await stopPage(token)).toMatchObject({ kind: 'all', stopped: true });
  await stopList(token, true);
  expect((await notificationSettings(ana)).choices.reply).toEqual({ site: true, mail: true, push: true });
});

test('a link works for its person and its list alone', async () => {
  const token = new URL(stopUrl(ana.id, { kind: 'thread', id: threadId })).pathname.slice('/stop/'.length);
  const [person = '', kind = '', id = '', mac = ''] = token.split('.');
  const forged = [
    [ben.id, kind, id, mac],
    [person, 'category', id, mac],
    [person, 'all', '', mac],
    [person, kind, await aThread({ by: ben }), mac],
    [person, kind, id, `${mac.slice(0, -1)}${mac.endsWith('A') ? 'B' : 'A'}`],
    [person, kind, id, ''],
  ].map((parts) => parts.join('.'));
  for (const bad of [...forged, '', 'x', `${token}.`, 'a'.repeat(5000)]) {
    expect(stopOfToken(bad), bad.slice(0, 80)).toBeNull();
    expect(await stopPage(bad)).toBeNull();
    expect(await stopList(bad, false)).toEqual({ ok: false, reason: 'link-wrong' });
  }
  expect(await follows(ana, 'thread', threadId)).toBe(true);
});
