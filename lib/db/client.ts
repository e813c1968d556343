import { config } from '@/lib/config';
import type { FullText } from '@/lib/db/dialect/contract';
import { type DatabaseKind, dialectOf } from '@/lib/db/dialect/dialect';
import { processWide, takeProcessWide } from '@/lib/db/process-wide';
import { refuseUndefined } from '@/lib/db/refuse-undefined';
import type { Prisma, PrismaClient } from '@/lib/generated/sqlite/client';

export { Prisma, type PrismaClient } from '@/lib/generated/sqlite/client';

const NAME = 'database-client';

/** The database. Importing it opens nothing; the first query does. Reads and single writes only: whatever belongs
 * together goes through `transaction` (lib/db/transaction.ts). */
export const db: PrismaClient = new Proxy({} as PrismaClient, {
  get(_target, property) {
    // A promise check (`await db`) must not open a database.
    if (property === 'then') return undefined;
    const client = openedClient();
    const value: unknown = Reflect.get(client, property, client);
    return typeof value === 'function' ? value.bind(client) : value;
  },
});

/** Which of the two databases this process uses. */
export function databaseKind(): DatabaseKind {
  return config().databaseKind;
}

/** The statements of the full-text index in this process's database. */
export function fullText(): FullText {
  return dialectOf(databaseKind()).fullText;
}

/** Hours from a column's time until `at`, as this process's database says it. */
export function hoursSince(column: Prisma.Sql, at: Date): Prisma.Sql {
  return dialectOf(databaseKind()).hoursSince(column, at);
}

/** Asks the database for a sign of life. @throws when it cannot be reached */
export async function ping(): Promise<void> {
  await db.$queryRaw`SELECT 1`;
}

/** Closes the connections of this process; the next query would open them again. */
export async function closeDb(): Promise<void> {
  await takeProcessWide<PrismaClient>(NAME)?.$disconnect();
}

function openedClient(): PrismaClient {
  return processWide(NAME, () => refuseUndefined(dialectOf(databaseKind()).openClient(config().databaseUrl)));
}
