import { createDecipheriv, createECDH, createVerify, hkdfSync, randomBytes } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import webPush from 'web-push';
import { saveLanguage } from '@/lib/accounts/save-language';
import type { Actor } from '@/lib/accounts/schema';
import { forgetConfig } from '@/lib/config';
import { db } from '@/lib/db/client';
import { handlers } from '@/lib/jobs/handlers';
import { runDueJobs } from '@/lib/jobs/worker';
import { noteVisit } from '@/lib/notifications/mark-read';
import { pushKeys } from '@/lib/notifications/push/push-keys';
import { pushNews } from '@/lib/notifications/push/push-news';
import { FAILURES_MAX, SUBSCRIPTIONS_MAX, SubscribePush } from '@/lib/notifications/push/schema';
import { type PushTarget, sendByWebPush } from '@/lib/notifications/push/send-by-web-push';
import { subscribePush, unsubscribePush } from '@/lib/notifications/push/subscribe-push';
import { aPerson } from '../../support/a-person';
import { aReply, aThread } from '../../support/a-thread';

process.env.NOTIFY_AFTER_SECONDS = '3600';
forgetConfig();

let ana: Actor;
let ben: Actor;
let threadId: string;
let sent: { endpoint: string; payload: string }[];

beforeEach(async () => {
  [ana, ben] = [await aPerson(), await aPerson()];
  threadId = await aThread({ by: ana, title: 'The brass turns green again' });
  sent = [];
});

const answering =
  (status: number) =>
  async ({ endpoint }: PushTarget, payload: string) => {
    sent.push({ endpoint, payload });
    return status;
  };

function aBrowser() {
  const pair = createECDH('prime256v1');
  pair.generateKeys();
  const auth = randomBytes(16);
  const endpoint = `https://fcm.googleapis.com/fcm/send/${randomBytes(8).toString('hex')}`;
  const input = {
    endpoint,
    p256dh: pair.getPublicKey().toString('base64url'),
    auth: auth.toString('base64url'),
  };
  return { pair, auth, input: SubscribePush.parse(input) };
}

async function told(): Promise<string> {
  await aReply(threadId, ben, `Secret words number ${randomBytes(4).toString('hex')}.`);
  await runDueJobs(handlers);
  const row = await db.notification.findFirstOrThrow({
    where: { personId: ana.id, readAt: null, pushedAt: null },
    orderBy: { at: 'desc' },
  });
  return row.id;
}

test('each browser gets title, reason and address once, and nothing of the words', async () => {
  for (const browser of [aBrowser(), aBrowser()]) await subscribePush(browser.input, ana);
  const id = await told();
  expect(await db.job.count({ where: { event: 'notifications.push-due', state: 'waiting' } })).toBe(1);
  await Promise.all([1, 2, 3, 4].map(() => pushNews(id, answering(201))));
  expect(sent).toHaveLength(2);
  expect(JSON.parse(sent[0]?.payload ?? '')).toEqual({
    title: 'The brass turns green again',
    body: 'New for you',
    url: expect.stringMatching(new RegExp(`^/t/${threadId}/[a-z-]+\\?reply=`)),
  });
});

test('the reason is said in the language its person chose', async () => {
  await saveLanguage({ language: 'de', back: '/' }, ana);
  await subscribePush(aBrowser().input, ana);
  await pushNews(await told(), answering(201));
  expect(JSON.parse(sent[0]?.payload ?? '')).toMatchObject({ body: 'Neu für Sie' });
});

test('what was read meanwhile, and what nobody subscribed for, is not pushed', async () => {
  const id = await told();
  await subscribePush(aBrowser().input, ana);
  await noteVisit(ana.id, threadId);
  await pushNews(id, answering(201));
  expect(sent).toEqual([]);
});

test('a browser that is gone is forgotten, one that fails is given up after a while', async () => {
  const [gone, failing] = [aBrowser(), aBrowser()];
  await subscribePush(gone.input, ana);
  await pushNews(await told(), answering(410));
  expect(await db.pushSubscription.count({ where: { personId: ana.id } })).toBe(0);
  await subscribePush(failing.input, ana);
  for (let turn = 1; turn <= FAILURES_MAX; turn += 1) {
    expect(await db.pushSubscription.count({ where: { personId: ana.id } })).toBe(1);
    await pushNews(await told(), answering(500));
  }
  expect(await db.pushSubscription.count({ where: { personId: ana.id } })).toBe(0);
});

test('a browser is one person’s at a time, and so many at most', async () => {
  const shared = aBrowser();
  await subscribePush(shared.input, ana);
  await subscribePush(shared.input, ben);
  await unsubscribePush({ endpoint: shared.input.endpoint }, ana);
  expect(await db.pushSubscription.findMany({ select: { personId: true } })).toContainEqual({
    personId: ben.id,
  });
  for (let turn = 0; turn < SUBSCRIPTIONS_MAX + 3; turn += 1) await subscribePush(aBrowser().input, ana);
  expect(await db.pushSubscription.count({ where: { personId: ana.id } })).toBe(SUBSCRIPTIONS_MAX);
});

test('only the push services of browsers are ever called', async () => {
  const { input } = aBrowser();
  for (const endpoint of [
    'http://fcm.googleapis.com/x',
    'https://fcm.googleapis.com:8443/x',
    'https://user@fcm.googleapis.com/x',
    'https://fcm.googleapis.com.evil.example/x',
    'https://evilnotify.windows.com.example/x',
    'https://127.0.0.1/x',
    'https://[::1]/x',
    'https://localhost/x',
    'https://169.254.169.254/latest/meta-data',
    'file:///etc/passwd',
    'nothing',
  ]) {
    expect(SubscribePush.safeParse({ ...input, endpoint }).success, endpoint).toBe(false);
    expect(await sendByWebPush({ ...input, endpoint }, '{}')).toBe(410);
  }
  expect(
    SubscribePush.safeParse({ ...input, endpoint: 'https://db5p.notify.windows.com/w/?t=1' }).success,
  ).toBe(true);
});

test('the message is for that browser alone and signed with the site’s key', async () => {
  const { pair, auth, input } = aBrowser();
  const keys = pushKeys();
  const request = webPush.generateRequestDetails(
    { endpoint: input.endpoint, keys: { p256dh: input.p256dh, auth: input.auth } },
    '{"title":"x"}',
    { vapidDetails: { subject: 'https://help.example.com', ...keys } },
  );
  const body = request.body as Buffer;
  const [salt, server] = [body.subarray(0, 16), body.subarray(21, 86)];
  const shared = pair.computeSecret(server);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), pair.getPublicKey(), server]);
  const ikm = Buffer.from(hkdfSync('sha256', shared, auth, info, 32));
  const part = (name: string, length: number) =>
    Buffer.from(hkdfSync('sha256', ikm, salt, Buffer.from(`Content-Encoding: ${name}\0`), length));
  const open = createDecipheriv('aes-128-gcm', part('aes128gcm', 16), part('nonce', 12));
  open.setAuthTag(body.subarray(-16));
  const clear = Buffer.concat([open.update(body.subarray(86, -16)), open.final()]);
  // The last byte says that nothing follows.
  expect(clear.subarray(0, -1).toString()).toBe('{"title":"x"}');

  const [, header = '', claims = '', signature = ''] =
    /t=([\w-]+)\.([\w-]+)\.([\w-]+)/.exec(String(request.headers.Authorization)) ?? [];
  const verify = createVerify('sha256').update(`${header}.${claims}`);
  const point = Buffer.from(keys.publicKey, 'base64url');
  const key = {
    kty: 'EC',
    crv: 'P-256',
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
  };
  expect(
    verify.verify({ key, format: 'jwk', dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url')),
  ).toBe(true);
});
