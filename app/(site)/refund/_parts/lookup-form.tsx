'use client';

import { useActionState } from 'react';
import { Field, TextInput } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';
import { SubmitButton } from '@/app/_ui/submit-button';
import { findOrderAction } from '@/app/(site)/refund/actions';
import { IDLE } from '@/lib/web/form-state';
import type { Words } from '@/lib/words/catalogue';

type Props = {
  words: Words['refund']['lookup'];
  /** As a link of the shop has it; '' where none does. */
  number?: string;
};

/** Order number and address: whatever is typed, the next step is the same. */
export function LookupForm({ words, number = '' }: Props) {
  const [state, submit] = useActionState(findOrderAction, IDLE);
  const errors = state.fieldErrors ?? {};
  return (
    <form action={submit} className="grid max-w-md gap-5">
      {state.message ? <FormMessage kind="error">{state.message}</FormMessage> : null}
      <Field label={words.number} name="number" hint={words.numberHint} error={errors.number}>
        <TextInput key={state.turn} autoComplete="off" defaultValue={state.values?.number ?? number} />
      </Field>
      <Field label={words.email} name="email" error={errors.email}>
        <TextInput key={state.turn} type="email" autoComplete="email" defaultValue={state.values?.email} />
      </Field>
      <div>
        <SubmitButton size="large" pendingLabel={words.looking}>
          {words.find}
        </SubmitButton>
      </div>
    </form>
  );
}
