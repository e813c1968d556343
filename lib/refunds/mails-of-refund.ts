import type { Prisma } from '@/lib/db/client';

/** The mails about one refund: each of their keys begins with "refund-" and ends with its id. */
export function mailsOfRefund(refundId: string) {
  return { dedupeKey: { startsWith: 'refund-', endsWith: `:${refundId}` } } satisfies Prisma.MailWhereInput;
}
