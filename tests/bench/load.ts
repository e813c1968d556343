import { spawn } from 'node:child_process';

/** Loads one loopback address with 32 connections from a process of its own, so that the client's work is not counted
 * as the server's. @param seconds how long */
export async function load(url: string, seconds: number): Promise<{ requests: number; perSecond: number }> {
  const { hostname } = new URL(url);
  if (hostname !== 'localhost' && hostname !== '127.0.0.1') throw new Error('Only loopback may be loaded.');
  const args = ['node_modules/autocannon/autocannon.js', '-c', '32', '-d', String(seconds), '--json', url];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  let output = '';
  child.stdout.on('data', (data: Buffer) => {
    output += data.toString();
  });
  await new Promise((resolve) => child.once('exit', resolve));
  const result = JSON.parse(output) as { '2xx': number; non2xx: number; duration: number };
  if (result.non2xx > 0) throw new Error(`${url}: ${result.non2xx} answers were not 2xx`);
  return { requests: result['2xx'], perSecond: result['2xx'] / result.duration };
}
