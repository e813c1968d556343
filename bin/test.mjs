#!/usr/bin/env node
// `npm test`: sets up and runs every check, cheapest first; stops at the first part that fails.
import { spawnSync } from 'node:child_process';
import { ensureBrowser } from './browser.mjs';
import { prepare, root, say } from './prepare.mjs';

const began = Date.now();
await prepare({ tests: true });

const bin = (name) => `node_modules/.bin/${name}`;
const parts = [
  ['Format and lint', bin('biome'), ['check', '.']],
  ['Types', bin('tsc'), ['--noEmit', '-p', '.']],
  ['Architecture', bin('vitest'), ['run', '--project', 'architecture']],
  ['Unit', bin('vitest'), ['run', '--project', 'unit']],
  ['Integration on SQLite', bin('vitest'), ['run', '--project', 'sqlite']],
  ['Integration on PostgreSQL', bin('vitest'), ['run', '--project', 'postgresql']],
];
for (const [name, command, args] of parts)
  part(name, () => spawnSync(command, args, { cwd: root, stdio: 'inherit' }).status);
say('Production build');
await prepare({ build: true, tests: true });
const env = { ...process.env, CHROMIUM_PATH: await ensureBrowser() };
const journeys = ['test', '-c', 'tests/journeys/playwright.config.ts'];
part(
  'Journeys in a real browser',
  () => spawnSync(bin('playwright'), journeys, { cwd: root, stdio: 'inherit', env }).status,
);
say(`Everything passed in ${Math.round((Date.now() - began) / 1000)} s`);

function part(name, check) {
  const started = Date.now();
  say(name);
  const status = check();
  if (status !== 0) {
    process.stderr.write(`\n${name}: failed. Run this part alone with npm run test:… (see README).\n`);
    process.exit(status ?? 1);
  }
  say(`${name}: passed in ${Math.round((Date.now() - started) / 1000)} s`);
}
