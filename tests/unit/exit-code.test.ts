import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const library = fileURLToPath(new URL('../support/temporary-postgresql.ts', import.meta.url));

test('a run on PostgreSQL that failed ends as one that failed', () => {
  const run = `import { loadEmbeddedPostgres } from ${JSON.stringify(library)};
    await loadEmbeddedPostgres();
    process.exitCode = 3;`;
  const args = ['--import', 'tsx', '--input-type=module', '--eval', run];
  expect(spawnSync(process.execPath, args, { encoding: 'utf8' }).status).toBe(3);
});
