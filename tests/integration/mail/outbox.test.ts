import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import { config } from '@/lib/config';
import { db } from '@/lib/db/client';
import { transaction } from '@/lib/db/transaction';
import { queueMail } from '@/lib/mail/queue-mail';
import { sendMail } from '@/lib/mail/send-mail';

function hello(dedupeKey: string, name = 'Ana') {
  return transaction((tx) =>
    queueMail(tx, {
      dedupeKey,
      to: { email: 'ana@example.com', name },
      shopName: 'Tallow & Pine',
      content: { subject: 'Hello — ä', blocks: [{ text: 'Some words.' }], why: 'You asked for it.' },
    }),
  );
}

async function outbox(): Promise<string[]> {
  return (await readdir(path.join(config().dataDir, 'outbox'))).filter((name) => name.endsWith('.eml'));
}

test('a mail becomes one readable file with one recipient, and tells other machines not to answer', async () => {
  await hello('m1', 'Ana\r\nBcc: victim@example.com');
  const mail = await db.mail.findUniqueOrThrow({ where: { dedupeKey: 'm1' } });
  await sendMail(mail.id);
  const parsed = await PostalMime.parse(
    await readFile(path.join(config().dataDir, 'outbox', `${mail.id}.eml`)),
  );
  expect(parsed.to?.map((to) => to.address)).toEqual(['ana@example.com']);
  expect(parsed.cc ?? []).toEqual([]);
  expect(parsed.bcc ?? []).toEqual([]);
  expect(parsed.subject).toBe('Hello — ä');
  expect(parsed.text).toContain('Some words.');
  expect(parsed.headers.find((header) => header.key === 'auto-submitted')?.value).toBe('auto-generated');
  expect(await db.mail.findUniqueOrThrow({ where: { id: mail.id } })).toMatchObject({
    state: 'sent',
    attempts: 1,
  });
});

test('the same mail asked for twenty times at once is one row, one job and one file', async () => {
  const before = (await outbox()).length;
  await Promise.all(Array.from({ length: 20 }, () => hello('m2')));
  expect(await db.mail.count({ where: { dedupeKey: 'm2' } })).toBe(1);
  const mail = await db.mail.findUniqueOrThrow({ where: { dedupeKey: 'm2' } });
  expect(await db.job.count({ where: { dedupeKey: `mail:${mail.id}` } })).toBe(1);
  await Promise.all([sendMail(mail.id), sendMail(mail.id)]);
  expect((await outbox()).length).toBe(before + 1);
});
