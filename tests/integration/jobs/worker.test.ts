import { beforeEach, expect, test } from 'vitest';
import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { transaction } from '@/lib/db/transaction';
import { PermanentFailure } from '@/lib/errors';
import { enqueue } from '@/lib/jobs/queue';
import { type Handlers, runDueJobs, startWorker } from '@/lib/jobs/worker';

const NONE: Handlers = {
  'mail.queued': {},
  'faq.article-changed': {},
  'forum.thread-changed': {},
  'forum.reply-posted': {},
  'forum.answer-accepted': {},
  'digest.published': {},
  'refund.approved': {},
  'refund.check-due': {},
  'refund.succeeded': {},
  'refund.failed': {},
  'timetable.tick': {},
} as unknown as Handlers;

function listening(...names: string[]): { handlers: Handlers; heard: string[] } {
  const heard: string[] = [];
  const entries = names.map((name) => [
    name,
    async (payload: { threadId: string }) => void heard.push(`${name}:${payload.threadId}`),
  ]);
  return { handlers: { ...NONE, 'forum.thread-changed': Object.fromEntries(entries) }, heard };
}

beforeEach(async () => {
  await db.job.deleteMany({});
});

test('an event reaches each of its handlers once', async () => {
  const { handlers, heard } = listening('index', 'notify');
  await transaction((tx) => enqueue(tx, 'forum.thread-changed', { threadId: 't1' }));
  await runDueJobs(handlers);
  await runDueJobs(handlers);
  expect(heard.sort()).toEqual(['index:t1', 'notify:t1']);
});

test('what is rolled back has no consequences', async () => {
  const { handlers, heard } = listening('index');
  const failing = transaction(async (tx) => {
    await enqueue(tx, 'forum.thread-changed', { threadId: 't1' });
    throw new Error('changed my mind');
  });
  await expect(failing).rejects.toThrow('changed my mind');
  await runDueJobs(handlers);
  expect(heard).toEqual([]);
});

test('many workers at once run each job once', async () => {
  const { handlers, heard } = listening('index');
  for (let i = 0; i < 30; i += 1)
    await transaction((tx) => enqueue(tx, 'forum.thread-changed', { threadId: `t${i}` }));
  await Promise.all(Array.from({ length: 6 }, () => runDueJobs(handlers)));
  await runDueJobs(handlers);
  expect(heard.length).toBe(30);
  expect(new Set(heard).size).toBe(30);
});

test('the same dedupe key is the same piece of work, also when raced', async () => {
  const tries = Array.from({ length: 10 }, () =>
    transaction((tx) =>
      enqueue(tx, 'timetable.tick', { task: 'tidy', due: 'd' }, { dedupeKey: 'tick:tidy:d' }),
    ),
  );
  await Promise.all(tries);
  expect(await db.job.count()).toBe(1);
});

test('a job that fails waits longer each time and is parked where the owner sees it', async () => {
  const handlers: Handlers = {
    ...NONE,
    'forum.thread-changed': { index: () => Promise.reject(new Error('index is on fire')) },
  };
  await transaction((tx) => enqueue(tx, 'forum.thread-changed', { threadId: 't1' }));
  await runDueJobs(handlers);
  const job = await db.job.findFirstOrThrow({ where: { handler: 'index' } });
  expect(job).toMatchObject({ state: 'waiting', attempts: 1, lastError: 'index is on fire' });
  expect(job.runAt.getTime()).toBeGreaterThan(now().getTime());
  for (let i = 0; i < 10; i += 1) {
    await db.job.updateMany({ where: { handler: 'index', state: 'waiting' }, data: { runAt: now() } });
    await runDueJobs(handlers);
  }
  expect(await db.job.findFirstOrThrow({ where: { handler: 'index' } })).toMatchObject({
    state: 'parked',
    attempts: 9,
  });
});

test('a failure that no retry can mend parks the job at once', async () => {
  const handlers: Handlers = {
    ...NONE,
    'forum.thread-changed': { index: () => Promise.reject(new PermanentFailure('no such index')) },
  };
  await transaction((tx) => enqueue(tx, 'forum.thread-changed', { threadId: 't1' }));
  await runDueJobs(handlers);
  expect(await db.job.findFirstOrThrow({ where: { handler: 'index' } })).toMatchObject({
    state: 'parked',
    attempts: 1,
  });
});

test('a job whose worker died is taken up by the next when the lease ends, not before', async () => {
  const { handlers, heard } = listening('index');
  await transaction((tx) => enqueue(tx, 'forum.thread-changed', { threadId: 't1' }));
  const leaseUntil = new Date(now().getTime() + 60_000);
  await db.job.updateMany({ data: { state: 'running', attempts: 1, leaseUntil } });
  await runDueJobs(handlers);
  expect(heard).toEqual([]);
  await db.job.updateMany({ data: { leaseUntil: new Date(now().getTime() - 1) } });
  await runDueJobs(handlers);
  expect(heard).toEqual(['index:t1']);
});

test('a running worker is woken by the commit and lets go when it is stopped', async () => {
  const { handlers, heard } = listening('index');
  const stop = startWorker(handlers, async () => {});
  await new Promise((resolve) => setTimeout(resolve, 50));
  const began = Date.now();
  await transaction((tx) => enqueue(tx, 'forum.thread-changed', { threadId: 't1' }));
  while (heard.length === 0 && Date.now() - began < 5000)
    await new Promise((resolve) => setTimeout(resolve, 5));
  expect(heard).toEqual(['index:t1']);
  await stop();
  await transaction((tx) => enqueue(tx, 'forum.thread-changed', { threadId: 't2' }));
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(heard).toEqual(['index:t1']);
});
