import { randomUUID } from 'node:crypto';
import { closeSync, openSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { makeDataFolder } from '@/lib/data-folder';
import {
  type AppliedMigration,
  type Dialect,
  type Migration,
  type MigrationTarget,
  TRANSACTION_TIMES,
} from '@/lib/db/dialect/contract';
import { sqliteFullText } from '@/lib/db/dialect/sqlite-full-text';
import { SafeSqliteFactory } from '@/lib/db/sqlite-adapter';
import { Prisma, PrismaClient } from '@/lib/generated/sqlite/client';

/** How long a start waits for another process that is migrating, milliseconds. */
const MIGRATION_PATIENCE_MS = 60_000;

export const sqlite: Dialect = {
  fullText: sqliteFullText,

  hoursSince: (column, at) => Prisma.sql`((julianday(${at}) - julianday(${column})) * 24)`,

  openClient(url) {
    return new PrismaClient({
      adapter: new SafeSqliteFactory(fileOf(url)),
      transactionOptions: TRANSACTION_TIMES,
      errorFormat: 'minimal',
    });
  },

  async openMigrations(url) {
    const file = fileOf(url);
    makeDataFolder(path.dirname(file));
    closeSync(openSync(file, 'a', 0o600));
    const database = new Database(file, { timeout: MIGRATION_PATIENCE_MS });
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    // Rebuilding a table drops the old one; its references are checked again before the commit, below.
    database.pragma('foreign_keys = OFF');
    return migrationTarget(database);
  },
};

function fileOf(url: string): string {
  return url.replace(/^file:/, '');
}

function migrationTarget(database: Database.Database): MigrationTarget {
  return {
    async applied() {
      return hasTable(database) ? readApplied(database) : [];
    },
    async apply(migration) {
      return database.transaction(() => applyOnce(database, migration)).immediate();
    },
    async close() {
      database.close();
    },
  };
}

function applyOnce(database: Database.Database, migration: Migration): boolean {
  database.exec(MIGRATIONS_TABLE);
  if (readApplied(database).some((row) => row.name === migration.name)) return false;
  const started = Date.now();
  database.exec(migration.sql);
  const orphans = database.pragma('foreign_key_check');
  if (Array.isArray(orphans) && orphans.length > 0) {
    throw new Error(`it would leave ${orphans.length} rows that refer to rows which do not exist`);
  }
  database
    .prepare(
      'INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count) VALUES (?, ?, ?, ?, ?, 1)',
    )
    .run(randomUUID(), migration.checksum, migration.name, started, Date.now());
  return true;
}

function hasTable(database: Database.Database): boolean {
  return (
    database.prepare("SELECT 1 FROM sqlite_master WHERE name = '_prisma_migrations'").get() !== undefined
  );
}

function readApplied(database: Database.Database): AppliedMigration[] {
  const rows = database
    .prepare<[], { name: string; checksum: string; finished: number }>(
      'SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished FROM "_prisma_migrations" WHERE rolled_back_at IS NULL ORDER BY started_at, migration_name',
    )
    .all();
  return rows.map((row) => ({ ...row, finished: row.finished === 1 }));
}

/** As Prisma itself makes it, so that `prisma migrate deploy` goes on where we stopped. */
const MIGRATIONS_TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    TEXT PRIMARY KEY NOT NULL,
    "checksum"              TEXT NOT NULL,
    "finished_at"           DATETIME,
    "migration_name"        TEXT NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        DATETIME,
    "started_at"            DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count"   INTEGER UNSIGNED NOT NULL DEFAULT 0
)`;
