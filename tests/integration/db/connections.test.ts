import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { describe, expect, test } from 'vitest';
import { config } from '@/lib/config';
import { db, ping } from '@/lib/db/client';
import { statement } from '@/lib/db/guarded-transaction';
import { SafeSqliteFactory } from '@/lib/db/sqlite-adapter';
import { assertPragmas, PRAGMAS } from '@/lib/db/sqlite-pragmas';
import { StartError } from '@/lib/errors';
import { kind } from '../../support/database';

const url = config().databaseUrl;

test('the database gives a sign of life', async () => {
  await expect(ping()).resolves.toBeUndefined();
});

test('several modules of one process share one client', () => {
  const registry = globalThis as typeof globalThis & Record<symbol, unknown>;
  expect(registry[Symbol.for('porchlight.database-client')]).toBeDefined();
});

describe.runIf(kind === 'sqlite')('every SQLite connection', () => {
  test('syncs fully, keeps foreign keys and uses a write-ahead log', async () => {
    expect(PRAGMAS).toMatchObject({ journal_mode: 'wal', synchronous: 2, foreign_keys: 1 });
    for (const [name, wanted] of Object.entries(PRAGMAS)) {
      const adapter = await new SafeSqliteFactory(url.replace('file:', '')).connect();
      // Not a SELECT, so it is answered by the writing connection; the table-valued form by the reading one.
      const writing = await adapter.queryRaw(statement(`PRAGMA ${name}`));
      const reading = await adapter.queryRaw(statement(`SELECT * FROM pragma_${name}`));
      await adapter.dispose();
      expect([name, String(writing.rows[0]?.[0]), String(reading.rows[0]?.[0])]).toEqual([
        name,
        String(wanted),
        String(wanted),
      ]);
    }
  });

  test('stops the start when it does not take them', async () => {
    const memory = await new PrismaBetterSqlite3({ url: ':memory:' }).connect();
    await expect(assertPragmas(memory)).rejects.toThrow(StartError);
    await expect(assertPragmas(memory)).rejects.toThrow('journal_mode');
  });

  test('refuses a row that refers to nothing', async () => {
    await expect(
      db.threadTag.create({ data: { threadId: 'nobody', tagId: 'nothing' } }),
    ).rejects.toMatchObject({ code: 'P2003' });
  });

  test('sends every statement that writes to the writing one', async () => {
    const now = new Date();
    await db.$queryRaw`INSERT INTO "Setting" ("key", "value", "updatedAt") VALUES ('r1', 'a', ${now}) RETURNING "key"`;
    await db.$queryRaw`-- about to write
      WITH source AS (SELECT 'r2' AS k) INSERT INTO "Setting" ("key", "value", "updatedAt") SELECT k, 'b', ${now} FROM source`;
    await db.setting.updateManyAndReturn({ where: { key: 'r1' }, data: { value: 'c' } });
    const rows =
      await db.$queryRaw`/* a reading */ WITH kept AS (SELECT "key", "value" FROM "Setting") SELECT * FROM kept ORDER BY "key"`;
    expect(rows).toEqual([
      { key: 'r1', value: 'c' },
      { key: 'r2', value: 'b' },
    ]);
  });
});

test('values come back as they went in', async () => {
  const at = new Date('2026-02-28T23:59:59.123Z');
  await db.rateLimit.create({ data: { key: 'ünïcode 💡', points: -2147483648, expire: at } });
  expect(await db.rateLimit.findUnique({ where: { key: 'ünïcode 💡' } })).toEqual({
    key: 'ünïcode 💡',
    points: -2147483648,
    expire: at,
  });
  expect(await db.rateLimit.count({ where: { expire: { lte: at } } })).toBe(1);
  expect(await db.rateLimit.count({ where: { expire: { lt: at } } })).toBe(0);
});
