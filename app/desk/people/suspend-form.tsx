'use client';

import { useActionState } from 'react';
import { Field, HiddenInput, TextInput } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';
import { SubmitButton } from '@/app/_ui/submit-button';
import { suspendPersonAction } from '@/app/desk/people/actions';
import { IDLE } from '@/lib/web/form-state';

/** The second step of a suspension: an optional reason for the log, and the button. */
export function SuspendForm({ personId, reasonMax }: { personId: string; reasonMax: number }) {
  const [state, submit] = useActionState(suspendPersonAction, IDLE);
  return (
    <form action={submit} className="grid gap-3">
      <HiddenInput name="personId" value={personId} />
      {state.status === 'error' ? <FormMessage kind="error">{state.message}</FormMessage> : null}
      <Field
        label="Why"
        name="reason"
        id={`reason-${personId}`}
        optional
        hint="For the log; only the shop’s people read it."
        error={state.fieldErrors?.reason}
      >
        <TextInput key={state.turn} maxLength={reasonMax} defaultValue={state.values?.reason} />
      </Field>
      <div>
        <SubmitButton variant="danger" size="small" pendingLabel="Suspending…">
          Suspend
        </SubmitButton>
      </div>
    </form>
  );
}
