const registry = globalThis as typeof globalThis & Record<symbol, unknown>;

/** One value per process, whoever asks first makes it. Modules are loaded more than once in one process (Next's bundle,
 * the server run by tsx, a reload in development), so a variable of a module is not enough. */
export function processWide<T>(name: string, make: () => T): T {
  const key = Symbol.for(`porchlight.${name}`);
  registry[key] ??= make();
  return registry[key] as T;
}

/** Takes the value out, if one was made; the next `processWide` makes a new one. */
export function takeProcessWide<T>(name: string): T | undefined {
  const key = Symbol.for(`porchlight.${name}`);
  const value = registry[key] as T | undefined;
  delete registry[key];
  return value;
}
