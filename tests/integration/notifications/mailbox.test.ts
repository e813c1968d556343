import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import type { Actor } from '@/lib/accounts/schema';
import { HOUR, later, MINUTE } from '@/lib/clock';
import { forgetConfig } from '@/lib/config';
import { db } from '@/lib/db/client';
import { LIMITED } from '@/lib/forum/check-limits';
import { postReply } from '@/lib/forum/post-reply';
import { newId } from '@/lib/ids';
import { openMailbox } from '@/lib/inbound-mail/open-mailbox';
import { mailboxProblem } from '@/lib/inbound-mail/queries';
import { readMailbox } from '@/lib/inbound-mail/read-mailbox';
import { replyAddress } from '@/lib/inbound-mail/reply-address';
import { takeInMail } from '@/lib/inbound-mail/take-in-mail';
import { morning } from '@/lib/insights/morning-queries';
import { handlers } from '@/lib/jobs/handlers';
import { keepTimetable } from '@/lib/jobs/schedule';
import { runDueJobs } from '@/lib/jobs/worker';
import { aPerson } from '../../support/a-person';
import { aThread } from '../../support/a-thread';
import { anImapServer, type ImapServer } from '../../support/imap-server';
import { stopClock } from './forum-clock';

const [USER, PASSWORD] = ['reply@shop.example', 'a "quoted" pass%word'];
let server: ImapServer;
let ana: Actor;
let threadId: string;

beforeEach(async () => {
  await server?.close();
  server = await anImapServer(USER, PASSWORD);
  Object.assign(process.env, {
    INBOUND_MAIL: 'imap',
    IMAP_URL: `imap://${encodeURIComponent(USER)}:${encodeURIComponent(PASSWORD)}@127.0.0.1:${server.port}/INBOX`,
    REPLY_ADDRESS: USER,
  });
  forgetConfig();
  stopClock();
  ana = await aPerson();
  threadId = await aThread({ by: ana });
});
afterAll(async () => {
  vi.useRealTimers();
  await server.close();
});

const read = () => readMailbox((raw) => takeInMail(raw, postReply, LIMITED));

function answer(body: string, from = ana, thread = threadId): Buffer {
  const lines = [
    `From: ${from.email}`,
    `To: ${replyAddress(from.id, thread)}`,
    `Message-ID: <${newId()}@mail.example>`,
    'Subject: Re: New reply',
    'Content-Type: text/plain; charset=utf-8',
    '',
    body,
  ];
  return Buffer.from(lines.join('\r\n'));
}

const bodies = async (thread = threadId) =>
  (await db.reply.findMany({ where: { threadId: thread }, orderBy: { number: 'asc' } })).map(
    ({ body }) => body,
  );
const seen = () => server.mails.map((mail) => mail.seen);

test('what lies unseen in the mailbox becomes a reply and is seen then; the rest is let go, and nothing comes twice', async () => {
  server.deliver(answer('It hums no more. Größe: ½'));
  server.deliver(Buffer.from('From: a@b.example\r\nTo: reply@shop.example\r\nSubject: Buy\r\n\r\nBuy!'));
  await read();
  expect(await bodies()).toEqual(['It hums no more. Größe: ½']);
  expect(seen()).toEqual([true, true]);
  await read();
  expect(await bodies()).toHaveLength(1);
});

test('the timetable reads it once a minute, as a job, and on other sites never', async () => {
  server.deliver(answer('By the timetable.'));
  await keepTimetable(new Date());
  await runDueJobs(handlers);
  expect(await bodies()).toEqual(['By the timetable.']);
  const ticks = () => db.job.count({ where: { payload: { contains: 'read-mailbox' } } });
  const before = await ticks();
  expect(before).toBeGreaterThan(0);
  delete process.env.INBOUND_MAIL;
  forgetConfig();
  vi.setSystemTime(later(new Date(), HOUR));
  await keepTimetable(new Date());
  expect(await ticks()).toBe(before);
  await read();
  expect(server.connections()).toBe(1);
});

test('cut off after posting and before the mark, the mail comes again and posts nothing', async () => {
  server.deliver(answer('Once and no more.'));
  server.fail('cut-before-seen');
  await read();
  expect([await bodies(), seen()]).toEqual([['Once and no more.'], [false]]);
  server.fail('none');
  vi.setSystemTime(later(new Date(), MINUTE));
  await read();
  expect([await bodies(), seen()]).toEqual([['Once and no more.'], [true]]);
});

test('a mail that cannot be taken in stays unseen, and those behind it are read', async () => {
  server.deliver(answer('Not yet.'));
  server.deliver(answer('Already.'));
  let calls = 0;
  await readMailbox(async (raw) => {
    calls += 1;
    if (calls === 1) throw new Error('the database is away');
    return takeInMail(raw, postReply, LIMITED);
  });
  expect([await bodies(), seen()]).toEqual([['Already.'], [false, true]]);
  const row = await db.mailbox.findFirstOrThrow({ where: { id: { contains: `:${server.port}/` } } });
  expect(row).toMatchObject({ failures: 1, leaseUntil: null });
  expect(row.problem).toContain('the database is away');
});

test('more than fifty are read in several goes, the oldest first', async () => {
  const subject = (at: number) => Buffer.from(`From: x${at}@b.example\r\nTo: y@z.example\r\n\r\nHello ${at}`);
  for (let at = 0; at < 60; at += 1) server.deliver(subject(at));
  await read();
  expect(seen().filter(Boolean)).toHaveLength(50);
  expect(seen().indexOf(false)).toBe(50);
  await read();
  expect(seen()).not.toContain(false);
});

test('a mail that is larger than any answer is let go unread', async () => {
  server.deliver(Buffer.concat([answer('Large.'), Buffer.alloc(26 * 1024 * 1024, 65)]));
  await read();
  expect([await bodies(), seen()]).toEqual([[], [true]]);
});

test('a server that refuses is asked less and less often, the desk tells the owner in one line, and it ends with the trouble', async () => {
  const owner = await aPerson({ role: 'owner' });
  const helper = await aPerson({ role: 'helper' });
  const told = async (actor: Actor) => (await morning(actor, new Date())).mailbox;
  server.fail('no-login');
  const since = new Date();
  for (const [wait, tries] of [
    [0, 1],
    [30_000, 1],
    [30_000, 2],
    [MINUTE, 2],
    [MINUTE, 3],
  ] as const) {
    vi.setSystemTime(later(new Date(), wait));
    await read();
    expect(server.connections()).toBe(tries);
    expect((await told(owner)) !== null).toBe(tries >= 3);
  }
  expect(await told(owner)).toEqual({ host: '127.0.0.1', since, problem: 'This is not the password.' });
  expect(await told(helper)).toBeNull();
  server.fail('none');
  server.deliver(answer('Here again.'));
  vi.setSystemTime(later(new Date(), HOUR));
  await read();
  expect([await bodies(), await mailboxProblem()]).toEqual([['Here again.'], null]);
});

test('a server that is not there is a failure like any other', async () => {
  await server.close();
  await read();
  const row = await db.mailbox.findFirstOrThrow({ where: { id: { contains: `:${server.port}/` } } });
  expect(row.failures).toBe(1);
  expect(row.problem).toMatch(/refused|closed/i);
  expect(JSON.stringify(row)).not.toContain('quoted');
});

test('a server that says nothing, at once or in the middle, is given up', async () => {
  const settings = { host: '127.0.0.1', port: server.port, secure: false, folder: 'INBOX' };
  const given = { ...settings, user: USER, password: PASSWORD };
  server.fail('silent');
  await expect(openMailbox(given, { connectWithin: 300 })).rejects.toThrow();
  server.fail('silent-later');
  server.deliver(answer('Never read.'));
  const mailbox = await openMailbox(given, { silentFor: 300 });
  await expect(mailbox.read(1)).rejects.toThrow();
  await mailbox.close();
});

test('of many that would read at once one does', async () => {
  server.deliver(answer('Read by one.'));
  await Promise.all(Array.from({ length: 6 }, read));
  expect(server.connections()).toBe(1);
  expect(await bodies()).toEqual(['Read by one.']);
});
