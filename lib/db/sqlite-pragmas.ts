import type { SqlQueryable } from '@prisma/driver-adapter-utils';
import { statement } from '@/lib/db/guarded-transaction';
import { StartError } from '@/lib/errors';

/** What every connection must say of itself. better-sqlite3 opens WAL databases with synchronous=NORMAL (1), which may
 * undo an acknowledged commit when the power fails; FULL (2) does not. The busy timeout is short because it blocks the
 * process; the patience is in the adapter. */
export const PRAGMAS = {
  journal_mode: 'wal',
  synchronous: 2,
  foreign_keys: 1,
  busy_timeout: 50,
} as const;

/** Sets the pragmas on a new connection and reads them back.
 * @throws StartError when the database does not take one of them, for example on a network disk without WAL */
export async function assertPragmas(connection: SqlQueryable): Promise<void> {
  for (const [name, wanted] of Object.entries(PRAGMAS)) {
    await connection.queryRaw(statement(`PRAGMA ${name} = ${wanted}`));
    const { rows } = await connection.queryRaw(statement(`PRAGMA ${name}`));
    const actual = rows[0]?.[0];
    if (String(actual) !== String(wanted)) {
      throw new StartError(
        `The database file does not accept PRAGMA ${name}=${wanted} (it says ${String(actual)}); put DATA_DIR on a local disk.`,
      );
    }
  }
}
