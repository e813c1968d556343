import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';

export type Served = {
  url: string;
  pid: number;
  dataDir: string;
  env: NodeJS.ProcessEnv;
  stop: () => Promise<void>;
};

export const OWNER = { email: 'owner@example.com', password: 'bench bench bench' };

/** A folder for one measurement, with the environment of a site in it. */
export async function throwaway(): Promise<{
  dataDir: string;
  env: NodeJS.ProcessEnv;
  url: string;
  remove: () => Promise<void>;
}> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'porchlight-bench-'));
  const port = await freePort();
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'production',
    PORT: String(port),
    DATA_DIR: dataDir,
    DATABASE_URL: '',
    OWNER_EMAIL: OWNER.email,
    OWNER_PASSWORD: OWNER.password,
  };
  return {
    dataDir,
    env,
    url: `http://localhost:${port}`,
    remove: () => rm(dataDir, { recursive: true, force: true }),
  };
}

/** Starts a command and waits until the address answers. @returns milliseconds it took, and the process */
export async function startAndWait(
  args: string[],
  env: NodeJS.ProcessEnv,
  url: string,
): Promise<{ child: ChildProcess; ms: number }> {
  const began = performance.now();
  const child = spawn(process.execPath, args, { env, stdio: 'ignore' });
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${args.join(' ')} ended with ${child.exitCode}`);
    const answer = await fetch(url).catch(() => null);
    await answer?.arrayBuffer();
    if (answer?.ok) return { child, ms: performance.now() - began };
    if (performance.now() - began > 300_000) throw new Error(`${url} did not answer`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Ends a process the polite way and waits for it. */
export async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
}

/** Runs one of our commands and gives back what it printed, and the most memory it held (MB, Linux). */
export async function runCommand(
  args: string[],
  env: NodeJS.ProcessEnv,
): Promise<{ output: string; peakMb: number }> {
  const child = spawn(process.execPath, ['--import', 'tsx', ...args], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  let peakMb = 0;
  child.stdout.on('data', (data: Buffer) => {
    output += data.toString();
  });
  const watch = setInterval(async () => {
    peakMb = Math.max(peakMb, await memoryPeak(child.pid ?? 0));
  }, 200);
  const code = await new Promise((resolve) => child.once('exit', resolve));
  clearInterval(watch);
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}:\n${output}`);
  return { output, peakMb };
}

/** CPU milliseconds a process has used so far, all threads (Linux; 100 ticks a second). */
export async function cpuMs(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

async function memoryPeak(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}

export async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** The value below which a share of the sorted numbers lies. */
export function quantile(numbers: number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
