import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { transaction } from '@/lib/db/transaction';
import { otherClient } from '../../support/database';

/** A reference that is checked only at COMMIT: the one way to have a COMMIT itself fail on both databases. */
beforeAll(async () => {
  await db.$executeRaw`CREATE TABLE probe_parent (id TEXT PRIMARY KEY)`;
  await db.$executeRaw`CREATE TABLE probe_child (
    id TEXT PRIMARY KEY, parent TEXT NOT NULL REFERENCES probe_parent(id) DEFERRABLE INITIALLY DEFERRED)`;
});

describe('a transaction whose COMMIT fails', () => {
  test('throws, leaves nothing, and takes no later write with it', async () => {
    const work = transaction(async (tx) => {
      await tx.setting.create({ data: { key: 'of-the-failed', value: '', updatedAt: new Date() } });
      await tx.$executeRaw`INSERT INTO probe_child VALUES ('child', 'nobody')`;
    });
    await expect(work).rejects.toThrow();
    await db.setting.create({ data: { key: 'afterwards', value: '', updatedAt: new Date() } });
    await transaction((tx) =>
      tx.setting.create({ data: { key: 'afterwards-too', value: '', updatedAt: new Date() } }),
    );

    const other = otherClient();
    const keys = (await other.setting.findMany({ orderBy: { key: 'asc' } })).map((row) => row.key);
    await other.$disconnect();
    expect(keys).toEqual(['afterwards', 'afterwards-too']);
  });

  test('frees the connection each time', async () => {
    for (let round = 0; round < 30; round += 1) {
      await expect(
        transaction((tx) => tx.$executeRaw`INSERT INTO probe_child VALUES ('x', 'nobody')`),
      ).rejects.toThrow();
    }
    expect(await db.$queryRaw`SELECT COUNT(*) AS n FROM probe_child`).toMatchObject([{ n: 0n }]);
  });
});

test('a transaction that takes too long is rolled back and lets the others go on', async () => {
  const slow = db.$transaction(
    async (tx) => {
      await tx.setting.create({ data: { key: 'slow', value: '', updatedAt: new Date() } });
      await new Promise((resolve) => setTimeout(resolve, 400));
      await tx.setting.count();
    },
    { timeout: 150 },
  );
  await expect(slow).rejects.toMatchObject({ code: 'P2028' });
  await db.setting.create({ data: { key: 'after-the-slow', value: '', updatedAt: new Date() } });
  expect(await db.setting.findUnique({ where: { key: 'slow' } })).toBeNull();
});
