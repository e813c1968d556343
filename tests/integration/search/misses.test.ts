import { beforeEach, expect, test } from 'vitest';
import { calendarDay, DAY, later, now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { newId } from '@/lib/ids';
import { morning } from '@/lib/insights/morning-queries';
import { searchMisses } from '@/lib/search/queries';
import { recordMiss } from '@/lib/search/record-miss';
import { aPerson } from '../../support/a-person';

const owner = await aPerson({ role: 'owner' });

beforeEach(async () => {
  await db.searchMiss.deleteMany();
});

async function aMiss(query: string, count: number, daysAgo: number): Promise<Date> {
  const at = later(now(), -daysAgo * DAY);
  await db.searchMiss.create({ data: { id: newId(), query, count, at, day: calendarDay(at, 'UTC') } });
  return at;
}

test('wordings that differ in case, accents, spaces and signs are one', async () => {
  for (const query of ['Gift wrapping?', 'gift   WRAPPING', '“gift” wrapping!!', 'ｇｉｆｔ wrapping']) {
    await recordMiss(query);
  }
  await recordMiss('Schaumkrönchen');
  await recordMiss('schaumkronchen');
  expect(await searchMisses(30, 10)).toMatchObject([
    { query: 'gift wrapping', count: 4 },
    { query: 'schaumkronchen', count: 2 },
  ]);
});

test('the same words at the same moment are all counted', async () => {
  const results = await Promise.allSettled(Array.from({ length: 10 }, () => recordMiss('gift wrapping')));
  expect(results.filter((result) => result.status === 'rejected')).toEqual([]);
  expect(await searchMisses(30, 10)).toMatchObject([{ query: 'gift wrapping', count: 10 }]);
});

test('days are added up and the last is told; the most frequent come first, among equals the latest', async () => {
  await aMiss('zither', 2, 20);
  const last = await aMiss('zither', 2, 3);
  await aMiss('accordion', 1, 5);
  await aMiss('balalaika', 1, 4);
  await aMiss('forgotten', 9, 31);
  const misses = await searchMisses(30, 10);
  expect(misses.map(({ query, count }) => [query, count])).toEqual([
    ['zither', 4],
    ['balalaika', 1],
    ['accordion', 1],
  ]);
  expect(misses[0]?.lastAt).toEqual(last);
  expect(await searchMisses(30, 1)).toHaveLength(1);
});

test('the morning has the five most frequent, and none when every search found something', async () => {
  expect((await morning(owner, now())).misses).toEqual([]);
  for (const count of [1, 2, 3, 4, 5, 6]) await aMiss(`instrument ${count}`, count, 1);
  const { misses } = await morning(owner, now());
  expect(misses.map((miss) => miss.count)).toEqual([6, 5, 4, 3, 2]);
});
