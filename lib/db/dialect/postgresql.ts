import { randomUUID } from 'node:crypto';
import pg from 'pg';
import {
  type AppliedMigration,
  type Dialect,
  type Migration,
  type MigrationTarget,
  TRANSACTION_TIMES,
} from '@/lib/db/dialect/contract';
import { postgresqlFullText } from '@/lib/db/dialect/postgresql-full-text';
import { SafePostgresqlFactory } from '@/lib/db/postgresql-adapter';
import { PrismaClient } from '@/lib/generated/postgresql/client';
import { Prisma, type PrismaClient as SqliteClient } from '@/lib/generated/sqlite/client';

/** The advisory lock that Prisma's own migrate takes; the same number keeps the two apart. */
const MIGRATION_LOCK = 72_707_369;

/** Isolation stays PostgreSQL's default, read committed: rules that need more lock the row they decide about by writing
 * to it first (see Order.lockVersion), which holds on both databases and needs no retries. */
export const postgresql: Dialect = {
  fullText: postgresqlFullText,

  hoursSince: (column, at) => Prisma.sql`(EXTRACT(EPOCH FROM (${at}::timestamp - ${column})) / 3600)`,

  openClient(url) {
    const client = new PrismaClient({
      adapter: new SafePostgresqlFactory(url),
      transactionOptions: TRANSACTION_TIMES,
      errorFormat: 'minimal',
    });
    return client as unknown as SqliteClient;
  },

  async openMigrations(url) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
    // A connection lost between two statements is told by the next one.
    client.on('error', () => {});
    await client.connect();
    return migrationTarget(client);
  },
};

function migrationTarget(client: pg.Client): MigrationTarget {
  return {
    async applied() {
      const found = await client.query("SELECT to_regclass('_prisma_migrations') IS NOT NULL AS found");
      return found.rows[0].found ? await readApplied(client) : [];
    },
    async apply(migration) {
      await client.query('BEGIN');
      try {
        const applied = await applyOnce(client, migration);
        await client.query('COMMIT');
        return applied;
      } catch (error) {
        await client.query('ROLLBACK').catch(() => {});
        throw error;
      }
    },
    async close() {
      await client.end();
    },
  };
}

async function applyOnce(client: pg.Client, migration: Migration): Promise<boolean> {
  await client.query("SET LOCAL lock_timeout = '60s'");
  await client.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
  await client.query(MIGRATIONS_TABLE);
  if ((await readApplied(client)).some((row) => row.name === migration.name)) return false;
  await client.query(migration.sql);
  await client.query(
    'INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count) VALUES ($1, $2, $3, clock_timestamp(), 1)',
    [randomUUID(), migration.checksum, migration.name],
  );
  return true;
}

async function readApplied(client: pg.Client): Promise<AppliedMigration[]> {
  const result = await client.query<AppliedMigration>(
    'SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at, migration_name',
  );
  return result.rows;
}

/** As Prisma itself makes it, so that `prisma migrate deploy` goes on where we stopped. */
const MIGRATIONS_TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id                      VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum                VARCHAR(64) NOT NULL,
    finished_at             TIMESTAMPTZ,
    migration_name          VARCHAR(255) NOT NULL,
    logs                    TEXT,
    rolled_back_at          TIMESTAMPTZ,
    started_at              TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count     INTEGER NOT NULL DEFAULT 0
)`;
