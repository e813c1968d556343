/** Where the terms of a document stand. */
export type Stretch = { chunk: number; start: number; end: number };

/** Terms in one chunk: 4 MB, so that growing never copies what is there. */
const CHUNK = 1_048_576;

/** The terms of all documents one after the other, four bytes each: half the size of their texts, and nothing for the
 * garbage collector to walk through. */
export class Tape {
  readonly #chunks: Uint32Array[] = [];
  readonly #size: number;
  #used: number;

  /** @param size terms in one chunk */
  constructor(size = CHUNK) {
    this.#size = size;
    this.#used = size;
  }

  get bytes(): number {
    return this.#chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0);
  }

  /** Writes a document's terms in one piece; more than a chunk's length is cut. */
  write(terms: ArrayLike<number>): Stretch {
    const length = Math.min(terms.length, this.#size);
    if (this.#used + length > this.#size) {
      this.#chunks.push(new Uint32Array(this.#size));
      this.#used = 0;
    }
    const chunk = this.#chunks.length - 1;
    const start = this.#used;
    const tape = this.#chunks[chunk];
    for (let i = 0; tape && i < length; i += 1) tape[start + i] = terms[i] ?? 0;
    this.#used += length;
    return { chunk, start, end: start + length };
  }

  /** Takes in terms as they were saved, not copied. @returns the number of the chunk they are */
  adopt(terms: Uint32Array): number {
    this.#used = this.#size;
    return this.#chunks.push(terms) - 1;
  }

  /** The terms of a stretch, not copied. */
  read({ chunk, start, end }: Stretch): Uint32Array {
    return this.#chunks[chunk]?.subarray(start, end) ?? new Uint32Array();
  }
}
