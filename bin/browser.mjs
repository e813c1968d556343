// Finds a Chromium for the journeys, or installs one where that is possible.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { run, say } from './prepare.mjs';

const PLACES = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** @returns {string | null} the path of an installed Chromium or Chrome */
export function findBrowser() {
  return PLACES.find((place) => place && existsSync(place)) ?? null;
}

/** Finds or installs a browser; says a sentence and stops when neither works. @returns {Promise<string>} '' means Playwright's own */
export async function ensureBrowser() {
  const found = findBrowser();
  if (found) return found;
  if (process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0) {
    say('Chromium: installing from the system packages');
    const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-qq'], 'apt-get update failed; install Chromium by hand.', quiet);
    await run(
      'apt-get',
      ['install', '-y', '-qq', 'chromium'],
      'apt-get could not install Chromium; install it by hand.',
      quiet,
    );
    const installed = findBrowser();
    if (installed) return installed;
  }
  say('Chromium: asking Playwright to fetch its own');
  const fetched = spawnSync('node_modules/.bin/playwright', ['install', 'chromium'], { stdio: 'inherit' });
  if (fetched.status === 0) return '';
  process.stderr.write(
    '\nThe journeys need a Chromium: install one (Debian and Ubuntu: apt install chromium; macOS: Google Chrome), or name yours with CHROMIUM_PATH=/path/to/chromium, and run npm test again.\n',
  );
  process.exit(1);
}
