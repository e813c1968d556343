import { expect, test } from 'vitest';
import { calendarDay, DAY, HOUR, later } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { newId } from '@/lib/ids';
import { morning } from '@/lib/insights/morning-queries';
import { aPerson, aThread } from '../digests/shop';

const owner = await aPerson('owner');
const helper = await aPerson('helper');
const ana = await aPerson();
const ben = await aPerson();
const now = new Date();
const ago = (ms: number) => later(now, -ms);

test('the morning lists what waits for the shop, the promise that ends first on top', async () => {
  await aThread({ by: ana, title: 'Overdue', at: ago(26 * HOUR) });
  await aThread({ by: ana, title: 'Fresh', at: ago(HOUR) });
  await aThread({
    by: ana,
    title: 'Among customers',
    at: ago(20 * HOUR),
    reply: { by: ben, body: 'Me too.' },
  });
  await aThread({ by: ana, title: 'Answered by a helper', reply: { by: helper, body: 'So.' } });
  await aThread({ by: ana, title: 'Solved by a customer', accepted: { by: ben, body: 'So.' } });
  await aThread({ by: ana, title: 'Hidden', hiddenBy: owner });
  await aThread({ by: owner, title: 'News of the shop' });
  await aThread({ by: ana, title: 'Long ago', at: ago(90 * DAY) });
  const locked = await aThread({ by: ana, title: 'Locked' });
  await db.threadLock.create({ data: { id: newId(), threadId: locked.id, byId: owner.id, at: now } });
  const { waiting, digest, can } = await morning(owner, now);
  expect(waiting.items.map((thread) => thread.title)).toEqual(['Overdue', 'Among customers', 'Fresh']);
  expect(waiting.total).toBe(3);
  expect(waiting.items.map((thread) => thread.dueAt <= now)).toEqual([true, false, false]);
  expect(digest).toBeNull();
  expect(can.publish).toBe(true);
});

test('an answer of the shop that was hidden keeps no promise', async () => {
  const thread = await aThread({ by: ben, title: 'Still waiting', reply: { by: helper, body: 'Wrong.' } });
  const reply = await db.reply.findFirstOrThrow({ where: { threadId: thread.id } });
  await db.hiding.create({ data: { id: newId(), replyId: reply.id, byId: owner.id, at: now } });
  const { waiting } = await morning(owner, now);
  expect(waiting.items.map((one) => one.title)).toContain('Still waiting');
});

test('counts of the rooms that are the owner’s alone are not told to helpers', async () => {
  const id = newId();
  const at = new Date();
  await db.job.create({
    data: { id, event: 'x', payload: '{}', state: 'parked', runAt: at, finishedAt: at, createdAt: at },
  });
  expect((await morning(owner, now)).counts).toEqual({ flags: 0, refunds: 0, parkedJobs: 1, parkedMails: 0 });
  expect((await morning(helper, now)).counts.parkedJobs).toBe(0);
});

test('the morning has the five most frequent wordings that found nothing, and how many there were yesterday', async () => {
  expect((await morning(owner, now)).misses).toEqual({ yesterday: 0, items: [] });
  const yesterday = ago(DAY);
  for (const times of [1, 2, 3, 4, 5, 6]) {
    const row = { query: `instrument ${times}`, place: 'page' as const, results: 0, times };
    await db.search.create({
      data: { id: newId(), ...row, at: yesterday, day: calendarDay(yesterday, 'UTC') },
    });
  }
  const { misses } = await morning(owner, now);
  expect(misses.yesterday).toBe(6);
  expect(misses.items.map((gap) => gap.count)).toEqual([6, 5, 4, 3, 2]);
});

test('flags are counted by the posts they are on, not one by one', async () => {
  const { id: threadId } = await aThread({ by: ana, reply: { by: owner, body: 'So.' } });
  const { id: replyId } = await db.reply.findFirstOrThrow({ where: { threadId } });
  const flag = async (by: string, kind: 'thread' | 'reply', handledAt?: Date) => {
    const post = kind === 'thread' ? { threadId } : { replyId };
    await db.flag.create({
      data: { id: newId(), kind, ...post, byId: by, reason: 'Rude', at: now, handledAt },
    });
  };
  await flag(ben.id, 'thread');
  await flag(helper.id, 'thread');
  expect((await morning(owner, now)).counts.flags).toBe(1);
  await flag(helper.id, 'reply', now);
  expect((await morning(helper, now)).counts.flags).toBe(1);
  await flag(ben.id, 'reply');
  expect((await morning(helper, now)).counts.flags).toBe(2);
});
