import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { commandLine } from '../processes/run';
import type { Press, Pressed } from './press';

/** A second process of the shop on this process's database and settings. */
export class ShopProcess {
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown>;
  #waiting: ((said: unknown) => void)[] = [];

  private constructor() {
    this.#child = spawn(process.execPath, commandLine('shop-process', []), {
      env: { ...process.env, REFUND_UNDO_SECONDS: '0' },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.#ended = new Promise((resolve) => this.#child.once('exit', resolve));
    const { stdout } = this.#child;
    if (!stdout) throw new Error('The process has no output.');
    createInterface({ input: stdout }).on('line', (line) => {
      if (line.startsWith('> ')) this.#waiting.shift()?.(JSON.parse(line.slice(2)));
    });
  }

  /** @returns when its database is open */
  static async start(): Promise<ShopProcess> {
    const shop = new ShopProcess();
    const ready = shop.#nextAnswer();
    await Promise.race([
      ready,
      shop.#ended.then(() => {
        throw new Error('The second process ended before it was ready.');
      }),
    ]);
    return shop;
  }

  press(press: Press): Promise<Pressed> {
    return this.#ask({ press }) as Promise<Pressed>;
  }

  /** Does what is due now. */
  work(): Promise<unknown> {
    return this.#ask('work');
  }

  /** From now on works as a running site does. */
  serve(): Promise<unknown> {
    return this.#ask('serve');
  }

  /** As a power cut does. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#ended;
  }

  async end(): Promise<void> {
    this.#child.stdin?.end();
    await this.#ended;
  }

  #ask(command: unknown): Promise<unknown> {
    const answer = this.#nextAnswer();
    this.#child.stdin?.write(`${JSON.stringify(command)}\n`);
    return answer;
  }

  #nextAnswer(): Promise<unknown> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}
