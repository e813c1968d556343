import { config } from '@/lib/config';
import { db } from '@/lib/db/client';
import type { AppliedMigration, Migration, MigrationTarget } from '@/lib/db/dialect/contract';
import { dialectOf } from '@/lib/db/dialect/dialect';
import { isMissingTable } from '@/lib/db/failures';
import { acceptsChecksum, migrationsFolder, readMigrations } from '@/lib/db/migration-files';
import { messageOf, StartError } from '@/lib/errors';

/** Brings the database up to date: applies the migrations it lacks, in order, each whole or not at all. Safe when two
 * processes start together. Creates the SQLite file when it is missing.
 * @param log gets one line per applied migration
 * @param folder only for tests
 * @throws StartError with one sentence when the database and the migrations of this version do not belong together */
export async function migrate(
  log: (line: string) => void,
  folder = migrationsFolder(config().databaseKind),
): Promise<void> {
  const migrations = readMigrations(folder);
  const target = await open();
  try {
    for (const migration of pendingOf(migrations, await target.applied(), folder)) {
      if (await apply(target, migration)) log(`Applied migration ${migration.name}.`);
    }
    // Another process may have been newer than this one.
    pendingOf(migrations, await target.applied(), folder);
  } finally {
    await target.close();
  }
}

/** Whether the database has exactly the migrations of this version, asked over the connections of the site.
 * @throws when it cannot be reached; a SQLite file that does not exist cannot */
export async function isMigrated(): Promise<boolean> {
  const folder = migrationsFolder(config().databaseKind);
  try {
    return pendingOf(readMigrations(folder), await appliedNow(), folder).length === 0;
  } catch (error) {
    if (error instanceof StartError || isMissingTable(error)) return false;
    throw error;
  }
}

async function appliedNow(): Promise<AppliedMigration[]> {
  const rows = await db.$queryRaw<{ name: string; checksum: string; finished: unknown }[]>`
    SELECT migration_name AS "name", checksum, finished_at IS NOT NULL AS "finished"
    FROM "_prisma_migrations" WHERE rolled_back_at IS NULL`;
  return rows.map((row) => ({ ...row, finished: Boolean(row.finished) }));
}

async function open(): Promise<MigrationTarget> {
  const { databaseKind, databaseUrl } = config();
  try {
    return await dialectOf(databaseKind).openMigrations(databaseUrl);
  } catch (error) {
    throw new StartError(
      `The database cannot be opened (${messageOf(error)}); look at DATABASE_URL and DATA_DIR.`,
    );
  }
}

async function apply(target: MigrationTarget, migration: Migration): Promise<boolean> {
  try {
    return await target.apply(migration);
  } catch (error) {
    throw new StartError(
      `Migration ${migration.name} failed and was undone (${messageOf(error)}); mend the cause and start again.`,
    );
  }
}

/** Compares what was applied with what there is. @returns the migrations still to be applied, in order */
function pendingOf(migrations: Migration[], applied: AppliedMigration[], folder: string): Migration[] {
  const newest = migrations.at(-1)?.name ?? '';
  const byName = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const row of applied) {
    const migration = byName.get(row.name);
    if (!row.finished) throw new StartError(interrupted(row.name));
    if (!migration) throw new StartError(row.name > newest ? newer(row.name) : missing(row.name, folder));
    if (!acceptsChecksum(migration, row.checksum)) throw new StartError(changed(row.name, folder));
  }
  const done = new Set(applied.map((row) => row.name));
  const last = [...done].sort().at(-1) ?? '';
  const pending = migrations.filter((migration) => !done.has(migration.name));
  const late = pending.find((migration) => migration.name < last);
  if (late) throw new StartError(outOfOrder(late.name, last));
  return pending;
}

function interrupted(name: string): string {
  return `Migration ${name} was begun by another tool and never finished; restore the back-up made before it, or set the database right by hand and run "npx prisma migrate resolve --config prisma/config.ts --applied ${name}".`;
}

function newer(name: string): string {
  return `The database is newer than this version: it has migration ${name}, which is unknown here; start the version that made it, or restore the back-up made before that update.`;
}

function missing(name: string, folder: string): string {
  return `Migration ${name} was applied to the database but is missing in ${folder}; put its folder back as it was.`;
}

function changed(name: string, folder: string): string {
  return `Migration ${name} was changed after it was applied; put ${folder}/${name}/migration.sql back as it was and make the change in a new migration.`;
}

function outOfOrder(name: string, last: string): string {
  return `Migration ${name} is older than ${last}, which is already applied; give its folder a later date.`;
}
