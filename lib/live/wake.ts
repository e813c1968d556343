const KEY = Symbol.for('porchlight.wake-live');
type Shared = { [KEY]?: (threadId: string) => void };
// The server process and Next's bundle each load their own copy of this file; the global is what they share.
const shared = globalThis as Shared;

/** Tells those who have this thread open in this process that something was committed to it. */
export function threadMoved(threadId: string): void {
  shared[KEY]?.(threadId);
}

/** Registers the hub to be woken. */
export function onThreadMoved(wake: (threadId: string) => void): void {
  shared[KEY] = wake;
}
