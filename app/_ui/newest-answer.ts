/** Asks the server while somebody types: waits for a pause, and gives only the answer to the newest question. */
export type Asker = {
  /** A newer question: the one before is stopped, and its answer is dropped whenever it comes. */
  ask: (question: string) => void;
  /** No question any more. */
  stop: () => void;
};

/**
 * @param pauseMs how long nothing must be typed before the server is asked
 * @param look asks the server; the signal tells it when the answer is no longer wanted
 * @param tell receives each answer that is still wanted; null when the server could not say
 */
export function newestAnswer<Answer>(
  pauseMs: number,
  look: (question: string, signal: AbortSignal) => Promise<Answer | null>,
  tell: (question: string, answer: Answer | null) => void,
): Asker {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let aborter = new AbortController();
  const stop = () => {
    clearTimeout(timer);
    aborter.abort();
  };
  const ask = (question: string) => {
    stop();
    aborter = new AbortController();
    const { signal } = aborter;
    timer = setTimeout(async () => {
      // A server that is away or slow means no answer; what is being typed works without.
      const answer = await look(question, signal).catch(() => null);
      // An answer can arrive in the moment it is stopped: the signal of its own question is what decides.
      if (!signal.aborted) tell(question, answer);
    }, pauseMs);
  };
  return { ask, stop };
}
