'use client';

import Link from 'next/link';
import { useActionState } from 'react';
import { Field, HiddenInput, TextInput } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';
import { SubmitButton } from '@/app/_ui/submit-button';
import { confirmLinkAction } from '@/app/(site)/sign-in/actions';
import { IDLE } from '@/lib/web/form-state';

type Props = {
  token: string;
  isNew: boolean;
  /** Whether a question waits for it. */
  isQuestion: boolean;
  nameMax: number;
};

/** The button that uses the link; newcomers choose their name first. Opening the page alone uses nothing up, because
 * mail scanners open links. */
export function ConfirmForm({ token, isNew, isQuestion, nameMax }: Props) {
  const [state, submit] = useActionState(confirmLinkAction, IDLE);
  return (
    <form action={submit} className="grid gap-5">
      <HiddenInput name="token" value={token} />
      {state.message && !state.fieldErrors?.name ? (
        <FormMessage kind="error">
          {state.message}{' '}
          <Link href="/sign-in" className="text-link">
            Back to sign-in
          </Link>
        </FormMessage>
      ) : null}
      {isNew ? (
        <Field
          label="Your public name"
          name="name"
          hint="It stands beside what you write. A first name or a nickname is fine; you can change it later."
          error={state.fieldErrors?.name}
        >
          <TextInput
            key={state.turn}
            autoComplete="nickname"
            maxLength={nameMax}
            autoFocus
            defaultValue={state.values?.name}
          />
        </Field>
      ) : null}
      <SubmitButton size="large" pendingLabel={isQuestion ? 'Posting…' : 'Signing in…'}>
        {isQuestion ? 'Post my question' : isNew ? 'Make my account' : 'Sign in'}
      </SubmitButton>
    </form>
  );
}
