import type { Prisma, PrismaClient } from '@/lib/generated/sqlite/client';

/** What the two databases say differently. */
export type Dialect = {
  /** A client over our adapter; opens nothing before its first query. PostgreSQL's is typed as SQLite's, the narrower
   * one, so that code which would only work on PostgreSQL does not compile. */
  openClient(url: string): PrismaClient;
  /** A connection of its own for migrations; makes the database file and its folder when they are missing. */
  openMigrations(url: string): Promise<MigrationTarget>;
  /** Hours from a column's time until `at`, as an expression. */
  hoursSince(column: Prisma.Sql, at: Date): Prisma.Sql;
  /** The full-text index of large searches, as far as it is said differently. */
  fullText: FullText;
};

/** How the rows of `SearchText` are found by their words. Words are stems, made by our own reader; the engine is never
 * given a text to read, and never an operator from outside. */
export type FullText = {
  /** Makes the tables and what keeps the engine's index in step with them; each does nothing when it is done already. */
  make: readonly Prisma.Sql[];
  /** What finding misspelt words needs beside; may be refused, then `nearByLetters` serves alone. */
  makeSpelling: readonly Prisma.Sql[];
  /** What must be said in the same transaction before `best` is asked; empty for nothing. */
  beforeBest: readonly Prisma.Sql[];
  /** The likeliest rows, the best first, as `id`. */
  best(wanted: WantedRows): Prisma.Sql;
  /** Words that look like this one, as `word`, `stem`, `documents`; those further away than `edits` among them.
   * @param isSpellingMade whether `makeSpelling` was done */
  near(word: string, edits: number, isSpellingMade: boolean): Prisma.Sql;
};

export type WantedRows = {
  /** Words of which one is enough, with how much each tells. */
  any: readonly WeighedWord[];
  /** From each of these a row must have a word; none for no such condition. */
  all: readonly (readonly string[])[];
  kind: string | null;
  /** Rows looked at for a word, the newest first: a bound for the words that nearly every row has. */
  reach: number;
  most: number;
  /** Of all rows, in words weighted by field. */
  averageLength: number;
};

export type WeighedWord = { stem: string; points: number };

/** How much a word of title, keywords, shelf and body weighs while candidates are looked for. */
export const CANDIDATE_WEIGHTS = { title: 3, keywords: 2.8, shelf: 1.5, body: 1 };

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
