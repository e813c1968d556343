/** Long work lets others in this often, so that a page waits for it no longer. */
const BUSY_MS = 12;

/** Cuts long work into slices: call `pause` often; it waits for a turn of the event loop when a slice has been long. */
export class Slices {
  #since = performance.now();

  async pause(): Promise<void> {
    if (performance.now() - this.#since < BUSY_MS) return;
    await new Promise((resolve) => setImmediate(resolve));
    this.#since = performance.now();
  }
}
