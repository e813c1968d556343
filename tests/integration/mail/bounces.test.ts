import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Actor } from '@/lib/accounts/schema';
import { forgetConfig } from '@/lib/config';
import { db } from '@/lib/db/client';
import { transaction } from '@/lib/db/transaction';
import { newId } from '@/lib/ids';
import { TRIES } from '@/lib/jobs/worker';
import { queueMail } from '@/lib/mail/queue-mail';
import { sendMail } from '@/lib/mail/send-mail';
import { aPerson } from '../../support/a-person';

/** A mail server that says what it is told to about recipients. */
let toRecipient = '250 ok';
let toSender = '250 ok';
const sockets = new Set<Socket>();
const server = createServer((socket) => {
  sockets.add(socket);
  let inData = false;
  socket.write('220 here\r\n');
  socket.on('error', () => {});
  socket.on('data', (chunk) => {
    for (const line of chunk.toString('latin1').split('\r\n')) {
      if (inData && line === '.') {
        inData = false;
        socket.write('250 taken\r\n');
      } else if (inData || line === '') continue;
      else if (/^(EHLO|HELO)/.test(line)) socket.write('250 here\r\n');
      else if (line.startsWith('MAIL')) socket.write(`${toSender}\r\n`);
      else if (line.startsWith('RCPT')) socket.write(`${toRecipient}\r\n`);
      else if (line === 'DATA') {
        inData = true;
        socket.write('354 go on\r\n');
      } else socket.write('250 ok\r\n');
    }
  });
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  process.env.SMTP_URL = `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
  forgetConfig();
});
afterAll(() => {
  for (const socket of sockets) socket.destroy();
  server.close();
});

let ana: Actor;
beforeEach(async () => {
  ana = await aPerson();
  [toRecipient, toSender] = ['250 ok', '250 ok'];
});

async function mailTo(person: Actor): Promise<string> {
  const dedupeKey = `hello:${newId()}`;
  await transaction((tx) =>
    queueMail(tx, {
      dedupeKey,
      to: { email: person.email ?? '' },
      shopName: 'Tallow & Pine',
      content: { subject: 'Hello', blocks: [{ text: 'Some words.' }], why: 'You asked for it.' },
    }),
  );
  return (await db.mail.findUniqueOrThrow({ where: { dedupeKey } })).id;
}

const score = async () =>
  (await db.person.findUniqueOrThrow({ where: { id: ana.id }, select: { bounceScore: true } })).bounceScore;

test('a refusal for good counts two, and each mail that arrives takes a tenth off, down to nothing', async () => {
  toRecipient = '550 no such mailbox';
  await expect(sendMail(await mailTo(ana))).rejects.toThrow();
  expect(await score()).toBe(2);
  toRecipient = '250 ok';
  await sendMail(await mailTo(ana));
  expect(await score()).toBeCloseTo(1.9);
  await db.person.update({ where: { id: ana.id }, data: { bounceScore: 0.05 } });
  await sendMail(await mailTo(ana));
  expect(await score()).toBe(0);
});

test('a mailbox that is full counts one, when the last try is over', async () => {
  toRecipient = '452 mailbox full';
  const id = await mailTo(ana);
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    expect(await score()).toBe(0);
    await expect(sendMail(id)).rejects.toThrow();
  }
  expect(await score()).toBe(1);
});

test('a server that does not take our own address is no fault of the person', async () => {
  toSender = '550 we do not relay';
  await expect(sendMail(await mailTo(ana))).rejects.toThrow();
  expect(await score()).toBe(0);
});
