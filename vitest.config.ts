import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '');
const alias = { '@': root };

/** One project per kind of proof; the integration tests run once per database. */
export default defineConfig({
  resolve: { alias },
  test: {
    // What passing tests log tells nobody anything; what failing ones logged is shown.
    silent: 'passed-only',
    // Files are independent of each other; without this, two cores would mean one worker.
    maxWorkers: 2,
    // Starts a file a fifth sooner than a process does; nothing here changes the process around it.
    pool: 'threads',
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts', 'tests/unit/**/*.test.tsx'],
          testTimeout: 20_000,
        },
      },
      {
        resolve: { alias },
        test: { name: 'architecture', include: ['tests/architecture/**/*.test.ts'], testTimeout: 30_000 },
      },
      {
        resolve: { alias },
        test: {
          name: 'sqlite',
          include: ['tests/integration/**/*.test.ts'],
          globalSetup: ['tests/support/global-sqlite.ts'],
          setupFiles: ['tests/support/database-per-file.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'postgresql',
          include: ['tests/integration/**/*.test.ts'],
          globalSetup: ['tests/support/global-postgresql.ts'],
          setupFiles: ['tests/support/database-per-file.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
