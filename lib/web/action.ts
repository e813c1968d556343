import { revalidatePath } from 'next/cache';
import { redirect, unstable_rethrow } from 'next/navigation';
import type { z } from 'zod';
import { isOwner, isStaff } from '@/lib/accounts/policy';
import type { Actor } from '@/lib/accounts/schema';
import { currentActor } from '@/lib/accounts/session';
import { isBusy } from '@/lib/db/transaction';
import { DoorProblem, messageOf } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { log } from '@/lib/log';
import type { FormAction, FormState } from '@/lib/web/form-state';
import { answerInPageLanguage } from '@/lib/web/language';
import { countUse, type LimitName, withWait } from '@/lib/web/rate-limit';
import { BUSY_SECONDS, refusalStatus } from '@/lib/web/refusal-status';
import { enterDoor, setResponseStatus } from '@/lib/web/response-status';
import { fieldErrorsOf } from '@/lib/web/validate';
import { visitorLimitKey } from '@/lib/web/visitor';

/** What a command answered: any Outcome. */
type Result = { ok: true } | { ok: false; reason: string; field?: string; waitSeconds?: number };

type Words<R extends Result> = Record<Extract<R, { ok: false }>['reason'], string>;

/** Where a form goes after it worked: to another page, or staying with a sentence. */
type After = { redirect: string } | { message?: string; refresh?: string };

export type ActionSpec<Schema extends z.ZodType, Who, R extends Result> = {
  schema: Schema;
  limit: LimitName;
  /** The command. Files are in the form alone. */
  run: (input: z.output<Schema>, actor: Who, form: FormData) => Promise<R>;
  /** Words for every reason the command can give. */
  words: Words<NoInfer<R>>;
  /** What the person sees when it worked. */
  after: (result: Extract<NoInfer<R>, { ok: true }>, input: z.output<Schema>) => After | Promise<After>;
  /** HTTP status for a reason of this room; the common ones have theirs in refusal-status.ts. */
  status?: Partial<Record<Extract<NoInfer<R>, { ok: false }>['reason'], number>>;
};

/** The door for visitors and members alike; the actor is null when nobody is signed in. */
export function publicAction<S extends z.ZodType, R extends Result>(
  spec: ActionSpec<S, Actor | null, R>,
): FormAction {
  return door(spec, (actor) => actor);
}

/** The door for people who are signed in. */
export function userAction<S extends z.ZodType, R extends Result>(spec: ActionSpec<S, Actor, R>): FormAction {
  return door(spec, (actor) => {
    if (actor) return actor;
    throw new DoorProblem(
      401,
      'sign-in-needed',
      'You are not signed in any more. Sign in in another tab, then press the button again; your text stays here.',
    );
  });
}

/** The door for the owner and the helpers. */
export function helperAction<S extends z.ZodType, R extends Result>(
  spec: ActionSpec<S, Actor, R>,
): FormAction {
  return door(spec, (actor) => {
    if (actor && isStaff(actor)) return actor;
    throw new DoorProblem(403, 'not-allowed', 'Only the owner and the helpers of this shop can do this.');
  });
}

/** The door for the owner alone. */
export function ownerAction<S extends z.ZodType, R extends Result>(
  spec: ActionSpec<S, Actor, R>,
): FormAction {
  return door(spec, (actor) => {
    if (actor && isOwner(actor)) return actor;
    throw new DoorProblem(403, 'not-allowed', 'Only the owner of this shop can do this.');
  });
}

/** Every write of a page comes through here: who → rate limit → parse → command (policy, transaction) → answer. */
function door<S extends z.ZodType, Who extends Actor | null, R extends Result>(
  spec: ActionSpec<S, Who, R>,
  admit: (actor: Actor | null) => Who,
): FormAction {
  const answer: FormAction = async (_state, form) => {
    enterDoor();
    const values = typedValues(form);
    try {
      const actor = admit(await currentActor());
      await countUse(spec.limit, actor?.id ?? (await visitorLimitKey()));
      const parsed = spec.schema.safeParse(fieldsOf(form));
      if (!parsed.success) {
        return refuse(422, {
          message: 'Please look at the marked fields.',
          fieldErrors: fieldErrorsOf(parsed.error),
          values,
        });
      }
      const result = await spec.run(parsed.data, actor, form);
      if (!result.ok) {
        const refused = result as Extract<R, { ok: false }>;
        const reason = refused.reason as Extract<R, { ok: false }>['reason'];
        const words = withWait(spec.words[reason], refused.waitSeconds);
        const status = refused.waitSeconds ? 429 : (spec.status?.[reason] ?? refusalStatus(reason));
        return refuse(
          status,
          refused.field
            ? { message: words, fieldErrors: { [refused.field]: words }, values }
            : { message: words, values },
        );
      }
      const after = await spec.after(result as Extract<R, { ok: true }>, parsed.data);
      if ('redirect' in after) redirect(after.redirect);
      if (after.refresh) revalidatePath(after.refresh);
      return { status: 'done', message: after.message, turn: Date.now() };
    } catch (error) {
      unstable_rethrow(error);
      return explain(error, values);
    }
  };
  return async (state, form) => answerInPageLanguage(await answer(state, form));
}

/** The database was busy for longer than the tries of a transaction last. */
const BUSY =
  'The shop is very busy at this moment. Nothing was saved and nothing is lost; please try again in a few seconds.';

function refuse(status: number, state: Omit<FormState, 'status'>, retryAfterSeconds?: number): FormState {
  setResponseStatus(status, retryAfterSeconds);
  return { status: 'error', turn: Date.now(), ...state };
}

/** Turns what was thrown into a state: a DoorProblem says its words, anything else is ours to mend and gets an id. */
function explain(error: unknown, values: Record<string, string>): FormState {
  if (error instanceof DoorProblem) {
    const { status, message, fieldErrors, retryAfterSeconds } = error;
    return refuse(status, { message, fieldErrors, values }, retryAfterSeconds);
  }
  if (isBusy(error)) {
    return refuse(503, { message: BUSY, values }, BUSY_SECONDS);
  }
  const incident = newId();
  log.error('action.failed', {
    incident,
    error: messageOf(error),
    stack: error instanceof Error ? error.stack : undefined,
  });
  return refuse(500, {
    message: `Something went wrong on our side and nothing was saved. Please try again; if it stays, tell us the number ${incident}.`,
    values,
  });
}

/** The fields of a form: one value is a string, several of one name an array; files and Next's own fields are left out,
 * and NULs, which no text needs and PostgreSQL cannot keep. */
function fieldsOf(form: FormData): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = {};
  for (const key of new Set(form.keys())) {
    if (key.startsWith('$ACTION')) continue;
    const all = form
      .getAll(key)
      .filter((entry): entry is string => typeof entry === 'string')
      .map((entry) => entry.replaceAll('\0', ''));
    if (all.length > 0) fields[key] = all.length === 1 ? (all[0] ?? '') : all;
  }
  return fields;
}

/** Fields that are never sent back to the browser. */
const NEVER_RETURNED = /password|code|token/i;

function typedValues(form: FormData): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [key, value] of Object.entries(fieldsOf(form))) {
    if (typeof value === 'string' && !NEVER_RETURNED.test(key)) values[key] = value;
  }
  return values;
}
