import { isOwner } from '@/lib/accounts/policy';
import type { Actor } from '@/lib/accounts/schema';
import { calendarDay, DAY, later } from '@/lib/clock';
import { type DeskDigest, digestDraft } from '@/lib/digests/desk-queries';
import { canPublish } from '@/lib/digests/policy';
import { type WaitingThread, waitingThreads } from '@/lib/forum/waiting-queries';
import { mailboxProblem } from '@/lib/inbound-mail/queries';
import { countMisses, type Gap, searchGaps } from '@/lib/insights/search-queries';
import { countParkedJobs } from '@/lib/jobs/queries';
import { countParkedMails } from '@/lib/mail/queries';
import { flaggedPostCount } from '@/lib/moderation/queries';
import { countRefundsForOwner } from '@/lib/refunds/desk/queries';
import { shopSettings } from '@/lib/settings/queries';

/** The morning shows this many waiting threads; the rest is told as a number. */
const WAITING_SHOWN = 10;
/** A question older than this is no work for a morning; the forum's unsolved list still has it. */
const WAITING_SINCE = 30 * DAY;

/** The searches that found nothing: the most frequent few; the list of the desk has the others. */
const MISSES_SHOWN = 5;

export type Counts = { flags: number; refunds: number; parkedJobs: number; parkedMails: number };

export type Morning = {
  /** yyyy-mm-dd in the time zone of the shop. */
  today: string;
  timeZone: string;
  digest: DeskDigest | null;
  waiting: { items: WaitingThread[]; total: number };
  counts: Counts;
  /** What nothing was found for: yesterday's number of wordings, and the most frequent of the last month. */
  misses: { yesterday: number; items: Gap[] };
  /** Why answers by mail do not arrive; for the owner, null when they do. */
  mailbox: { host: string; since: Date; problem: string } | null;
  can: { publish: boolean };
};

/** Everything the owner's ten minutes are about, on one page. */
export async function morning(actor: Actor, now: Date): Promise<Morning> {
  const { timeZone } = await shopSettings();
  const today = calendarDay(now, timeZone);
  const [digest, waiting, counts, yesterday, items, mailbox] = await Promise.all([
    digestDraft(today, actor),
    waitingThreads(WAITING_SHOWN, later(now, -WAITING_SINCE)),
    deskCounts(actor),
    countMisses('yesterday', now),
    // What nobody has asked for a month needs no article.
    searchGaps('30', now, { most: MISSES_SHOWN, only: 'nothing-found' }),
    isOwner(actor) ? mailboxProblem() : null,
  ]);
  return {
    today,
    timeZone,
    digest,
    waiting,
    counts,
    misses: { yesterday, items },
    mailbox,
    can: { publish: canPublish(actor) },
  };
}

/** What waits in the rooms of the desk; of the owner's own rooms a helper sees nothing. */
export async function deskCounts(actor: Actor): Promise<Counts> {
  if (!isOwner(actor)) return { flags: await flaggedPostCount(), refunds: 0, parkedJobs: 0, parkedMails: 0 };
  const [flags, refunds, parkedJobs, parkedMails] = await Promise.all([
    flaggedPostCount(),
    countRefundsForOwner(),
    countParkedJobs(),
    countParkedMails(),
  ]);
  return { flags, refunds, parkedJobs, parkedMails };
}
