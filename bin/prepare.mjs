// The steps before anything of ours can run: dependencies, database clients, build. Each is done only when what it is
// made from has changed, and says so in a line.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import util from 'node:util';
import { readSettings } from '../lib/read-settings.mjs';
import { SettingProblem } from '../lib/setting-problem.mjs';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const NEEDED_NODE = [20, 19];
/** What the built site is made from. */
const SOURCES = [
  'app',
  'lib',
  'prisma/models',
  'prisma/sqlite/base.prisma',
  'prisma/postgresql/base.prisma',
  'public',
  'instrumentation.ts',
  'next.config.js',
  'package-lock.json',
  'postcss.config.mjs',
  'tsconfig.json',
];

export function say(line) {
  process.stdout.write(`• ${line}\n`);
}

/** Stops with one sentence. */
export function stop(sentence) {
  process.stderr.write(`\nPorchlight cannot start: ${sentence}\n`);
  process.exit(1);
}

/** @param {{ build?: boolean, tests?: boolean, settings?: boolean }} wanted `tests` also installs what only the checks
 * need; with `settings` a wrong one stops before all else */
export async function prepare({ build = false, tests = false, settings = false } = {}) {
  process.chdir(root);
  checkNode();
  if (settings) checkSettings();
  await installDependencies(tests);
  await generateClients();
  if (build) await buildSite();
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < NEEDED_NODE[0] || (major === NEEDED_NODE[0] && minor < NEEDED_NODE[1])) {
    stop(
      `this is Node ${process.versions.node}, but it needs ${NEEDED_NODE.join('.')} or newer; install it from your package manager.`,
    );
  }
}

/** As the site will read them, from the environment and `.env`; a slip of the pen is told now, not after the build. */
function checkSettings() {
  const file = path.join(root, '.env');
  const fromFile = existsSync(file) ? util.parseEnv(readFileSync(file, 'utf8')) : {};
  try {
    readSettings({ ...fromFile, ...process.env });
  } catch (error) {
    if (!(error instanceof SettingProblem)) throw error;
    stop(error.message);
  }
}

async function installDependencies(tests) {
  const marker = path.join(root, 'node_modules', '.porchlight-installed.json');
  const lock = hashOf(['package-lock.json']);
  const installed = readJson(marker);
  if (installed?.lock === lock && (installed.tests || !tests)) return say('Dependencies: installed');
  say('Dependencies: installing (one to three minutes the first time)');
  const scope = tests ? [] : ['--omit=dev'];
  await run(
    'npm',
    ['ci', '--no-audit', '--no-fund', '--loglevel=error', ...scope],
    'npm could not install the dependencies; see its words above.',
  );
  writeFileSync(marker, JSON.stringify({ lock, tests }));
}

async function generateClients() {
  await run(
    process.execPath,
    ['bin/generate-clients.mjs'],
    'the database clients could not be generated; see above.',
  );
}

async function buildSite() {
  const marker = path.join(root, '.next', 'porchlight-built.json');
  const sources = hashOf(SOURCES);
  if (readJson(marker)?.sources === sources) return say('Site: built');
  say('Site: building (about a minute)');
  await run(
    process.execPath,
    ['node_modules/next/dist/bin/next', 'build'],
    'the site could not be built; see above.',
    {
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
    },
  );
  writeFileSync(marker, JSON.stringify({ sources }));
}

/** Runs a step; its output appears when it fails, and a dot every two seconds shows that it lives. */
export function run(command, args, sentence, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const output = [];
    child.stdout.on('data', (data) => output.push(data));
    child.stderr.on('data', (data) => output.push(data));
    let dots = 0;
    const pulse = setInterval(() => {
      dots += 1;
      process.stdout.write('.');
    }, 2000);
    child.on('close', (code) => {
      clearInterval(pulse);
      if (dots > 0) process.stdout.write('\n');
      if (code === 0) return resolve();
      process.stderr.write(Buffer.concat(output).toString());
      stop(sentence);
    });
  });
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** SHA-256 over the names and contents of files and folders, without what is generated. */
export function hashOf(places) {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0]);
  const visit = (place) => {
    const file = path.join(root, place);
    if (!existsSync(file) || place === path.join('lib', 'generated')) return;
    if (statSync(file).isDirectory()) {
      for (const name of readdirSync(file).sort()) visit(path.join(place, name));
      return;
    }
    hash.update(place).update('\0').update(readFileSync(file)).update('\0');
  };
  for (const place of places) visit(place);
  return hash.digest('hex');
}
