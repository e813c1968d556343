import { maskEmail } from '@/lib/accounts/email-address';
import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { hashToken } from '@/lib/secrets';

export type EmailChangePage = {
  /** Whose link it is: that of the address the account has, or of the one it is to have. */
  side: 'old' | 'new';
  /** The new address; shortened for the old mailbox. */
  newEmail: string;
  isConfirmedHere: boolean;
  isConfirmedThere: boolean;
};

/** What the page of a mailed link shows; null when it was stopped, is done, too old, or never was one. Reading changes
 * nothing. */
export async function emailChangePage(token: string): Promise<EmailChangePage | null> {
  const found = await findChange(token);
  if (!found) return null;
  const { change, side } = found;
  const [here, there] =
    side === 'old'
      ? [change.oldConfirmedAt, change.newConfirmedAt]
      : [change.newConfirmedAt, change.oldConfirmedAt];
  return {
    side,
    newEmail: side === 'old' ? maskEmail(change.newEmail) : change.newEmail,
    isConfirmedHere: here !== null,
    isConfirmedThere: there !== null,
  };
}

/** The open change that a token belongs to, and to which of its two mailboxes it was sent. */
export async function findChange(token: string) {
  const hash = hashToken(token);
  const change = await db.emailChange.findFirst({
    where: { OR: [{ oldTokenHash: hash }, { newTokenHash: hash }], doneAt: null, expiresAt: { gt: now() } },
  });
  return change && { change, side: change.oldTokenHash === hash ? ('old' as const) : ('new' as const) };
}
