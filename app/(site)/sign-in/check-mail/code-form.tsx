'use client';

import { useActionState, useState } from 'react';
import { Field, TextInput } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';
import { SubmitButton } from '@/app/_ui/submit-button';
import { confirmCodeAction } from '@/app/(site)/sign-in/actions';
import { IDLE } from '@/lib/web/form-state';
import type { Words } from '@/lib/words/catalogue';

type Props = {
  nameMax: number;
  button: string;
  words: Words['signIn'];
};

/** The six digits from the mail. Whether somebody is new is not known before the digits are right, so the name is asked of
 * all and needed of some. */
export function CodeForm({ nameMax, button, words }: Props) {
  const [state, submit] = useActionState(confirmCodeAction, IDLE);
  // The server never sends a code back; the digits stay here while a name is chosen.
  const [code, setCode] = useState('');
  const errors = state.fieldErrors ?? {};
  return (
    <form action={submit} className="grid gap-5">
      {state.status === 'error' ? <FormMessage kind="error">{state.message}</FormMessage> : null}
      <Field label={words.code} name="code" error={errors.code}>
        <TextInput
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={12}
          dir="ltr"
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          className="font-mono text-[1.3rem] tracking-widest"
        />
      </Field>
      <Field
        label={words.name}
        name="name"
        optional={words.nameIfNew}
        hint={words.nameIfNewHint}
        error={errors.name}
      >
        <TextInput
          key={state.turn}
          autoComplete="nickname"
          maxLength={nameMax}
          defaultValue={state.values?.name}
        />
      </Field>
      <SubmitButton size="large" pendingLabel={words.checking}>
        {button}
      </SubmitButton>
    </form>
  );
}
