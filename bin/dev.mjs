#!/usr/bin/env node
// `npm run dev`: the same server with Next's development mode (pages are compiled as they are opened).
import { spawn } from 'node:child_process';
import { prepare } from './prepare.mjs';

await prepare({ tests: true, settings: true });
const child = spawn(process.execPath, ['--import', 'tsx', 'server.ts'], {
  stdio: 'inherit',
  env: { ...process.env, NODE_ENV: 'development' },
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 1));
