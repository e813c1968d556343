/** A first-come, first-served lock: at most one holder, waiters in line, each with a patience of its own. */
export class WriterLock {
  #held = false;
  readonly #line: (() => void)[] = [];

  /** Resolves with the function that releases the lock; releasing twice does nothing.
   * @throws whatever `impatient` makes, when the lock is not free after `patienceMs` milliseconds */
  async acquire(patienceMs: number, impatient: () => Error): Promise<() => void> {
    if (this.#held) await this.#wait(patienceMs, impatient);
    this.#held = true;
    let released = false;
    return () => {
      if (released) return;
      released = true;
      this.#pass();
    };
  }

  #wait(patienceMs: number, impatient: () => Error): Promise<void> {
    return new Promise((resolve, reject) => {
      const turn = () => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        this.#line.splice(this.#line.indexOf(turn), 1);
        reject(impatient());
      }, patienceMs);
      this.#line.push(turn);
    });
  }

  /** Hands the lock straight to the next in line, so that nobody who comes later can slip in between. */
  #pass(): void {
    const next = this.#line.shift();
    if (next) next();
    else this.#held = false;
  }
}
