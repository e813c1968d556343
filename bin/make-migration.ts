import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Migration } from '@/lib/db/dialect/contract';
import { type DatabaseKind, dialectOf } from '@/lib/db/dialect/dialect';
import { migrationsFolder, readMigrations } from '@/lib/db/migration-files';
import { startTemporaryPostgresql } from '../tests/support/temporary-postgresql';
import { schemaDifference } from './schema-difference';

const USAGE = `Writes the migrations of both databases after a change of prisma/models.

  npx tsx bin/make-migration.ts add_surveys   writes prisma/{sqlite,postgresql}/migrations/TIME_add_surveys/migration.sql
  npx tsx bin/make-migration.ts --check       exits 1 when the models differ from the migrations`;

const argument = process.argv[2] ?? '';
if (argument === '--check') await check();
else if (/^[a-z][a-z0-9_]{2,60}$/.test(argument)) await write(argument);
else stop(USAGE);

async function check(): Promise<void> {
  const differences = await differencesOfBoth();
  for (const [kind, sql] of differences)
    if (sql) console.error(`${kind}: the models differ from the migrations.\n\n${sql}`);
  if (differences.some(([, sql]) => sql !== '')) stop('Run: npx tsx bin/make-migration.ts NAME');
  console.log('The migrations of both databases make exactly the models.');
}

async function write(name: string): Promise<void> {
  const differences = await differencesOfBoth();
  if (differences.every(([, sql]) => sql === ''))
    stop('The models have not changed; there is nothing to migrate.');
  const folder = `${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}_${name}`;
  for (const [kind, sql] of differences) {
    const directory = path.join(migrationsFolder(kind), folder);
    mkdirSync(directory, { recursive: true });
    // Both keep the same list of names, even when a change concerns only one of them.
    writeFileSync(path.join(directory, 'migration.sql'), sql || '-- Nothing to do on this database.\n');
    writeFileSync(path.join(migrationsFolder(kind), 'migration_lock.toml'), `provider = "${kind}"\n`);
    console.log(`Wrote prisma/${kind}/migrations/${folder}/migration.sql`);
  }
  console.log('Read both before you commit them: a renamed column is written as one dropped and one added.');
}

async function differencesOfBoth(): Promise<[DatabaseKind, string][]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'porchlight-migration-'));
  const server = await startTemporaryPostgresql();
  try {
    return [
      ['sqlite', await difference('sqlite', `file:${path.join(folder, 'replayed.db')}`)],
      ['postgresql', await difference('postgresql', await server.createDatabase('replayed'))],
    ];
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true });
  }
}

/** Replays the migrations there are into an empty database and compares that with the models. */
async function difference(kind: DatabaseKind, url: string): Promise<string> {
  const target = await dialectOf(kind).openMigrations(url);
  for (const migration of existing(kind)) await target.apply(migration);
  await target.close();
  return await schemaDifference(kind, url);
}

function existing(kind: DatabaseKind): Migration[] {
  mkdirSync(migrationsFolder(kind), { recursive: true });
  return readMigrations(migrationsFolder(kind));
}

function stop(message: string): never {
  console.error(message);
  process.exit(1);
}
