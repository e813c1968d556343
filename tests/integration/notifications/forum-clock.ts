import nodemailer from 'nodemailer';
import PostalMime from 'postal-mime';
import { vi } from 'vitest';
import type { Actor } from '@/lib/accounts/schema';
import { HOUR, later, MINUTE } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { handlers } from '@/lib/jobs/handlers';
import { runDueJobs } from '@/lib/jobs/worker';
import { toMessage } from '@/lib/mail/providers/message';

/** A clock that stands still until it is moved; only dates are false, timers run. */
export function stopClock(): void {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-02T08:00:00Z') });
}

/** Lets time go by and does what came due, in steps, as a worker would. */
export async function pass(ms: number): Promise<void> {
  const end = later(new Date(), ms);
  await runDueJobs(handlers);
  for (;;) {
    const next = await db.job.findFirst({
      where: { state: 'waiting', runAt: { lte: end } },
      orderBy: { runAt: 'asc' },
      select: { runAt: true },
    });
    if (!next) break;
    if (next.runAt > new Date()) vi.setSystemTime(next.runAt);
    await runDueJobs(handlers);
  }
  vi.setSystemTime(end);
}

export const UNDO = 2 * MINUTE;
export const HALF_DAY = 12 * HOUR;

/** What was mailed to somebody, the oldest first. */
export function mailsTo(person: Actor) {
  return db.mail.findMany({
    where: { toEmail: person.email ?? '' },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
}

/** A mail of the outbox as a mail program reads it. */
export async function asReceived(mail: Awaited<ReturnType<typeof mailsTo>>[number] | undefined) {
  if (!mail) throw new Error('There is no such mail.');
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'crlf' });
  const { message } = await transport.sendMail(toMessage(mail, 'Tallow & Pine'));
  const parsed = await PostalMime.parse(message as Buffer);
  return { ...parsed, header: (key: string) => parsed.headers.find((header) => header.key === key)?.value };
}
