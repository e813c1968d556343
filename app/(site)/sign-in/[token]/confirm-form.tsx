'use client';

import Link from 'next/link';
import { useActionState } from 'react';
import { Field, HiddenInput, TextInput } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';
import { SubmitButton } from '@/app/_ui/submit-button';
import { confirmLinkAction } from '@/app/(site)/sign-in/actions';
import { IDLE } from '@/lib/web/form-state';
import type { Words } from '@/lib/words/catalogue';

type Props = {
  token: string;
  isNew: boolean;
  /** Whether a question waits for it. */
  isQuestion: boolean;
  nameMax: number;
  words: Words['signIn'];
};

/** The button that uses the link; newcomers choose their name first. Opening the page alone uses nothing up, because
 * mail scanners open links. */
export function ConfirmForm({ token, isNew, isQuestion, nameMax, words }: Props) {
  const [state, submit] = useActionState(confirmLinkAction, IDLE);
  return (
    <form action={submit} className="grid gap-5">
      <HiddenInput name="token" value={token} />
      {state.message && !state.fieldErrors?.name ? (
        <FormMessage kind="error">
          {state.message}{' '}
          <Link href="/sign-in" className="text-link">
            {words.back}
          </Link>
        </FormMessage>
      ) : null}
      {isNew ? (
        <Field label={words.name} name="name" hint={words.nameHint} error={state.fieldErrors?.name}>
          <TextInput
            key={state.turn}
            autoComplete="nickname"
            maxLength={nameMax}
            autoFocus
            defaultValue={state.values?.name}
          />
        </Field>
      ) : null}
      <SubmitButton size="large" pendingLabel={isQuestion ? words.posting : words.signingIn}>
        {isQuestion ? words.postQuestion : isNew ? words.makeAccount : words.title}
      </SubmitButton>
    </form>
  );
}
