import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { closeDb, db } from '@/lib/db/client';
import { isMigrated, migrate } from '@/lib/db/migrate';
import { migrationsFolder, readMigrations } from '@/lib/db/migration-files';
import { StartError } from '@/lib/errors';
import { schemaDifference } from '../../../bin/schema-difference';
import { EVERYTHING, withSchemaEngine } from '../../../bin/schema-engine';
import { type DatabaseCopy, emptyDatabase, kind } from '../../support/database';
import { pointAtDatabase } from '../../support/point-at-database';
import { killAfterLine, runProcess } from '../../support/processes/run';

const ours = migrationsFolder(kind);
const names = readMigrations(ours).map((migration) => migration.name);
const [first = ''] = names;
const last = names.at(-1) ?? '';
const NEXT = '20990101000000_next';

let copy: DatabaseCopy;
let folder: string;

beforeEach(async () => {
  copy = await emptyDatabase();
  pointAtDatabase(copy.url, copy.dataDir);
  folder = mkdtempSync(path.join(tmpdir(), 'porchlight-migrations-'));
  cpSync(ours, folder, { recursive: true });
});

afterEach(async () => {
  await closeDb();
  await copy.remove();
  rmSync(folder, { recursive: true });
});

describe('a start', () => {
  test('makes the database, says each migration once, and has nothing to do the second time', async () => {
    const lines: string[] = [];
    if (kind === 'sqlite') writeFileSync(copy.url.replace('file:', ''), '');
    expect(await isMigrated()).toBe(false);
    await migrate((line) => lines.push(line));
    expect(lines).toEqual(readMigrations(ours).map(({ name }) => `Applied migration ${name}.`));
    await migrate((line) => lines.push(line));
    expect(lines).toHaveLength(readMigrations(ours).length);
    expect(await isMigrated()).toBe(true);
    expect(await db.person.count()).toBe(0);
  });

  test('leaves tables that are exactly the models', async () => {
    await migrate(() => {});
    expect(await schemaDifference(kind, copy.url)).toBe('');
    await db.$executeRaw`DROP INDEX "Mail_createdAt_idx"`;
    await db.$executeRaw`ALTER TABLE "Tag" ADD COLUMN "colour" TEXT`;
    const difference = await schemaDifference(kind, copy.url);
    expect(difference).toContain('CREATE INDEX "Mail_createdAt_idx"');
    expect(difference).toContain('"Tag"');
  });

  test('is taken over by Prisma itself without complaint', async () => {
    await migrate(() => {});
    const result = await withSchemaEngine(kind, copy.url, datamodel(), (engine) =>
      engine.applyMigrations({ migrationsList: prismaList(), filters: EVERYTHING }),
    );
    expect(result.appliedMigrationNames).toEqual([]);
  });

  test.runIf(kind === 'sqlite')('makes the folder and a file that only its owner can read', async () => {
    const file = path.join(copy.dataDir, 'new', 'porchlight.db');
    pointAtDatabase(`file:${file}`, path.join(copy.dataDir, 'new'));
    await migrate(() => {});
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(existsSync(`${file}-wal`)).toBe(false);
  });

  test('of two processes at once applies each migration once', async () => {
    const printed = await Promise.all([runProcess('migrate'), runProcess('migrate'), migrateHere()]);
    const lines = printed.join('\n').split('\n').filter(Boolean);
    expect(lines.sort()).toEqual(readMigrations(ours).map(({ name }) => `Applied migration ${name}.`));
  });

  test('that is killed in the middle of a migration leaves nothing of it, and the next start does it whole', async () => {
    add(NEXT, `CREATE TABLE half (n BIGINT);\n${slowStatement()}`);
    await killAfterLine(`Applied migration ${last}.`, 'migrate', folder);
    add(NEXT, 'CREATE TABLE half (n BIGINT);');
    const lines: string[] = [];
    await migrate((line) => lines.push(line), folder);
    expect(lines).toEqual([`Applied migration ${NEXT}.`]);
    expect(await db.$queryRaw`SELECT n FROM half`).toEqual([]);
  });

  test('keeps the rows of a database with data', async () => {
    await migrate(() => {});
    await db.category.create({ data: { id: 'c', slug: 'general', name: 'General' } });
    await closeDb();
    add(NEXT, rebuildCategory());
    await migrate(() => {}, folder);
    expect(await db.$queryRaw`SELECT "slug", "colour" FROM "Category"`).toEqual([
      { slug: 'general', colour: 'red' },
    ]);
  });
});

describe('a start is refused with one sentence', () => {
  test('when a migration was changed after it was applied', async () => {
    await migrate(() => {});
    writeFileSync(path.join(folder, first, 'migration.sql'), 'SELECT 1;\n');
    await refused(`Migration ${first} was changed`);
  });

  test('but not when only its line ends differ', async () => {
    await migrate(() => {});
    const [migration] = readMigrations(folder);
    writeFileSync(path.join(folder, first, 'migration.sql'), migration?.sql.replaceAll('\n', '\r\n') ?? '');
    await expect(migrate(() => {}, folder)).resolves.toBeUndefined();
  });

  test('when a migration that was applied is missing', async () => {
    add(NEXT, 'CREATE TABLE extra (id TEXT);');
    await migrate(() => {}, folder);
    rmSync(path.join(folder, first), { recursive: true });
    await refused(`Migration ${first} was applied to the database but is missing`);
  });

  test('when the database is newer', async () => {
    add(NEXT, 'CREATE TABLE extra (id TEXT);');
    await migrate(() => {}, folder);
    rmSync(path.join(folder, NEXT), { recursive: true });
    await refused(`The database is newer than this version: it has migration ${NEXT}`);
    expect(await isMigrated()).toBe(false);
  });

  test('when a migration comes too late', async () => {
    await migrate(() => {});
    add('20000101000000_late', 'CREATE TABLE late (id TEXT);');
    await refused('Migration 20000101000000_late is older than');
  });

  test('when another tool left one unfinished', async () => {
    await migrate(() => {});
    await db.$executeRaw`UPDATE "_prisma_migrations" SET "finished_at" = NULL`;
    await refused(`Migration ${first} was begun by another tool and never finished`);
  });

  test('when a migration fails, and nothing of it stays', async () => {
    await migrate(() => {});
    add(NEXT, 'CREATE TABLE half (id TEXT);\nCREATE TABLE half (id TEXT);');
    await refused(`Migration ${NEXT} failed and was undone`);
    add(NEXT, 'CREATE TABLE half (id TEXT);');
    await expect(migrate(() => {}, folder)).resolves.toBeUndefined();
  });

  test.runIf(kind === 'sqlite')('when a rebuilt table would leave references to nothing', async () => {
    await migrate(() => {});
    add(NEXT, `INSERT INTO "ThreadTag" ("threadId", "tagId") VALUES ('nobody', 'nothing');`);
    await refused('refer to rows which do not exist');
  });

  test('when the database cannot be opened', async () => {
    const url = kind === 'sqlite' ? 'file:/dev/null/porchlight.db' : 'postgresql://nobody@127.0.0.1:1/none';
    pointAtDatabase(url, copy.dataDir);
    await refused('The database cannot be opened');
  });
});

async function refused(sentence: string): Promise<void> {
  const error = await migrate(() => {}, folder).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(StartError);
  expect(String(error)).toContain(sentence);
}

async function migrateHere(): Promise<string> {
  const lines: string[] = [];
  await migrate((line) => lines.push(line));
  return lines.join('\n');
}

function add(name: string, sql: string): void {
  mkdirSync(path.join(folder, name), { recursive: true });
  writeFileSync(path.join(folder, name, 'migration.sql'), sql);
}

/** Takes some seconds. */
function slowStatement(): string {
  if (kind === 'postgresql') return 'INSERT INTO half SELECT 1 FROM pg_sleep(3);';
  return `INSERT INTO half WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000000)
    SELECT count(*) FROM n;`;
}

/** A new column; on SQLite by the detour that Prisma writes for larger changes, which drops the referenced table. */
function rebuildCategory(): string {
  if (kind === 'postgresql') return `ALTER TABLE "Category" ADD COLUMN "colour" TEXT NOT NULL DEFAULT 'red';`;
  return `PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Category" ("id" TEXT NOT NULL PRIMARY KEY, "slug" TEXT NOT NULL, "name" TEXT NOT NULL,
  "description" TEXT NOT NULL DEFAULT '', "position" INTEGER NOT NULL DEFAULT 0, "colour" TEXT NOT NULL DEFAULT 'red');
INSERT INTO "new_Category" ("id", "slug", "name", "description", "position")
  SELECT "id", "slug", "name", "description", "position" FROM "Category";
DROP TABLE "Category";
ALTER TABLE "new_Category" RENAME TO "Category";
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;`;
}

function datamodel(): [string, string][] {
  return [['base.prisma', `datasource db {\n  provider = "${kind}"\n}\n`]];
}

function prismaList() {
  return {
    baseDir: ours,
    lockfile: { path: './migration_lock.toml', content: `provider = "${kind}"\n` },
    shadowDbInitScript: '',
    migrationDirectories: readMigrations(ours).map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: sql } },
    })),
  };
}
