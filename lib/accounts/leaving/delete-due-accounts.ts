import { randomInt } from 'node:crypto';
import { endSessions } from '@/lib/accounts/end-sessions';
import { formerName } from '@/lib/accounts/leaving/rules';
import { nameSkeleton } from '@/lib/accounts/names';
import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { transaction } from '@/lib/db/transaction';
import { messageOf } from '@/lib/errors';
import { enqueue } from '@/lib/jobs/queue';
import { log } from '@/lib/log';

/** One run deletes this many; the next comes an hour later. */
const AT_MOST = 100;

/** Deletes the accounts whose time to think again is over. */
export async function deleteDueAccounts(): Promise<void> {
  const due = await db.accountDeletion.findMany({
    where: { dueAt: { lte: now() } },
    orderBy: { dueAt: 'asc' },
    take: AT_MOST,
  });
  for (const { personId } of due) {
    try {
      await deleteAccount(personId);
    } catch (error) {
      // The others' turn comes all the same; this one's again in an hour.
      log.error('account.not-deleted', { person: personId, error: messageOf(error) });
    }
  }
}

/** Takes everything that is personal from an account and leaves a row that others' threads can stand on. What the other
 * rooms know of the person goes by the event, which is saved together with this. */
function deleteAccount(personId: string): Promise<void> {
  return transaction(async (tx) => {
    const at = now();
    // Whoever keeps the account at this moment has taken the row away.
    const deletion = await tx.accountDeletion.findUnique({ where: { personId } });
    const gone = await tx.accountDeletion.deleteMany({ where: { personId, dueAt: { lte: at } } });
    if (!deletion || gone.count === 0) return;
    const { email, role } = await tx.person.findUniqueOrThrow({
      where: { id: personId },
      select: { email: true, role: true },
    });
    if (role === 'owner') return;
    await endSessions(tx, personId);
    await tx.apiToken.deleteMany({ where: { personId } });
    await tx.emailChange.deleteMany({ where: { personId } });
    if (email !== null) await tx.signInLink.deleteMany({ where: { email } });
    const name = formerName(randomInt(1_000_000));
    await tx.person.update({
      where: { id: personId },
      data: {
        email: null,
        name,
        nameSkeleton: nameSkeleton(name),
        role: 'member',
        passwordHash: null,
        about: '',
        sourceUrl: null,
        showsPurchases: false,
        language: null,
        bounceScore: 0,
        deletedAt: at,
      },
      select: { id: true },
    });
    const { keepTexts } = deletion;
    await enqueue(tx, 'accounts.person-left', { personId, keepTexts }, { dedupeKey: `left:${personId}` });
  });
}
