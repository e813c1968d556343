import { isOwner } from '@/lib/accounts/policy';
import type { Actor } from '@/lib/accounts/schema';
import { db } from '@/lib/db/client';
import { PER_PAGE } from '@/lib/web/page-number';

export const MAIL_STATES = ['waiting', 'sent', 'parked'] as const;
export type MailState = (typeof MAIL_STATES)[number];

export type MailLine = {
  id: string;
  to: string;
  subject: string;
  state: MailState;
  createdAt: Date;
  sentAt: Date | null;
};

export type MailPage = MailLine & {
  text: string;
  attempts: number;
  lastError: string | null;
  can: { retry: boolean };
};

const lineFields = {
  id: true,
  toEmail: true,
  subject: true,
  state: true,
  createdAt: true,
  sentAt: true,
} as const;

/** How many mails the mail server refused for good. */
export function countParkedMails(): Promise<number> {
  return db.mail.count({ where: { state: 'parked' } });
}

/** The outbox, the newest first. Mails carry sign-in links and codes, so only the owner may look; null for others. */
export async function outbox(
  actor: Actor,
  filter: { state: MailState | null; page: number },
): Promise<{ items: MailLine[]; total: number; counts: Record<MailState, number> } | null> {
  if (!isOwner(actor)) return null;
  const where = filter.state ? { state: filter.state } : {};
  const [rows, groups] = await Promise.all([
    db.mail.findMany({
      where,
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      skip: (filter.page - 1) * PER_PAGE,
      take: PER_PAGE,
      select: lineFields,
    }),
    db.mail.groupBy({ by: ['state'], _count: { id: true } }),
  ]);
  const counts: Record<MailState, number> = { waiting: 0, sent: 0, parked: 0 };
  for (const group of groups) counts[group.state] = group._count.id;
  const total = filter.state ? counts[filter.state] : counts.waiting + counts.sent + counts.parked;
  return { items: rows.map(({ toEmail, ...row }) => ({ ...row, to: toEmail })), total, counts };
}

/** One mail as its reader sees it in plain text; null when there is none or the actor is not the owner. */
export async function mailPage(id: string, actor: Actor): Promise<MailPage | null> {
  if (!isOwner(actor)) return null;
  const row = await db.mail.findUnique({
    where: { id },
    select: { ...lineFields, text: true, attempts: true, lastError: true },
  });
  if (!row) return null;
  const { toEmail, ...rest } = row;
  return { ...rest, to: toEmail, can: { retry: row.state !== 'sent' && row.attempts > 0 } };
}

/** A state from an address, or null for all. */
export function mailStateNamed(raw: string | undefined): MailState | null {
  return MAIL_STATES.find((state) => state === raw) ?? null;
}
