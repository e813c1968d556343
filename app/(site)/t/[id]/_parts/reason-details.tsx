'use client';

import { type ReactNode, useActionState } from 'react';
import { type ButtonVariant, buttonClasses } from '@/app/_ui/button';
import { classNames } from '@/app/_ui/class-names';
import { Field, HiddenInput, TextInput } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';
import { handOnFocus } from '@/app/_ui/hand-on-focus';
import { SubmitButton } from '@/app/_ui/submit-button';
import { type FormAction, IDLE } from '@/lib/web/form-state';

type Props = {
  /** The first step, e.g. "Hide…". */
  summary: ReactNode;
  /** What will happen, and whether it can be undone. */
  question: string;
  action: FormAction;
  fields: Record<string, string>;
  /** Makes the field's id unique on the page. */
  id: string;
  label: string;
  hint?: string;
  optional?: boolean | string;
  reasonMax: number;
  button: string;
  /** What the button says while it works. */
  moment: string;
  /** Where without script the answer is looked at. */
  at?: string;
  /** As heavy as what stands beside it, and no heavier. */
  variant?: ButtonVariant;
};

/** Flagging, hiding and locking in two steps: what it does and why, then the button. Stays open with the answer, so that
 * it is seen without script, too. */
export function ReasonDetails({
  summary,
  question,
  action,
  fields,
  id,
  label,
  hint,
  optional,
  at,
  variant = 'secondary',
  ...rest
}: Props) {
  const [state, submit] = useActionState(action, IDLE, at);
  const isDone = state.status === 'done' && state.message !== undefined;
  return (
    <details open={state.status === 'error' || isDone ? true : undefined}>
      <summary className={classNames(buttonClasses(variant, 'small'), 'list-none')}>{summary}</summary>
      {isDone ? (
        <div className="mt-2">
          <FormMessage kind="success">{state.message}</FormMessage>
        </div>
      ) : (
        <form
          ref={handOnFocus}
          action={submit}
          className="mt-2 grid max-w-prose gap-3 rounded-xl border border-line bg-sunken p-4"
        >
          <p>{question}</p>
          {Object.entries(fields).map(([name, value]) => (
            <HiddenInput key={name} name={name} value={value} />
          ))}
          {state.status === 'error' ? <FormMessage kind="error">{state.message}</FormMessage> : null}
          <Field
            label={label}
            name="reason"
            id={id}
            hint={hint}
            optional={optional}
            error={state.fieldErrors?.reason}
          >
            <TextInput key={state.turn} maxLength={rest.reasonMax} defaultValue={state.values?.reason} />
          </Field>
          <div>
            <SubmitButton size="small" pendingLabel={rest.moment}>
              {rest.button}
            </SubmitButton>
          </div>
        </form>
      )}
    </details>
  );
}
