import { describe, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { transaction } from '@/lib/db/transaction';
import { kind, otherClient } from '../../support/database';
import { runProcess } from '../../support/processes/run';

const TIMES = 30;

describe('two processes on one database', () => {
  test('lose no count when each locks the row by writing to it first', async () => {
    await db.rateLimit.create({ data: { key: 'write-first', points: 0 } });
    await Promise.all([
      runProcess('count-up', 'write-first', String(TIMES), 'write-first'),
      runProcess('count-up', 'write-first', String(TIMES), 'write-first'),
    ]);
    expect(await db.rateLimit.findUnique({ where: { key: 'write-first' } })).toMatchObject({
      points: 2 * TIMES,
    });
  });

  test.runIf(kind === 'sqlite')('lose no count on SQLite even when they read first', async () => {
    await db.rateLimit.create({ data: { key: 'read-first', points: 0 } });
    await Promise.all([
      runProcess('count-up', 'read-first', String(TIMES), 'read-first'),
      runProcess('count-up', 'read-first', String(TIMES), 'read-first'),
    ]);
    expect(await db.rateLimit.findUnique({ where: { key: 'read-first' } })).toMatchObject({
      points: 2 * TIMES,
    });
  });

  test('wait for each other without blocking the process or failing a write', async () => {
    const other = otherClient();
    let ticks = 0;
    const clock = setInterval(() => {
      ticks += 1;
    }, 10);
    const holding = other.$transaction(async (tx) => {
      await tx.setting.create({ data: { key: 'held', value: '', updatedAt: new Date() } });
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    await Promise.all([
      db.setting.create({ data: { key: 'single', value: '', updatedAt: new Date() } }),
      transaction((tx) => tx.setting.create({ data: { key: 'whole', value: '', updatedAt: new Date() } })),
      db.setting.count(),
      holding,
    ]);
    clearInterval(clock);
    await other.$disconnect();
    expect(await db.setting.count({ where: { key: { in: ['held', 'single', 'whole'] } } })).toBe(3);
    expect(ticks).toBeGreaterThan(8);
  });
});
