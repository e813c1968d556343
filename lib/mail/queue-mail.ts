import { now } from '@/lib/clock';
import { config } from '@/lib/config';
import type { Tx } from '@/lib/db/transaction';
import { newId } from '@/lib/ids';
import { enqueue } from '@/lib/jobs/queue';
import { composeMail, headerLine, type MailContent } from '@/lib/mail/compose';

export type MailAddress = { email: string; name?: string };

/** Puts a mail into the outbox in the transaction of the fact it tells; the worker sends it.
 * @param dedupeKey what makes it one mail ("refund-approved:ID"); the same key again does nothing
 * @param to a normalised address from our rows, one recipient */
export async function queueMail(
  tx: Tx,
  mail: {
    dedupeKey: string;
    to: MailAddress;
    shopName: string;
    content: MailContent;
    headers?: Record<string, string>;
  },
): Promise<void> {
  const found = await tx.mail.findUnique({ where: { dedupeKey: mail.dedupeKey }, select: { id: true } });
  if (found) return;
  const id = newId();
  const composed = composeMail(mail.content, mail.shopName, config().siteUrl);
  await tx.mail.upsert({
    where: { dedupeKey: mail.dedupeKey },
    update: {},
    create: {
      id,
      dedupeKey: mail.dedupeKey,
      toEmail: mail.to.email,
      toName: headerLine(mail.to.name ?? '', 100),
      ...composed,
      headers: JSON.stringify(mail.headers ?? {}),
      createdAt: now(),
    },
  });
  const row = await tx.mail.findUniqueOrThrow({ where: { dedupeKey: mail.dedupeKey }, select: { id: true } });
  await enqueue(tx, 'mail.queued', { mailId: row.id }, { dedupeKey: `mail:${row.id}` });
}
