import { processWide } from '@/lib/db/process-wide';

/** Decoding a picture takes up to 200 MB and a whole core: in one process they come one after the other. What removes
 * files waits in the same line, so that it never meets one that is being made. */
const line = processWide('uploads-line', () => ({ last: Promise.resolve() }));

/** Runs `work` when everything before it is done. */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = line.last.then(work);
  line.last = mine.then(
    () => undefined,
    () => undefined,
  );
  return mine;
}
