'use client';

import { useActionState } from 'react';
import { Field, HiddenInput, TextInput } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';
import { SubmitButton } from '@/app/_ui/submit-button';
import { type FormAction, IDLE } from '@/lib/web/form-state';

type Props = {
  threadId: string;
  action: FormAction;
  /** Makes the field's id unique on the page. */
  id: string;
  label: string;
  button: string;
};

/** Naming another thread by its address. */
export function TargetForm({ threadId, action, id, label, button }: Props) {
  const [state, submit] = useActionState(action, IDLE);
  return (
    <form action={submit} className="grid gap-3">
      <HiddenInput name="threadId" value={threadId} />
      {state.status === 'error' ? <FormMessage kind="error">{state.message}</FormMessage> : null}
      <Field
        label={label}
        name="target"
        id={id}
        hint="Copied from the browser; it has /t/ in it."
        error={state.fieldErrors?.target}
      >
        <TextInput key={state.turn} defaultValue={state.values?.target} autoComplete="off" dir="ltr" />
      </Field>
      <div>
        <SubmitButton size="small" variant="secondary" pendingLabel="One moment…">
          {button}
        </SubmitButton>
      </div>
    </form>
  );
}
