import { isOwner } from '@/lib/accounts/policy';
import type { Actor } from '@/lib/accounts/schema';
import { db } from '@/lib/db/client';

/** A desk page shows this many; the rest is told as a number. */
const SHOWN = 50;

export type JobLine = {
  id: string;
  /** What happened, e.g. "mail.queued". */
  event: string;
  /** What was to be done about it; null while the event has not been handed out. */
  handler: string | null;
  attempts: number;
  error: string;
  /** When it was given up, or will be tried again. */
  at: Date;
};

export type JobsOverview = {
  waiting: number;
  running: number;
  parked: JobLine[];
  parkedTotal: number;
  /** Failed at least once and to be tried again. */
  retrying: JobLine[];
};

/** How many jobs were given up and wait for the owner. */
export function countParkedJobs(): Promise<number> {
  return db.job.count({ where: { state: 'parked' } });
}

/** The work of all processes as the owner sees it; null for everybody else. */
export async function jobsOverview(actor: Actor): Promise<JobsOverview | null> {
  if (!isOwner(actor)) return null;
  const [waiting, running, parkedTotal, parked, retrying] = await Promise.all([
    db.job.count({ where: { state: 'waiting' } }),
    db.job.count({ where: { state: 'running' } }),
    countParkedJobs(),
    db.job.findMany({ where: { state: 'parked' }, orderBy: { finishedAt: 'desc' }, take: SHOWN }),
    db.job.findMany({
      where: { state: 'waiting', attempts: { gt: 0 } },
      orderBy: { runAt: 'asc' },
      take: SHOWN,
    }),
  ]);
  return { waiting, running, parkedTotal, parked: parked.map(line), retrying: retrying.map(line) };
}

function line(job: {
  id: string;
  event: string;
  handler: string | null;
  attempts: number;
  lastError: string | null;
  finishedAt: Date | null;
  runAt: Date;
}): JobLine {
  const { id, event, handler, attempts } = job;
  return { id, event, handler, attempts, error: job.lastError ?? '', at: job.finishedAt ?? job.runAt };
}
