/**
 * A least-recently-used cache of strings bounded by the bytes it holds, not by the number of entries: one long
 * thread must not cost a thousand times what a short one does. A Map keeps insertion order, so the first key is
 * always the one unused for longest.
 */
export class ByteCache {
  readonly #entries = new Map<string, string>();
  #bytes = 0;

  constructor(readonly maxBytes: number) {}

  get bytes(): number {
    return this.#bytes;
  }

  get size(): number {
    return this.#entries.size;
  }

  get(key: string): string | undefined {
    const value = this.#entries.get(key);
    if (value === undefined) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, value);
    return value;
  }

  /** Stores the value unless it alone would take more than an eighth of the room (it would evict everybody else). */
  set(key: string, value: string): void {
    this.#drop(key);
    const cost = costOf(key, value);
    if (cost > this.maxBytes / 8) return;
    this.#entries.set(key, value);
    this.#bytes += cost;
    for (const oldest of this.#entries.keys()) {
      if (this.#bytes <= this.maxBytes) break;
      this.#drop(oldest);
    }
  }

  clear(): void {
    this.#entries.clear();
    this.#bytes = 0;
  }

  #drop(key: string): void {
    const value = this.#entries.get(key);
    if (value === undefined) return;
    this.#entries.delete(key);
    this.#bytes -= costOf(key, value);
  }
}

/** Two bytes a character is the most a JavaScript string takes; 100 stands for the Map's own bookkeeping. */
function costOf(key: string, value: string): number {
  return 2 * (key.length + value.length) + 100;
}
