import { calendarDay, DAY, HOUR, MINUTE, now } from '@/lib/clock';
import { config } from '@/lib/config';
import { db } from '@/lib/db/client';
import { transaction } from '@/lib/db/transaction';
import { enqueue } from '@/lib/jobs/queue';
import { shopSettings } from '@/lib/settings/queries';

/** `when`: only on sites that need it. */
type Every = { task: string; everyMs: number; when?: () => boolean };
type Daily = { task: string; dailyAtHour: number };

/** The timetable. What each task does is one line in handlers.ts (`timetable.tick`). */
export const timetable: (Every | Daily)[] = [
  // The draft waits for the owner's morning (defaults: 07:00 in the owner's time zone).
  { task: 'draft-digest', dailyAtHour: 7 },
  // Looks after refunds whose answer is still open.
  { task: 'sweep-refunds', everyMs: MINUTE },
  // Compares our refunds with the payment providers', before the owner's morning.
  { task: 'audit-refunds', dailyAtHour: 4 },
  // Reads the mailbox of answers by mail, where there is one.
  { task: 'read-mailbox', everyMs: MINUTE, when: () => config().inboundMail?.kind === 'imap' },
  // Asks whether it worked, three days after an answer, and takes a week's silence for a yes.
  { task: 'ask-whether-solved', everyMs: HOUR },
  // Removes what has had its time: used links, old sessions, old drafts, finished jobs, old searches, files that no post
  // uses, and whatever tells yesterday's visitors apart.
  { task: 'tidy', everyMs: HOUR },
];

/** The name of the slot that is due at `at`, the same in every process, or null before the hour of a daily task. */
export function dueSlot(entry: Every | Daily, at: Date, timeZone: string): string | null {
  if ('everyMs' in entry)
    return new Date(Math.floor(at.getTime() / entry.everyMs) * entry.everyMs).toISOString();
  const hour = Number(
    new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(at),
  );
  return hour >= entry.dailyAtHour ? calendarDay(at, timeZone) : null;
}

const enqueued = new Map<string, string>();

/** Enqueues every task whose slot has come; the unique key makes it once for all processes. */
export async function keepTimetable(at: Date = now()): Promise<void> {
  if (at.getTime() - lastLook < 10_000) return;
  lastLook = at.getTime();
  const { timeZone } = await shopSettings();
  for (const entry of timetable) {
    if ('when' in entry && entry.when?.() === false) continue;
    const due = dueSlot(entry, at, timeZone);
    if (due === null || enqueued.get(entry.task) === due) continue;
    await transaction((tx) =>
      enqueue(tx, 'timetable.tick', { task: entry.task, due }, { dedupeKey: `tick:${entry.task}:${due}` }),
    );
    enqueued.set(entry.task, due);
  }
}

let lastLook = 0;

/** Keeps finished jobs this long, so that a parked or repeated one can still be understood. */
const KEEP_DONE_JOBS = 3 * DAY;

/** Removes finished jobs that had their time. */
export async function removeOldJobs(): Promise<void> {
  await db.job.deleteMany({
    where: { state: 'done', finishedAt: { lt: new Date(now().getTime() - KEEP_DONE_JOBS) } },
  });
}
