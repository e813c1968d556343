import type { PrismaClient } from '@/lib/generated/sqlite/client';

/** What the two databases say differently. */
export type Dialect = {
  /** A client over our adapter; opens nothing before its first query. PostgreSQL's is typed as SQLite's, the narrower
   * one, so that code which would only work on PostgreSQL does not compile. */
  openClient(url: string): PrismaClient;
  /** A connection of its own for migrations; makes the database file and its folder when they are missing. */
  openMigrations(url: string): Promise<MigrationTarget>;
};

/** Patience of Prisma with a transaction, milliseconds: until it has begun, and until it must be over. */
export const TRANSACTION_TIMES = { maxWait: 12_000, timeout: 10_000 };

/** One migration as it lies in its folder. */
export type Migration = { name: string; sql: string; checksum: string };

/** A row of Prisma's table `_prisma_migrations` that was not rolled back. */
export type AppliedMigration = { name: string; checksum: string; finished: boolean };

export type MigrationTarget = {
  /** In the order in which they were applied; empty for a new database. */
  applied(): Promise<AppliedMigration[]>;
  /** Runs a migration and writes its row in one transaction, under a lock shared by all processes.
   * @returns false when another process had applied it by then */
  apply(migration: Migration): Promise<boolean>;
  close(): Promise<void>;
};
