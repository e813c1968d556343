import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Migration } from '@/lib/db/dialect/contract';
import type { DatabaseKind } from '@/lib/db/dialect/dialect';
import { StartError } from '@/lib/errors';

/** Where the migrations of a database lie. Every command runs in the root of the project. */
export function migrationsFolder(kind: DatabaseKind): string {
  return path.resolve('prisma', kind, 'migrations');
}

/** The migrations of a folder, oldest first (their names begin with the time they were made). */
export function readMigrations(folder: string): Migration[] {
  if (!existsSync(folder))
    throw new StartError(`The folder ${folder} is missing; start in the root of the project.`);
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return names.map((name) => readMigration(folder, name));
}

/** Whether a recorded checksum is that of this migration; a checkout with other line ends is the same migration. */
export function acceptsChecksum(migration: Migration, recorded: string): boolean {
  const unix = migration.sql.replaceAll('\r\n', '\n');
  return [migration.checksum, checksumOf(unix), checksumOf(unix.replaceAll('\n', '\r\n'))].includes(recorded);
}

function readMigration(folder: string, name: string): Migration {
  const file = path.join(folder, name, 'migration.sql');
  if (!existsSync(file))
    throw new StartError(`Migration ${name} has no file ${file}; put it back, or remove its folder.`);
  const sql = readFileSync(file, 'utf8');
  return { name, sql, checksum: checksumOf(sql) };
}

/** Prisma's own: SHA-256 of the file, hexadecimal. */
function checksumOf(sql: string): string {
  return createHash('sha256').update(sql).digest('hex');
}
