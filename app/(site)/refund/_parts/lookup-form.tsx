'use client';

import { useActionState } from 'react';
import { Field, TextInput } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';
import { SubmitButton } from '@/app/_ui/submit-button';
import { findOrderAction } from '@/app/(site)/refund/actions';
import { IDLE } from '@/lib/web/form-state';

/** Order number and address: whatever is typed, the next step is the same. */
export function LookupForm() {
  const [state, submit] = useActionState(findOrderAction, IDLE);
  const errors = state.fieldErrors ?? {};
  return (
    <form action={submit} className="grid max-w-md gap-5">
      {state.message ? <FormMessage kind="error">{state.message}</FormMessage> : null}
      <Field
        label="Order number"
        name="number"
        hint="It is in the mail that confirmed your order."
        error={errors.number}
      >
        <TextInput key={state.turn} autoComplete="off" defaultValue={state.values?.number} />
      </Field>
      <Field label="E-mail address you ordered with" name="email" error={errors.email}>
        <TextInput key={state.turn} type="email" autoComplete="email" defaultValue={state.values?.email} />
      </Field>
      <div>
        <SubmitButton size="large" pendingLabel="Looking…">
          Find my order
        </SubmitButton>
      </div>
    </form>
  );
}
