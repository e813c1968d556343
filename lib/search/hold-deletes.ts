/** Words are compared by their first letters; what follows is left to the exact count of edits (SymSpell's prefix). */
const PREFIX = 7;
const FIRST_SIZE = 1 << 12;

/**
 * Symmetric delete: two words are few edits apart when leaving out as many letters of each gives the same. Every word of
 * the index is kept under all it can become, so that a misspelt one finds it without a walk through all words.
 * Held in plain arrays: twelve bytes an entry, nothing for the garbage collector.
 */
export class Deletes {
  #heads = new Int32Array(FIRST_SIZE).fill(-1);
  #hashes = new Int32Array(FIRST_SIZE);
  #words = new Uint32Array(FIRST_SIZE);
  #next = new Int32Array(FIRST_SIZE);
  #count = 0;

  get bytes(): number {
    return 4 * (this.#heads.length + 3 * this.#hashes.length);
  }

  /** Keeps a word's number under what it becomes by leaving out exactly `from` to `to` letters of its first ones. */
  add(word: string, number: number, from: number, to: number): void {
    for (const hash of hashesOf(word, from, to)) this.#insert(hash, number);
  }

  /** Numbers of words that may be `edits` or fewer edits from this one; some are not: count the edits. */
  near(word: string, edits: number): Set<number> {
    const found = new Set<number>();
    const mask = this.#heads.length - 1;
    for (const hash of hashesOf(word, 0, edits)) {
      for (let at = this.#heads[hash & mask] ?? -1; at >= 0; at = this.#next[at] ?? -1) {
        if (this.#hashes[at] === hash) found.add(this.#words[at] ?? 0);
      }
    }
    return found;
  }

  #insert(hash: number, number: number): void {
    if (this.#count === this.#hashes.length) this.#grow();
    const at = this.#count;
    this.#count += 1;
    this.#hashes[at] = hash;
    this.#words[at] = number;
    this.#chain(at);
  }

  #chain(at: number): void {
    const slot = (this.#hashes[at] ?? 0) & (this.#heads.length - 1);
    this.#next[at] = this.#heads[slot] ?? -1;
    this.#heads[slot] = at;
  }

  #grow(): void {
    const size = 2 * this.#hashes.length;
    this.#hashes = grown(this.#hashes, new Int32Array(size));
    this.#words = grown(this.#words, new Uint32Array(size));
    this.#next = new Int32Array(size);
    this.#heads = new Int32Array(size).fill(-1);
    for (let at = 0; at < this.#count; at += 1) this.#chain(at);
  }
}

function grown<A extends Int32Array | Uint32Array>(old: A, larger: A): A {
  larger.set(old);
  return larger;
}

/** Hashes of what a word's start becomes without `from` to `to` of its letters. */
function hashesOf(word: string, from: number, to: number): Set<number> {
  const start = word.slice(0, PREFIX);
  const hashes = new Set<number>();
  if (from === 0) hashes.add(hashOf(start, -1, -1));
  for (let first = 0; to >= 1 && first < start.length; first += 1) {
    if (from <= 1) hashes.add(hashOf(start, first, -1));
    for (let second = first + 1; to >= 2 && second < start.length; second += 1) {
      hashes.add(hashOf(start, first, second));
    }
  }
  return hashes;
}

/** FNV-1a over the letters but the left-out ones. */
function hashOf(text: string, leftOut: number, alsoLeftOut: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    if (i !== leftOut && i !== alsoLeftOut) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return hash;
}
