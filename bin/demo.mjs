#!/usr/bin/env node
// `npm run demo`: the same preparation as `npm start`, then a shop with a past.
import { spawn } from 'node:child_process';
import { prepare } from './prepare.mjs';

await prepare({ build: true });
const child = spawn(process.execPath, ['--import', 'tsx', 'bin/demo.ts'], {
  stdio: 'inherit',
  env: { ...process.env, NODE_ENV: 'production' },
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 1));
