'use client';

import { useActionState } from 'react';
import { Field, HiddenInput, TextInput } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';
import { SubmitButton } from '@/app/_ui/submit-button';
import { signUpAction } from '@/app/(site)/sign-in/actions';
import { IDLE } from '@/lib/web/form-state';

/** For newcomers who would rather have a password; folded away, because the mailed link is enough. */
export function SignUpForm({ next, passwordMin }: { next: string; passwordMin: number }) {
  const [state, submit] = useActionState(signUpAction, IDLE);
  const errors = state.fieldErrors ?? {};
  return (
    <details open={state.status === 'error' || undefined} className="group mt-6">
      <summary className="flex min-h-11 items-center justify-center rounded-lg px-3 font-semibold text-accent-text hover:bg-accent-soft">
        New here? Choose a password
      </summary>
      <form action={submit} className="mt-3 grid gap-5 rounded-2xl border border-line p-5 sm:p-6">
        <p className="text-muted">
          You get a mail to prove your address. Open its link in this browser, and your password works from
          then on.
        </p>
        <HiddenInput name="next" value={next} />
        {state.message ? <FormMessage kind="error">{state.message}</FormMessage> : null}
        <Field label="E-mail" name="email" id="sign-up-email" error={errors.email}>
          <TextInput
            key={state.turn}
            type="email"
            autoComplete="username"
            defaultValue={state.values?.email}
          />
        </Field>
        <Field
          label="New password"
          name="password"
          id="sign-up-password"
          hint={`At least ${passwordMin} characters. A short sentence is easy to remember.`}
          error={errors.password}
        >
          <TextInput type="password" autoComplete="new-password" minLength={passwordMin} dir="ltr" />
        </Field>
        <SubmitButton variant="secondary" pendingLabel="Sending…">
          Make my account
        </SubmitButton>
      </form>
    </details>
  );
}
