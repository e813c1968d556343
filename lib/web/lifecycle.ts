const KEY = Symbol.for('porchlight.stoppers');
// Shared through the global: the worker starts inside Next's bundle, the server process stops it.
const shared = globalThis as { [KEY]?: Set<() => Promise<void>> };

/** Registers something that must let go before the process ends. */
export function onStop(stop: () => Promise<void>): void {
  shared[KEY] ??= new Set();
  shared[KEY].add(stop);
}

/** Lets everything go; resolves when all have. */
export async function stopAll(): Promise<void> {
  await Promise.allSettled([...(shared[KEY] ?? [])].map((stop) => stop()));
}
