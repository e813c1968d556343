'use client';

import { useActionState } from 'react';
import { Field, HiddenInput, TextInput } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';
import { SubmitButton } from '@/app/_ui/submit-button';
import { signUpAction } from '@/app/(site)/sign-in/actions';
import { IDLE } from '@/lib/web/form-state';
import type { Words } from '@/lib/words/catalogue';
import { say } from '@/lib/words/say';

type Props = { next: string; passwordMin: number; words: Words['signIn'] };

/** For newcomers who would rather have a password; folded away, because the mailed link is enough. */
export function SignUpForm({ next, passwordMin, words }: Props) {
  const [state, submit] = useActionState(signUpAction, IDLE);
  const errors = state.fieldErrors ?? {};
  return (
    <details open={state.status === 'error' || undefined} className="group mt-6">
      <summary className="flex min-h-11 items-center justify-center rounded-lg px-3 font-semibold text-accent-text hover:bg-accent-soft">
        {words.newHere}
      </summary>
      <form action={submit} className="mt-3 grid gap-5 rounded-2xl border border-line p-5 sm:p-6">
        <p className="text-muted">{words.newText}</p>
        <HiddenInput name="next" value={next} />
        {state.message ? <FormMessage kind="error">{state.message}</FormMessage> : null}
        <Field label={words.email} name="email" id="sign-up-email" error={errors.email}>
          <TextInput
            key={state.turn}
            type="email"
            autoComplete="username"
            defaultValue={state.values?.email}
          />
        </Field>
        <Field
          label={words.newPassword}
          name="password"
          id="sign-up-password"
          hint={say(words.passwordHint, { n: passwordMin })}
          error={errors.password}
        >
          <TextInput type="password" autoComplete="new-password" minLength={passwordMin} dir="ltr" />
        </Field>
        <SubmitButton variant="secondary" pendingLabel={words.sending}>
          {words.makeAccount}
        </SubmitButton>
      </form>
    </details>
  );
}
