'use client';

import { Mail } from 'lucide-react';
import { useActionState } from 'react';
import { Field, HiddenInput, TextInput } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';
import { SubmitButton } from '@/app/_ui/submit-button';
import { signInAction } from '@/app/(site)/sign-in/actions';
import { IDLE } from '@/lib/web/form-state';
import type { Words } from '@/lib/words/catalogue';

/** One form, two ways in. The Enter key takes the one that was filled in: a typed password, or else the mail. */
export function SignInForm({ next, words }: { next: string; words: Words['signIn'] }) {
  const [state, submit] = useActionState(signInAction, IDLE);
  const errors = state.fieldErrors ?? {};
  return (
    <form action={submit} className="grid gap-5">
      {/* The first submit button of a form is the one the Enter key presses. */}
      <button type="submit" name="how" value="enter" tabIndex={-1} aria-hidden className="sr-only">
        {words.title}
      </button>
      <HiddenInput name="next" value={next} />
      {state.message ? <FormMessage kind="error">{state.message}</FormMessage> : null}
      <Field label={words.email} name="email" error={errors.email}>
        <TextInput
          key={state.turn}
          type="email"
          autoComplete="username"
          autoFocus={!state.turn}
          defaultValue={state.values?.email}
        />
      </Field>
      <SubmitButton name="how" value="link" size="large" pendingLabel={words.sending}>
        <Mail aria-hidden />
        {words.mailLink}
      </SubmitButton>
      <p className="flex items-center gap-4 text-[0.92rem] text-muted before:h-px before:grow before:bg-line after:h-px after:grow after:bg-line">
        {words.or}
      </p>
      <Field label={words.password} name="password" error={errors.password}>
        <TextInput type="password" autoComplete="current-password" required={false} dir="ltr" />
      </Field>
      <SubmitButton name="how" value="password" variant="secondary" pendingLabel={words.signingIn}>
        {words.withPassword}
      </SubmitButton>
    </form>
  );
}
