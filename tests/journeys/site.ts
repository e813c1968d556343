import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import PostalMime, { type Email } from 'postal-mime';
import { startTemporaryPostgresql, type TemporaryPostgresql } from '@/tests/support/temporary-postgresql';

export { expect };

export const OWNER = { email: 'owner@example.com', password: 'a lamp on the porch' };

export type Site = {
  url: string;
  dataDir: string;
  env: NodeJS.ProcessEnv;
  /** Waits for the newest mail to an address whose subject matches, read from the outbox folder. */
  mailTo: (address: string, subject: RegExp) => Promise<Email>;
  /** Runs one of our commands (`npm run import -- …`) against this site's data. */
  command: (file: string, ...args: string[]) => Promise<string>;
};

/** A running site per worker: the production build on an empty database of its own, with its own outbox. */
export const test = base.extend<object, { site: Site }>({
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the fixtures as a destructured object
    async ({}, use, workerInfo) => {
      const place = await makePlace(workerInfo.project.metadata.database === 'postgresql');
      const owner = { OWNER_EMAIL: OWNER.email, OWNER_PASSWORD: OWNER.password };
      // The tests may play the proxy, so that people sign in from addresses of their own (people.ts).
      const env = { ...place.env, ...owner, TRUST_PROXY: '1' };
      const { url, dataDir } = place;
      const server = launch(env);
      try {
        await server.ready(url);
        await use({
          url,
          dataDir,
          env,
          mailTo: (address, subject) => mailTo(dataDir, address, subject),
          command: (file, ...args) => command(env, file, args),
        });
      } finally {
        await server.stop();
        await place.remove();
      }
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ site }, use) => use(site.url),
});

export type Place = { url: string; dataDir: string; env: NodeJS.ProcessEnv; remove: () => Promise<void> };

/** An empty data folder and database, and the environment of a site on them. */
export async function makePlace(onPostgresql: boolean): Promise<Place> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'porchlight-journey-'));
  const postgres: TemporaryPostgresql | null = onPostgresql ? await startTemporaryPostgresql() : null;
  const port = await freePort();
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'production',
    PORT: String(port),
    DATA_DIR: dataDir,
    DATABASE_URL: postgres ? await postgres.createDatabase('journeys') : '',
    OWNER_EMAIL: '',
    OWNER_PASSWORD: '',
    SITE_URL: '',
    NOTIFY_AFTER_SECONDS: '1',
    REFUND_UNDO_SECONDS: '6',
  };
  const remove = async () => {
    await postgres?.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { url: `http://localhost:${port}`, dataDir, env, remove };
}

export type Launched = {
  child: ChildProcess;
  /** Everything printed so far. */
  output: { text: string };
  /** Resolves when the site answers; throws with what was printed when it does not. */
  ready: (url: string) => Promise<void>;
  /** The polite end. @returns the exit code */
  stop: () => Promise<number | null>;
  /** The sudden end (SIGKILL). */
  kill: () => Promise<void>;
};

/** Starts the server process on an environment. */
export function launch(env: NodeJS.ProcessEnv): Launched {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server.ts'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = collect(child);
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    const timer = setTimeout(() => child.kill('SIGKILL'), 20_000);
    await gone;
    clearTimeout(timer);
    return child.exitCode;
  };
  return {
    child,
    output,
    ready: (url) => waitUntilReady(url, output),
    stop: () => end('SIGTERM'),
    kill: async () => void (await end('SIGKILL')),
  };
}

/** No page of a journey has anything axe calls serious or critical. What is found is told at the end of the journey. */
export async function expectAccessible(page: Page): Promise<void> {
  // After a step without a new document the title comes a moment after the page.
  await expect(page).toHaveTitle(/./);
  // "Legacy" looks into no frames from elsewhere; our pages have none, and it opens no extra page for each look.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  const serious = violations
    .filter((violation) => violation.impact === 'serious' || violation.impact === 'critical')
    .map(
      (violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(', ')}`,
    );
  expect.soft(serious, page.url()).toEqual([]);
}

/** Nothing on the page reaches further right than the window: no sideways scrolling on a phone. */
export async function expectFitsWindow(page: Page): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect.soft(overflow, page.url()).toBeLessThanOrEqual(0);
}

function collect(server: ChildProcess): { text: string } {
  const output = { text: '' };
  server.stdout?.on('data', (data: Buffer) => {
    output.text += data.toString();
  });
  server.stderr?.on('data', (data: Buffer) => {
    output.text += data.toString();
  });
  return output;
}

async function waitUntilReady(url: string, output: { text: string }): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    if (answer?.ok && output.text.includes('Porchlight is on')) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`The site did not start:\n${output.text}`);
}

async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function mailTo(dataDir: string, address: string, subject: RegExp): Promise<Email> {
  const folder = path.join(dataDir, 'outbox');
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const names = (await readdir(folder).catch(() => []))
      .filter((name) => name.endsWith('.eml'))
      .sort()
      .reverse();
    for (const name of names) {
      const mail = await PostalMime.parse(await readFile(path.join(folder, name)));
      if (mail.to?.some((to) => to.address === address) && subject.test(mail.subject ?? '')) return mail;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`No mail to ${address} with a subject like ${subject} came.`);
}

function command(env: NodeJS.ProcessEnv, file: string, args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', file, ...args], { env });
    const output = collect(child);
    child.on('exit', (code) =>
      code === 0 ? resolve(output.text) : reject(new Error(`${file} ended with ${code}:\n${output.text}`)),
    );
  });
}
