import { type ChildProcess, execFile, spawn } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

type Script = 'count-up' | 'migrate' | 'shop-process';

/** Runs one of the scripts beside this file as a process of its own, with this process's settings.
 * @returns what it printed. @throws when it ends badly */
export async function runProcess(script: Script, ...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, commandLine(script, args));
  return stdout.trim();
}

/** Starts one and kills it, as `kill -9` or a power cut does, a moment after it has printed `line`. */
export async function killAfterLine(line: string, script: Script, ...args: string[]): Promise<void> {
  const child = spawn(process.execPath, commandLine(script, args), { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.on('exit', resolve));
  await printed(child, line);
  await new Promise((resolve) => setTimeout(resolve, 200));
  child.kill('SIGKILL');
  await ended;
}

/** How one of the scripts beside this file is started. */
export function commandLine(script: Script, args: string[]): string[] {
  return ['--import', 'tsx', path.join(import.meta.dirname, `${script}.ts`), ...args];
}

function printed(child: ChildProcess, line: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes(line)) resolve();
    });
    child.on('exit', () => reject(new Error(`It ended before it printed "${line}".`)));
  });
}
