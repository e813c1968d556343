import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { closeDb, db } from '@/lib/db/client';
import { migrate } from '@/lib/db/migrate';
import { migrationsFolder } from '@/lib/db/migration-files';
import { type DatabaseCopy, emptyDatabase, kind } from '../../support/database';
import { pointAtDatabase } from '../../support/point-at-database';

const ours = migrationsFolder(kind);
const NUMBERS = '20261124232607_forum_for_people';
const at = (hour: number) => new Date(Date.UTC(2026, 10, 20, hour));

let copy: DatabaseCopy;
let before: string;

beforeEach(async () => {
  copy = await emptyDatabase();
  pointAtDatabase(copy.url, copy.dataDir);
  before = mkdtempSync(path.join(tmpdir(), 'porchlight-migrations-'));
  cpSync(ours, before, {
    recursive: true,
    filter: (source) => path.basename(source) < NUMBERS || !isName(source),
  });
});

afterEach(async () => {
  await closeDb();
  await copy.remove();
  rmSync(before, { recursive: true });
});

const isName = (source: string) => /^\d{14}_/.test(path.basename(source));

test('a forum with threads gets its replies numbered in time order, and those who wrote follow what they wrote in', async () => {
  await migrate(() => {}, before);
  await db.$executeRaw`INSERT INTO "Category" ("id", "slug", "name") VALUES ('c', 'general', 'General')`;
  for (const [id, email] of [
    ['ana', 'ana@example.com'],
    ['ben', 'ben@example.com'],
    ['old', null],
  ]) {
    await db.$executeRaw`INSERT INTO "Person" ("id", "email", "name", "nameSkeleton", "createdAt")
      VALUES (${id}, ${email}, ${id}, ${id}, ${at(0)})`;
  }
  await db.$executeRaw`INSERT INTO "Thread" ("id", "slug", "title", "body", "categoryId", "authorId", "createdAt", "lastActivityAt")
    VALUES ('t', 'lamp', 'A lamp', 'It flickers.', 'c', 'ana', ${at(1)}, ${at(5)}), ('u', 'empty', 'Another', 'Text', 'c', 'old', ${at(2)}, ${at(2)})`;
  for (const [id, by, hour] of [
    ['late', 'ben', 5],
    ['early', 'old', 2],
    ['middle', 'ben', 3],
  ] as const) {
    await db.$executeRaw`INSERT INTO "Reply" ("id", "threadId", "body", "authorId", "createdAt")
      VALUES (${id}, 't', 'Words', ${by}, ${at(hour)})`;
  }
  await db.$executeRaw`INSERT INTO "MeToo" ("threadId", "personId", "at") VALUES ('t', 'ben', ${at(2)})`;
  await closeDb();
  await migrate(() => {});
  const replies = await db.reply.findMany({ select: { id: true, number: true }, orderBy: { number: 'asc' } });
  expect(replies.map(({ id, number }) => [id, number])).toEqual([
    ['early', 1],
    ['middle', 2],
    ['late', 3],
  ]);
  const threads = await db.thread.findMany({
    select: { id: true, lastNumber: true },
    orderBy: { id: 'asc' },
  });
  expect(threads).toEqual([
    { id: 't', lastNumber: 3 },
    { id: 'u', lastNumber: 0 },
  ]);
  const follows = await db.follow.findMany({
    select: { personId: true, threadId: true, reason: true },
    orderBy: { personId: 'asc' },
  });
  expect(follows).toEqual([
    { personId: 'ana', threadId: 't', reason: 'asked' },
    { personId: 'ben', threadId: 't', reason: 'me-too' },
  ]);
});
