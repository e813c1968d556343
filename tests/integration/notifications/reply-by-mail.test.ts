import { beforeEach, expect, test } from 'vitest';
import { saveLanguage } from '@/lib/accounts/save-language';
import type { Actor } from '@/lib/accounts/schema';
import { forgetConfig } from '@/lib/config';
import { db } from '@/lib/db/client';
import { UNLIMITED } from '@/lib/forum/check-limits';
import { postReply } from '@/lib/forum/post-reply';
import { newId } from '@/lib/ids';
import { replyAddress, replyOfAddress } from '@/lib/inbound-mail/reply-address';
import { takeInMail } from '@/lib/inbound-mail/take-in-mail';
import { hidePost } from '@/lib/moderation/hide-post';
import { lockThread } from '@/lib/moderation/lock-thread';
import { aPerson } from '../../support/a-person';
import { aReply, aThread } from '../../support/a-thread';
import { asReceived, mailsTo, pass, stopClock } from './forum-clock';

process.env.INBOUND_MAIL = 'webhook';
process.env.INBOUND_MAIL_SECRET = 'a secret of twenty letters';
process.env.REPLY_ADDRESS = 'reply@shop.example';
process.env.NOTIFY_AFTER_SECONDS = '0';
forgetConfig();

const owner = await aPerson({ role: 'owner' });
let ana: Actor;
let threadId: string;
let address: string;

beforeEach(async () => {
  ana = await aPerson();
  threadId = await aThread({ by: ana });
  address = replyAddress(ana.id, threadId) ?? '';
});

type Parts = { from?: string; to?: string; headers?: string[]; body?: string; id?: string };

function rawMail({ from, to, headers = [], body = 'It works now.', id }: Parts = {}): Buffer {
  const lines = [
    `From: ${from ?? `Ana <${ana.email?.toUpperCase()}>`}`,
    `To: ${to ?? `Shop <${address}>`}`,
    `Message-ID: <${id ?? newId()}@mail.example>`,
    'Subject: Re: New reply',
    ...headers,
    ...(headers.some((line) => /^content-type/i.test(line))
      ? []
      : ['Content-Type: text/plain; charset=utf-8']),
    '',
    body,
  ];
  return Buffer.from(lines.join('\r\n'));
}

const take = (parts: Parts = {}) => takeInMail(rawMail(parts), postReply, UNLIMITED);
const replies = () => db.reply.findMany({ where: { threadId }, orderBy: { number: 'asc' } });

test('the mail that tells of a reply can be answered: its Reply-To is the signed address', async () => {
  stopClock();
  await aReply(threadId, owner);
  await pass(1000);
  const mail = await asReceived((await mailsTo(ana)).at(-1));
  expect(mail.replyTo?.[0]?.address).toBe(address);
  expect(address.split('@')[0]?.length).toBeLessThanOrEqual(64);
  expect(mail.text).toContain('answer this mail');
  expect(replyOfAddress(address.toUpperCase())).toEqual({ personId: ana.id, threadId });
});

test('an answer becomes a reply by that person, without what it quotes', async () => {
  const body = [
    'Thank you, **that** was it.',
    '',
    'On Mon, 2 Nov 2026 at 09:00, Tallow & Pine <reply@shop.example> wrote:',
    '> There is a new reply to your question:',
    '> Look behind the door.',
  ].join('\r\n');
  expect(await take({ body })).toEqual({ outcome: 'posted', reason: '' });
  const [reply] = await replies();
  expect(reply).toMatchObject({ authorId: ana.id, body: 'Thank you, **that** was it.' });
  expect(await db.inboundMail.findFirst({ where: { replyId: reply?.id ?? '' } })).toMatchObject({
    outcome: 'posted',
  });
});

test('the same mail delivered twenty times, also at once, is one reply', async () => {
  const id = newId();
  const all = await Promise.all(Array.from({ length: 20 }, () => take({ id })));
  expect(await replies()).toHaveLength(1);
  expect(all.filter(({ outcome }) => outcome === 'posted')).toHaveLength(1);
  expect(await take({ id, body: 'Other words.' })).toMatchObject({ outcome: 'repeated' });
  expect(await replies()).toHaveLength(1);
});

test('a mail of HTML alone is read as text, and attachments are named as left out', async () => {
  const html =
    '<p>It is <b>dry</b>.</p><script>alert(1)</script><div class="gmail_quote">On Monday we wrote</div>';
  await take({ headers: ['Content-Type: text/html; charset=utf-8'], body: html });
  expect((await replies())[0]?.body).toBe('It is **dry**.');
  const mixed = [
    '--b',
    'Content-Type: text/plain',
    '',
    'See the photo.',
    '--b',
    'Content-Type: image/png',
    'Content-Disposition: attachment; filename=a.png',
    'Content-Transfer-Encoding: base64',
    '',
    'iVBORw0KGgo=',
    '--b--',
  ].join('\r\n');
  await take({ headers: ['Content-Type: multipart/mixed; boundary=b'], body: mixed });
  expect((await replies())[1]?.body).toMatch(/^See the photo\.\n\n\*\(What was attached/);
});

const AUTOMATIC: [string, Parts][] = [
  ['auto-replied', { headers: ['Auto-Submitted: auto-replied'] }],
  ['auto-generated', { headers: ['Auto-Submitted: auto-generated (rejected)'] }],
  ['auto-notified', { headers: ['Auto-Submitted: auto-notified; owner-email="x"'] }],
  ['bulk', { headers: ['Precedence: bulk'] }],
  ['list', { headers: ['Precedence: List'] }],
  ['junk', { headers: ['Precedence: junk'] }],
  ['auto_reply', { headers: ['Precedence: auto_reply'] }],
  ['auto-reply', { headers: ['Precedence: auto-reply'] }],
  ['a null return path', { headers: ['Return-Path: <>'] }],
  ['a loop', { headers: ['X-Loop: reply@shop.example'] }],
  ['X-Autoreply', { headers: ['X-Autoreply: yes'] }],
  ['X-Autorespond', { headers: ['X-Autorespond: away'] }],
  ['X-Auto-Reply-From', { headers: ['X-Auto-Reply-From: a@b.example'] }],
  ['failed recipients', { headers: ['X-Failed-Recipients: a@b.example'] }],
  ['suppressed answers', { headers: ['X-Auto-Response-Suppress: OOF'] }],
  ['a mailing list', { headers: ['List-Id: <talk.example>'] }],
  ['a newsletter', { headers: ['List-Unsubscribe: <https://x.example>'] }],
  ['a bounce', { headers: ['Content-Type: multipart/report; report-type=delivery-status; boundary=x'] }],
  ['a receipt', { headers: ['Content-Type: message/disposition-notification'] }],
  ['a delivery status', { headers: ['Content-Type: message/delivery-status'] }],
  ['the mail system', { from: 'MAILER-DAEMON@mail.example' }],
  ['a postmaster', { from: 'Postmaster <postmaster@mail.example>' }],
  ['nobody to answer', { from: 'no-reply@mail.example' }],
  ['ourselves', { from: 'reply@shop.example' }],
  ['ourselves with a tag', { from: 'reply+abc@shop.example' }],
  ['several senders', { from: 'a@b.example, c@d.example' }],
];

test('what programs write never posts and gets no answer', async () => {
  for (const [name, parts] of AUTOMATIC) {
    const taken = await take(parts);
    expect(taken, name).toMatchObject({ outcome: 'ignored', reason: expect.stringMatching(/^automatic/) });
  }
  expect((await take({ headers: ['Auto-Submitted: no'] })).outcome).toBe('posted');
  expect(await replies()).toHaveLength(1);
  expect((await mailsTo(ana)).filter((mail) => /could not be posted/.test(mail.subject))).toEqual([]);
});

test('only the address grants it, and only to its person: others are refused without an answer', async () => {
  const ben = await aPerson();
  expect(await take({ from: ben.email ?? '' })).toMatchObject({ outcome: 'refused' });
  const bens = replyAddress(ben.id, threadId) ?? '';
  const [local = '', domain = ''] = address.split('@');
  for (const to of [
    `reply@${domain}`,
    `${local}@other.example`,
    `${local.slice(0, -1)}${local.endsWith('a') ? 'b' : 'a'}@${domain}`,
    bens.replace(ben.id, ana.id),
  ]) {
    expect(await take({ to }), to).toMatchObject({ outcome: 'ignored' });
  }
  await db.person.update({ where: { id: ana.id }, data: { suspendedAt: new Date() } });
  expect(await take()).toMatchObject({ outcome: 'refused' });
  expect(await replies()).toEqual([]);
  expect([...(await mailsTo(ben)), ...(await mailsTo(ana))].filter((m) => /posted/.test(m.subject))).toEqual(
    [],
  );
});

test('where no reply may stand the person is told so, once a week at most', async () => {
  await lockThread({ threadId, reason: '' }, owner);
  expect(await take()).toMatchObject({ outcome: 'refused', reason: expect.stringContaining('locked') });
  expect(await take({ body: '' })).toMatchObject({ outcome: 'refused' });
  expect(await take({ body: 'x'.repeat(40_000) })).toMatchObject({ outcome: 'refused' });
  await hidePost({ kind: 'thread', id: threadId, reason: '' }, owner);
  expect(await take()).toMatchObject({ outcome: 'refused' });
  const told = (await mailsTo(ana)).filter((mail) => /could not be posted/.test(mail.subject));
  expect(told).toHaveLength(1);
  expect(told[0]?.text).toContain('locked');
  expect(await replies()).toEqual([]);
});

test('who chose German is told in German, with how long to wait', async () => {
  await saveLanguage({ language: 'de', back: '/' }, ana);
  const tooSoon = async () => ({ ok: false as const, reason: 'too-soon' as const, waitSeconds: 40 });
  expect(await takeInMail(rawMail(), postReply, tooSoon)).toMatchObject({ outcome: 'refused' });
  const told = (await mailsTo(ana)).find(({ subject }) => subject.startsWith('Ihre Antwort konnte nicht'));
  expect(told?.text).toContain('Bitte warten Sie 40 Sekunden');
  expect(told?.text).not.toMatch(/\b(You|Your|Please|Open)\b/);
});

test('hostile mails are read or let go, and never break the door', async () => {
  const nested = `${'Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\n'.repeat(300)}x`;
  for (const raw of ['', '\0\0\0', 'x'.repeat(300_000), nested, 'From: a\r\n'.repeat(20_000)]) {
    expect((await takeInMail(Buffer.from(raw), postReply, UNLIMITED)).outcome).not.toBe('posted');
  }
});
