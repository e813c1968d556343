import { tmpdir } from 'node:os';
import type { TestProject } from 'vitest/node';
import { migrate } from '@/lib/db/migrate';
import type {} from './place';
import { pointAtDatabase } from './point-at-database';
import { startTemporaryPostgresql } from './temporary-postgresql';

/** Starts one PostgreSQL for the run with one migrated database; every test file gets a copy. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTemporaryPostgresql();
  const templateName = 'template_of_tests';
  pointAtDatabase(await server.createDatabase(templateName), tmpdir());
  await migrate(() => {});
  project.provide('place', { kind: 'postgresql', adminUrl: server.url('postgres'), templateName });
  return () => server.stop();
}
