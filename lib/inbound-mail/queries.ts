import { config } from '@/lib/config';
import { db } from '@/lib/db/client';
import { FAILURES_SHOWN, mailboxKey } from '@/lib/inbound-mail/rules';

/** What keeps answers by mail from arriving, for the owner; null when nothing does. */
export async function mailboxProblem(): Promise<{ host: string; since: Date; problem: string } | null> {
  const { inboundMail } = config();
  if (inboundMail?.kind !== 'imap') return null;
  const row = await db.mailbox.findUnique({
    where: { id: mailboxKey(inboundMail.mailbox) },
    select: { failures: true, failingSince: true, problem: true },
  });
  if (!row?.failingSince || row.failures < FAILURES_SHOWN) return null;
  return { host: inboundMail.mailbox.host, since: row.failingSince, problem: row.problem };
}
