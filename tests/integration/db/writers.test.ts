import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { transaction } from '@/lib/db/transaction';
import { otherClient } from '../../support/database';

const WRITERS = 8;
const DURATION_MS = 2_500;

/** The ways in which a single write was seen to get lost in another request's rollback. */
const WAYS = [
  (key: string) => db.setting.create({ data: setting(key) }),
  (key: string) => db.setting.createMany({ data: [setting(key)] }),
  (key: string) =>
    db.$executeRaw`INSERT INTO "Setting" ("key", "value", "updatedAt") VALUES (${key}, '', ${new Date()})`,
  (key: string) => db.$transaction([db.setting.create({ data: setting(key) })]),
  (key: string) => db.setting.upsert({ where: { key }, create: setting(key), update: {} }),
  (key: string) => transaction((tx) => tx.setting.create({ data: setting(key) })),
];

test('eight writers lose no acknowledged write while other transactions keep rolling back, and nobody sees those', async () => {
  const until = Date.now() + DURATION_MS;
  const acknowledged: string[] = [];
  let rolledBack = 0;
  let dirty = 0;

  const writer = async (number: number) => {
    for (let turn = number; Date.now() < until; turn += 1) {
      const key = `ack-${randomUUID()}`;
      await WAYS[turn % WAYS.length]?.(key);
      acknowledged.push(key);
    }
  };
  const failing = async () => {
    while (Date.now() < until) {
      const work = transaction(async (tx) => {
        await tx.setting.create({ data: setting(`doomed-${randomUUID()}`) });
        await sleep(20);
        await tx.setting.create({ data: setting(`doomed-${randomUUID()}`) });
        throw new Error('rolled back');
      });
      await expect(work).rejects.toThrow('rolled back');
      rolledBack += 1;
    }
  };
  const reader = async () => {
    while (Date.now() < until) {
      dirty += await db.setting.count({ where: { key: { startsWith: 'doomed-' } } });
      await sleep(1);
    }
  };
  await Promise.all([
    ...Array.from({ length: WRITERS }, (_, index) => writer(index)),
    failing(),
    failing(),
    reader(),
  ]);

  const afterwards = otherClient();
  const rows = await afterwards.setting.findMany({ select: { key: true } });
  await afterwards.$disconnect();
  const kept = new Set(rows.map((row) => row.key));
  const lost = acknowledged.filter((key) => !kept.has(key));
  expect(rolledBack).toBeGreaterThanOrEqual(5);
  expect(acknowledged.length).toBeGreaterThanOrEqual(30);
  expect({ lost: lost.length, unexpected: kept.size - acknowledged.length, dirty }).toEqual({
    lost: 0,
    unexpected: 0,
    dirty: 0,
  });
});

function setting(key: string) {
  return { key, value: '', updatedAt: new Date() };
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
