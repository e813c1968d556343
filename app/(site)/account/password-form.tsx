'use client';

import { useActionState } from 'react';
import { Field, TextInput } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';
import { SubmitButton } from '@/app/_ui/submit-button';
import { setPasswordAction } from '@/app/(site)/account/actions';
import { IDLE } from '@/lib/web/form-state';
import type { Words } from '@/lib/words/catalogue';
import { say } from '@/lib/words/say';

type Props = {
  hasPassword: boolean;
  passwordMin: number;
  email: string;
  words: Words['account']['passwordForm'];
};

/** Sets the first password or changes it; the current one is asked for when there is one. */
export function PasswordForm({ hasPassword, passwordMin, email, words }: Props) {
  const [state, submit] = useActionState(setPasswordAction, IDLE);
  const errors = state.fieldErrors ?? {};
  return (
    <form key={state.turn} action={submit} className="grid gap-5">
      {state.message ? (
        <FormMessage kind={state.status === 'done' ? 'success' : 'error'}>{state.message}</FormMessage>
      ) : null}
      {/* Tells password managers whose password this is; it has no name, so it is not sent. */}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      {hasPassword ? (
        <Field label={words.current} name="currentPassword" error={errors.currentPassword}>
          <TextInput type="password" autoComplete="current-password" dir="ltr" />
        </Field>
      ) : null}
      <Field
        label={words.new}
        name="newPassword"
        hint={say(words.hint, { n: passwordMin })}
        error={errors.newPassword}
      >
        <TextInput type="password" autoComplete="new-password" minLength={passwordMin} dir="ltr" />
      </Field>
      <div>
        <SubmitButton variant="secondary" pendingLabel={words.saving}>
          {hasPassword ? words.change : words.set}
        </SubmitButton>
      </div>
    </form>
  );
}
