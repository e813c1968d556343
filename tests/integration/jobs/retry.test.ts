import { beforeEach, expect, test } from 'vitest';
import type { Actor } from '@/lib/accounts/schema';
import { db } from '@/lib/db/client';
import { PermanentFailure } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { handlers } from '@/lib/jobs/handlers';
import { countParkedJobs, jobsOverview } from '@/lib/jobs/queries';
import { retryJob } from '@/lib/jobs/retry-job';
import { runDueJobs } from '@/lib/jobs/worker';
import { mailPage, outbox } from '@/lib/mail/queries';
import { retryMail } from '@/lib/mail/retry-mail';

const owner: Actor = { id: 'o', name: 'Owner', role: 'owner', email: null };
const helper: Actor = { ...owner, id: 'h', role: 'helper' };

beforeEach(async () => {
  await db.job.deleteMany();
  await db.mail.deleteMany();
});

async function aParkedJob(): Promise<string> {
  const id = newId();
  const at = new Date();
  await db.job.create({
    data: {
      id,
      event: 'timetable.tick',
      handler: 'run',
      payload: JSON.stringify({ task: 'test', due: '' }),
      state: 'parked',
      attempts: 9,
      lastError: 'It broke.',
      runAt: at,
      finishedAt: at,
      createdAt: at,
    },
  });
  return id;
}

async function aMail(state: 'waiting' | 'sent' | 'parked'): Promise<string> {
  const id = newId();
  await db.mail.create({
    data: {
      id,
      dedupeKey: id,
      toEmail: 'ana@example.com',
      subject: 'Hello',
      text: 'Your code is 123456.',
      html: '',
      state,
      attempts: 1,
      lastError: '550',
      createdAt: new Date(),
    },
  });
  return id;
}

test('a parked job gets one more try, once, however often it is asked for', async () => {
  const id = await aParkedJob();
  expect(await jobsOverview(owner)).toMatchObject({ parkedTotal: 1, parked: [{ id, error: 'It broke.' }] });
  const results = await Promise.all(Array.from({ length: 5 }, () => retryJob(id, owner)));
  expect(results.filter((result) => result.ok)).toHaveLength(1);
  let runs = 0;
  const run = async () => {
    runs += 1;
  };
  await runDueJobs({ ...handlers, 'timetable.tick': { run } });
  expect(runs).toBe(1);
  expect(await countParkedJobs()).toBe(0);
});

test('a job that fails again is parked again at once', async () => {
  const id = await aParkedJob();
  await retryJob(id, owner);
  const run = async () => {
    throw new PermanentFailure('Still broken.');
  };
  await runDueJobs({ ...handlers, 'timetable.tick': { run } });
  expect(await jobsOverview(owner)).toMatchObject({ parked: [{ id, error: 'Still broken.', attempts: 10 }] });
});

test('a refused mail is sent once more, once', async () => {
  const id = await aMail('parked');
  const results = await Promise.all(Array.from({ length: 5 }, () => retryMail(id, owner)));
  expect(results.filter((result) => result.ok)).toHaveLength(1);
  expect(await db.job.count({ where: { event: 'mail.queued' } })).toBe(1);
  await runDueJobs(handlers);
  expect(await mailPage(id, owner)).toMatchObject({ state: 'sent', can: { retry: false } });
  expect(await retryMail(id, owner)).toEqual({ ok: false, reason: 'not-found' });
});

test('a sent mail is never sent again', async () => {
  expect(await retryMail(await aMail('sent'), owner)).toEqual({ ok: false, reason: 'not-found' });
  expect(await db.job.count()).toBe(0);
});

test('helpers neither read mails, which carry sign-in links and codes, nor see or retry jobs', async () => {
  const mail = await aMail('parked');
  const job = await aParkedJob();
  expect(await outbox(helper, { state: null, page: 1 })).toBeNull();
  expect(await mailPage(mail, helper)).toBeNull();
  expect(await jobsOverview(helper)).toBeNull();
  expect(await retryMail(mail, helper)).toEqual({ ok: false, reason: 'not-allowed' });
  expect(await retryJob(job, helper)).toEqual({ ok: false, reason: 'not-allowed' });
});

test('the outbox is filtered by state and counts each', async () => {
  await aMail('sent');
  await aMail('parked');
  const found = await outbox(owner, { state: 'parked', page: 1 });
  expect(found).toMatchObject({ total: 1, counts: { waiting: 0, sent: 1, parked: 1 } });
});
