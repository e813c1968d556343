/** A setting or a state of the machine that stops the start; the message is one sentence for the person at the keyboard. */
export class StartError extends Error {
  override name = 'StartError';
}

/** The answer of a command: what can happen is returned, with a reason that has words on screen. */
export type Outcome<Value, Reason extends string> =
  | ({ ok: true } & Value)
  | {
      ok: false;
      reason: Reason;
      field?: string;
      /** For a refusal that ends by itself: its words may say `{wait}`, and it is a 429. */
      waitSeconds?: number;
    };

/** Something that stops a request at the door, with the HTTP status, a stable code and words for the person. */
export class DoorProblem extends Error {
  override name = 'DoorProblem';

  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly fieldErrors: Record<string, string> = {},
    readonly retryAfterSeconds?: number,
  ) {
    super(message);
  }
}

/** Marks a job failure that no retry can mend; the worker parks the job at once. */
export class PermanentFailure extends Error {
  override name = 'PermanentFailure';
}

/** The message of whatever was thrown, for logs. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
