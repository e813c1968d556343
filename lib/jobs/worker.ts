import { later, MINUTE, now, SECOND } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { transaction } from '@/lib/db/transaction';
import { messageOf, PermanentFailure } from '@/lib/errors';
import { newId } from '@/lib/ids';
import type { EventName, Events } from '@/lib/jobs/events';
import { onWake, wakeWorker } from '@/lib/jobs/wake';
import { log } from '@/lib/log';

export type Handlers = { [Name in EventName]: Record<string, (payload: Events[Name]) => Promise<void>> };

type ClaimedJob = { id: string; event: string; handler: string | null; payload: string; attempts: number };

/** A claim is worth this long; a worker that lives renews it, one that died loses it to the next. */
const LEASE = MINUTE;
const RENEW_EVERY = 20 * SECOND;
/** Without being woken (another process wrote the job) we look this often. */
const POLL_EVERY = SECOND;
const AT_ONCE = 4;
/** Waiting after each failed try; after the last the job is parked where the owner sees it. */
const BACKOFF = [
  2 * SECOND,
  10 * SECOND,
  MINUTE,
  5 * MINUTE,
  30 * MINUTE,
  60 * MINUTE,
  120 * MINUTE,
  240 * MINUTE,
];

/** A job is tried so often before it is parked. */
export const TRIES = BACKOFF.length + 1;

/** Claims due jobs with a compare-and-set, so that of many workers one gets each.
 * @returns at most `most` jobs that are now ours until their lease ends */
async function claimDueJobs(most: number): Promise<ClaimedJob[]> {
  const at = now();
  const due = {
    OR: [
      { state: 'waiting' as const, runAt: { lte: at } },
      { state: 'running' as const, leaseUntil: { lte: at } },
    ],
  };
  const candidates = await db.job.findMany({
    where: due,
    orderBy: [{ runAt: 'asc' }, { id: 'asc' }],
    take: most,
  });
  const claimed: ClaimedJob[] = [];
  for (const job of candidates) {
    // `attempts` is the version: whoever raises it first has the job.
    const won = await db.job.updateMany({
      where: { id: job.id, attempts: job.attempts, ...due },
      data: { state: 'running', attempts: job.attempts + 1, leaseUntil: later(at, LEASE) },
    });
    if (won.count === 1) claimed.push({ ...job, attempts: job.attempts + 1 });
  }
  return claimed;
}

/** Turns an event into one job per handler, in one transaction with the end of the event. */
async function dispatch(job: ClaimedJob, handlerNames: string[]): Promise<void> {
  await transaction(async (tx) => {
    const at = now();
    await tx.job.updateMany({
      where: { id: job.id, attempts: job.attempts },
      data: { state: 'done', finishedAt: at, leaseUntil: null },
    });
    for (const handler of handlerNames) {
      const dedupeKey = `${job.id}:${handler}`;
      await tx.job.upsert({
        where: { dedupeKey },
        create: {
          id: newId(),
          event: job.event,
          handler,
          payload: job.payload,
          runAt: at,
          dedupeKey,
          createdAt: at,
        },
        update: {},
      });
    }
  });
}

async function runJob(job: ClaimedJob, handlers: Handlers): Promise<void> {
  const mine = { id: job.id, attempts: job.attempts };
  const renewal = setInterval(() => {
    db.job
      .updateMany({ where: mine, data: { leaseUntil: later(now(), LEASE) } })
      .catch((error) => log.warn('job.renewal-failed', { job: job.id, error: messageOf(error) }));
  }, RENEW_EVERY);
  try {
    const byName = (handlers as Record<string, Record<string, (payload: never) => Promise<void>>>)[job.event];
    if (!byName) throw new PermanentFailure(`No room listens to the event "${job.event}".`);
    if (job.handler === null) return await dispatch(job, Object.keys(byName));
    const handler = byName[job.handler];
    if (!handler) throw new PermanentFailure(`The event "${job.event}" has no handler "${job.handler}".`);
    await handler(JSON.parse(job.payload) as never);
    await db.job.updateMany({
      where: mine,
      data: { state: 'done', finishedAt: now(), leaseUntil: null, lastError: null },
    });
  } catch (error) {
    await recordFailure(job, error);
  } finally {
    clearInterval(renewal);
  }
}

async function recordFailure(job: ClaimedJob, error: unknown): Promise<void> {
  const wait = error instanceof PermanentFailure ? undefined : BACKOFF[job.attempts - 1];
  const lastError = messageOf(error).slice(0, 1000);
  log[wait === undefined ? 'error' : 'warn']('job.failed', {
    job: job.id,
    name: job.event,
    handler: job.handler,
    attempts: job.attempts,
    parked: wait === undefined,
    error: lastError,
  });
  await db.job.updateMany({
    where: { id: job.id, attempts: job.attempts },
    data:
      wait === undefined
        ? { state: 'parked', lastError, leaseUntil: null, finishedAt: now() }
        : { state: 'waiting', lastError, leaseUntil: null, runAt: later(now(), wait) },
  });
}

/** Runs everything that is due, and what that causes, until nothing is; for tests and for commands that end.
 * @returns how many jobs ran */
export async function runDueJobs(handlers: Handlers): Promise<number> {
  let ran = 0;
  for (;;) {
    const jobs = await claimDueJobs(AT_ONCE);
    if (jobs.length === 0) return ran;
    await Promise.all(jobs.map((job) => runJob(job, handlers)));
    ran += jobs.length;
  }
}

/** Starts the worker of this process.
 * @param everyPoll called on each look, for the timetable
 * @returns a function that lets go: no new claims, resolves when what runs has ended */
export function startWorker(handlers: Handlers, everyPoll: () => Promise<void>): () => Promise<void> {
  let stopped = false;
  let wakeUp: () => void = () => {};
  let woken = false;
  onWake(() => {
    woken = true;
    wakeUp();
  });
  const rest = () =>
    new Promise<void>((resolve) => {
      if (woken || stopped) return resolve();
      const timer = setTimeout(resolve, POLL_EVERY);
      wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const loop = async () => {
    while (!stopped) {
      woken = false;
      try {
        await everyPoll();
        const jobs = await claimDueJobs(AT_ONCE);
        await Promise.all(jobs.map((job) => runJob(job, handlers)));
        if (jobs.length > 0) continue;
      } catch (error) {
        log.error('worker.trouble', { error: messageOf(error) });
      }
      await rest();
    }
  };
  const running = loop();
  return async () => {
    stopped = true;
    wakeWorker();
    await running;
  };
}
