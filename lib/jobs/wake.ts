const KEY = Symbol.for('porchlight.wake-worker');
type Shared = { [KEY]?: () => void };
// The server process and Next's bundle each load their own copy of this file; the global is what they share.
const shared = globalThis as Shared;

/** Tells the worker of this process, if it runs, that there is something to do now. */
export function wakeWorker(): void {
  shared[KEY]?.();
}

/** Registers the worker to be woken. */
export function onWake(wake: () => void): void {
  shared[KEY] = wake;
}
