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
    { name: 'sqlite', metadata: { database: 'sqlite' } },
    {
      name: 'postgresql',
      metadata: { database: 'postgresql' },
      // How pages look, speak, weigh, answer keys, take crafted forms, texts and files, are found, stand in a frame and help
      // with writing does not depend on where their rows lie; once is enough.
      testIgnore:
        /(looks|keyboard|weight|words|hostile-pages|hostile-text|long-threads|composer|found|find|gaps|digest|account|uploads|widget|desk-refunds)\.spec\.ts$/,
    },
  ],
});
