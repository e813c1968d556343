#!/usr/bin/env node
// `npm start`: everything from a bare clone to a running site, with nothing but Node and npm. Plain JavaScript, because
// it runs before anything is installed.
import { spawn } from 'node:child_process';
import { prepare, say } from './prepare.mjs';

const began = Date.now();
await prepare({ build: true, settings: true });
say(`Starting (prepared in ${((Date.now() - began) / 1000).toFixed(1)} s)`);

const child = spawn(process.execPath, ['--import', 'tsx', 'server.ts'], {
  stdio: 'inherit',
  env: { ...process.env, NODE_ENV: 'production' },
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
