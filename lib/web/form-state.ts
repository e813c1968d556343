/** What a form gets back from its action; safe in the browser. */
export type FormState = {
  status: 'idle' | 'error' | 'done';
  /** One sentence above the form. */
  message?: string;
  fieldErrors?: Record<string, string>;
  /** What was typed, so that nothing is lost; never passwords or codes. */
  values?: Record<string, string>;
  /** Changes with every answer, to key the form's fields. */
  turn?: number;
};

export const IDLE: FormState = { status: 'idle' };

/** A server action as forms use it. */
export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;
