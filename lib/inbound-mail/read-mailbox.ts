import { later, MINUTE, now, SECOND } from '@/lib/clock';
import { config } from '@/lib/config';
import { db } from '@/lib/db/client';
import { isUniqueViolation } from '@/lib/db/transaction';
import { messageOf } from '@/lib/errors';
import { type Mailbox, openMailbox } from '@/lib/inbound-mail/open-mailbox';
import { mailboxKey, PROBLEM_MAX, waitAfter } from '@/lib/inbound-mail/rules';
import { MAIL_MAX } from '@/lib/inbound-mail/schema';
import { log } from '@/lib/log';

/** Mails read in one go; with one go a minute that is more than a shop gets in answers. */
const BATCH = 50;
/** A go ends after this time, finished or not, and the next begins where it stopped. */
const READ_FOR = 40 * SECOND;
/** Whoever reads has the mailbox for so long; one that died loses it to the next. */
const LEASE = 5 * MINUTE;

type TakeIn = (raw: Buffer) => Promise<unknown>;

/** Reads the unseen mails of the mailbox that the settings name and hands each to `takeIn`; a mail is marked as seen only
 * after what it caused is committed. Broken off in between it comes again, and `takeIn` knows it by its Message-ID. One reader
 * at a time. A server that does not answer is asked less and less often, and the desk says so in one line. */
export async function readMailbox(takeIn: TakeIn): Promise<void> {
  const { inboundMail } = config();
  if (inboundMail?.kind !== 'imap') return;
  const key = mailboxKey(inboundMail.mailbox);
  if (!(await lease(key))) return;
  try {
    const mailbox = await openMailbox(inboundMail.mailbox);
    try {
      await readBatch(mailbox, takeIn);
    } finally {
      await mailbox.close();
    }
    await db.mailbox.update({ where: { id: key }, data: { ...AT_PEACE, readAt: now() } });
  } catch (error) {
    await noteFailure(key, messageOf(error));
  }
}

const AT_PEACE = { leaseUntil: null, failures: 0, failingSince: null, nextAt: null, problem: '' };

/** Takes the mailbox for this process; false when another has it, or when it is not time for another try yet. */
async function lease(key: string): Promise<boolean> {
  const at = now();
  const free = { OR: [{ leaseUntil: null }, { leaseUntil: { lte: at } }] };
  const due = { OR: [{ nextAt: null }, { nextAt: { lte: at } }] };
  const leaseUntil = later(at, LEASE);
  const taken = await db.mailbox.updateMany({ where: { id: key, AND: [free, due] }, data: { leaseUntil } });
  if (taken.count > 0) return true;
  if (await db.mailbox.findUnique({ where: { id: key }, select: { id: true } })) return false;
  try {
    await db.mailbox.create({ data: { id: key, leaseUntil } });
    return true;
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return false;
  }
}

/** @throws after the batch, when a mail could not be taken in: it stays unseen, and the others were read */
async function readBatch(mailbox: Mailbox, takeIn: TakeIn): Promise<void> {
  const until = later(now(), READ_FOR);
  let failures = 0;
  let last = '';
  for (const uid of (await mailbox.unseen()).slice(0, BATCH)) {
    if (now() > until) break;
    if ((await mailbox.size(uid)) > MAIL_MAX) {
      log.warn('inbound-mail.too-large', { uid });
      await mailbox.markSeen(uid);
      continue;
    }
    const raw = await mailbox.read(uid);
    if (raw === null) continue;
    try {
      await takeIn(raw);
    } catch (error) {
      failures += 1;
      last = messageOf(error);
      continue;
    }
    await mailbox.markSeen(uid);
  }
  if (failures > 0) throw new Error(`${failures} of the mails could not be taken in: ${last}`);
}

async function noteFailure(key: string, problem: string): Promise<void> {
  const at = now();
  const { failures, failingSince } = await db.mailbox.findUniqueOrThrow({ where: { id: key } });
  log.warn('inbound-mail.mailbox-failed', { failures: failures + 1, error: problem });
  await db.mailbox.update({
    where: { id: key },
    data: {
      leaseUntil: null,
      failures: failures + 1,
      failingSince: failingSince ?? at,
      nextAt: later(at, waitAfter(failures + 1)),
      problem: problem.slice(0, PROBLEM_MAX),
    },
  });
}
