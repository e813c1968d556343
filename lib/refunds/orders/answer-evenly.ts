import { setTimeout as sleep } from 'node:timers/promises';

/** Many times what the work takes. */
const STEP_MS = 250;

/** Gives an answer after a whole number of such steps, nearly always one: how long the work took does not show, not even
 * when a busy machine makes it outlast the first step. */
export async function answerEvenly<T>(work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  try {
    return await work();
  } finally {
    const took = performance.now() - began;
    await sleep((Math.floor(took / STEP_MS) + 1) * STEP_MS - took);
  }
}
