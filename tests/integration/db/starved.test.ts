import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { config } from '@/lib/config';
import { db, type PrismaClient } from '@/lib/db/client';
import { TRANSACTION_TIMES } from '@/lib/db/dialect/contract';
import { isBusy, neverBegan } from '@/lib/db/failures';
import { SafePostgresqlFactory } from '@/lib/db/postgresql-adapter';
import { processWide, takeProcessWide } from '@/lib/db/process-wide';
import { refuseUndefined } from '@/lib/db/refuse-undefined';
import { isConflict, transaction } from '@/lib/db/transaction';
import { PrismaClient as PostgresqlClient } from '@/lib/generated/postgresql/client';
import { problemResponse } from '@/lib/web/api-route';
import { kind } from '../../support/database';

const CLIENT = 'database-client';
const COUNTER = 'starved';

beforeEach(async () => {
  await db.numberSequence.upsert({
    where: { name: COUNTER },
    create: { name: COUNTER, last: 0 },
    update: { last: 0 },
  });
});

/** Counts one up, in a transaction. */
function raise(): Promise<unknown> {
  return transaction((tx) =>
    tx.numberSequence.update({ where: { name: COUNTER }, data: { last: { increment: 1 } } }),
  );
}

async function counted(): Promise<number> {
  return (await db.numberSequence.findUniqueOrThrow({ where: { name: COUNTER } })).last;
}

/** Holds a transaction open. @returns what ends it, once it has begun */
function occupy(): Promise<() => Promise<void>> {
  return new Promise((resolve, reject) => {
    const work: Promise<void> = db.$transaction(async (tx) => {
      await tx.numberSequence.count();
      await new Promise<void>((leave) => {
        resolve(async () => {
          leave();
          await work;
        });
      });
    });
    work.catch(reject);
  });
}

test('a hundred transactions at once are all done, however few connections there are', async () => {
  await Promise.all(Array.from({ length: 100 }, raise));
  expect(await counted()).toBe(100);
});

describe.runIf(kind === 'postgresql')('with a pool of two connections', () => {
  const patienceMs = 150;
  let usual: PrismaClient | undefined;

  beforeAll(() => {
    usual = takeProcessWide<PrismaClient>(CLIENT);
    const client = new PostgresqlClient({
      adapter: new SafePostgresqlFactory(config().databaseUrl, { max: 2, patienceMs }),
      transactionOptions: TRANSACTION_TIMES,
      errorFormat: 'minimal',
    });
    processWide(CLIENT, () => refuseUndefined(client as unknown as PrismaClient));
  });

  afterAll(async () => {
    await takeProcessWide<PrismaClient>(CLIENT)?.$disconnect();
    if (usual) processWide(CLIENT, () => usual);
  });

  test('a hundred transactions at once are done or were never begun, and none is done twice', async () => {
    const ends = await Promise.allSettled(Array.from({ length: 100 }, raise));
    const failures = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []));
    expect(failures.filter((error) => !isBusy(error))).toEqual([]);
    expect(await counted()).toBe(100 - failures.length);
  });

  test('one that waited in vain is tried again, and done as soon as a connection is free', async () => {
    const leave = [await occupy(), await occupy()];
    const waiting = raise();
    // Longer than one wait for a connection, shorter than six.
    await new Promise((resolve) => setTimeout(resolve, 2 * patienceMs));
    await Promise.all(leave.map((end) => end()));
    await waiting;
    expect(await counted()).toBe(1);
  });

  test('what finds none free to the end is answered as busy, with when to come again, and nothing was done', async () => {
    const leave = [await occupy(), await occupy()];
    const errors = await Promise.all([raise().catch(own), db.numberSequence.count().catch(own)]);
    await Promise.all(leave.map((end) => end()));
    for (const error of errors) {
      const response = problemResponse(error);
      expect([response.status, response.headers.get('retry-after')]).toEqual([503, '3']);
      expect(await response.json()).toMatchObject({
        code: 'busy',
        detail: expect.stringContaining('nothing is lost'),
      });
    }
    expect(await counted()).toBe(0);
  });
});

test('a transaction that Prisma could not begin in time never began', async () => {
  const release = await occupy();
  // SQLite has one place for transactions; on PostgreSQL the others are taken, too.
  const others = kind === 'sqlite' ? [] : await Promise.all(Array.from({ length: 9 }, occupy));
  const error = await db.$transaction((tx) => tx.numberSequence.count(), { maxWait: 100 }).catch(own);
  await Promise.all([release, ...others].map((end) => end()));
  expect(error).toMatchObject({ code: 'P2028' });
  expect([neverBegan(error), isConflict(error), problemResponse(error).status]).toEqual([true, false, 503]);
});

test('a transaction that took longer than it may is undone, answered as busy and not tried again by itself', async () => {
  const work = async () => {
    await db.$transaction(
      async (tx) => {
        await tx.numberSequence.update({ where: { name: COUNTER }, data: { last: 7 } });
        await new Promise((resolve) => setTimeout(resolve, 300));
        await tx.numberSequence.count();
      },
      { timeout: 100 },
    );
  };
  const error = await work().catch(own);
  expect([isBusy(error), neverBegan(error), isConflict(error)]).toEqual([true, false, false]);
  expect(problemResponse(error).status).toBe(503);
  expect(await counted()).toBe(0);
});

/** The error itself, to be looked at. */
function own(error: unknown): unknown {
  return error;
}
