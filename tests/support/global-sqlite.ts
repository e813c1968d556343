import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { migrate } from '@/lib/db/migrate';
import type {} from './place';
import { pointAtDatabase } from './point-at-database';

/** Makes one migrated SQLite file; every test file gets a copy. */
export default async function setUp(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'porchlight-sqlite-'));
  const templateFile = path.join(folder, 'template.db');
  pointAtDatabase(`file:${templateFile}`, folder);
  await migrate(() => {});
  project.provide('place', { kind: 'sqlite', templateFile });
  return () => rmSync(folder, { recursive: true, force: true });
}
