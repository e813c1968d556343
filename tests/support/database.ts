import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inject } from 'vitest';
import { config } from '@/lib/config';
import type { PrismaClient } from '@/lib/db/client';
import { type DatabaseKind, dialectOf } from '@/lib/db/dialect/dialect';
import type {} from './place';
import { query } from './temporary-postgresql';

export type DatabaseCopy = { url: string; dataDir: string; remove(): Promise<void> };

/** The database this run of the tests is about. */
export const kind: DatabaseKind = inject('place').kind;

/** A migrated database without rows and an empty data folder, for this test file alone. */
export function copyDatabase(): Promise<DatabaseCopy> {
  return makeDatabase(true);
}

/** A database in which nothing has been done, not even a migration. */
export function emptyDatabase(): Promise<DatabaseCopy> {
  return makeDatabase(false);
}

/** A second client on the same database, as another process would have. Close it with `$disconnect()`. */
export function otherClient(): PrismaClient {
  return dialectOf(kind).openClient(config().databaseUrl);
}

async function makeDatabase(migrated: boolean): Promise<DatabaseCopy> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'porchlight-test-'));
  const removeFolder = () => rmSync(dataDir, { recursive: true, force: true });
  const place = inject('place');
  if (place.kind === 'sqlite') {
    const file = path.join(dataDir, 'porchlight.db');
    if (migrated) copyFileSync(place.templateFile, file);
    return { url: `file:${file}`, dataDir, remove: async () => removeFolder() };
  }
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await query(
    place.adminUrl,
    `CREATE DATABASE "${name}" TEMPLATE ${migrated ? place.templateName : 'template0'}`,
  );
  const remove = async () => {
    await query(place.adminUrl, `DROP DATABASE "${name}" WITH (FORCE)`);
    removeFolder();
  };
  return { url: place.adminUrl.replace(/[^/]*$/, name), dataDir, remove };
}
