#!/usr/bin/env node
// Runs one of our TypeScript commands (`npm run import -- …`) after the same preparation as `npm start`.
import { spawn } from 'node:child_process';
import { prepare } from './prepare.mjs';

const COMMANDS = {
  import: { file: 'bin/import.ts' },
  token: { file: 'bin/token.ts' },
  'refunds:audit': { file: 'bin/audit-refunds.ts' },
  'make-migration': { file: 'bin/make-migration.ts', tests: true },
  bench: { file: 'tests/bench/bench.ts', tests: true, build: true },
  'bench:storms': { file: 'tests/bench/refunds/storms.ts', tests: true },
  'bench:search': { file: 'tests/bench/search/search.ts', tests: true },
};
const [name = '', ...args] = process.argv.slice(2);
const command = COMMANDS[name];
if (!command) {
  process.stderr.write(`There is no command "${name}".\n`);
  process.exit(2);
}
await prepare({ tests: command.tests, build: command.build });
const child = spawn(process.execPath, ['--import', 'tsx', command.file, ...args], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 1));
