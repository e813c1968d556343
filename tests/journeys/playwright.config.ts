import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

const installed = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (place) => place && existsSync(place),
);

/** Quiet as root and without the browser's own network traffic. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The journeys run against the built site, once per database: each project has a server of its own (site.ts). */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  timeout: 90_000,
  expect: { timeout: 10_000 },
  // Each has a site of its own (site.ts); most of a journey is waiting, for a mail, a pause, a page.
  workers: 2,
  fullyParallel: false,
  reporter: [['list']],
  use: {
    launchOptions: { args: FLAGS, ...(installed ? { executablePath: installed } : {}) },
    // A control that is not there shall say so before the whole journey runs out of time.
    actionTimeout: 15_000,
    screenshot: 'only-on-failure',
    trace: 'off',
  },
  projects: [
    {
      name: 'sqlite',
      metadata: { database: 'sqlite' },
      // Crafted values are PostgreSQL's to refuse, which is the stricter of the two.
      testIgnore: /hostile-api\.spec\.ts$/,
    },
    {
      name: 'postgresql',
      metadata: { database: 'postgresql' },
      // Rows are tested on both databases by the integration tests. Here the other one walks the forum's main journeys and the
      // way of the money, takes what the API is given, and is killed.
      testMatch:
        /(solved-by-customer|notifications|walk|refund|api-contract|api-rules|hostile-api|process)\.spec\.ts$/,
    },
  ],
});
