'use client';

import { useActionState } from 'react';
import { Field, TextInput } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';
import { SubmitButton } from '@/app/_ui/submit-button';
import { confirmCodeAction } from '@/app/(site)/refund/actions';
import { IDLE } from '@/lib/web/form-state';
import type { Words } from '@/lib/words/catalogue';

/** The six digits from the mail. */
export function CodeForm({ words }: { words: Pick<Words['refund']['code'], 'label' | 'checking' | 'show'> }) {
  const [state, submit] = useActionState(confirmCodeAction, IDLE);
  return (
    <form action={submit} className="grid max-w-md gap-5">
      {state.message && !state.fieldErrors?.code ? (
        <FormMessage kind="error">{state.message}</FormMessage>
      ) : null}
      <Field label={words.label} name="code" error={state.fieldErrors?.code}>
        <TextInput
          key={state.turn}
          inputMode="numeric"
          autoComplete="one-time-code"
          autoFocus
          maxLength={12}
          className="font-mono text-[1.3rem] tracking-widest"
        />
      </Field>
      <div>
        <SubmitButton size="large" pendingLabel={words.checking}>
          {words.show}
        </SubmitButton>
      </div>
    </form>
  );
}
