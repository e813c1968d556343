'use client';

import { useActionState } from 'react';
import { Field, TextInput } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';
import { SubmitButton } from '@/app/_ui/submit-button';
import { changeEmailAction } from '@/app/(site)/account/actions';
import { IDLE } from '@/lib/web/form-state';
import type { Words } from '@/lib/words/catalogue';

/** Asks both mailboxes before an address changes. */
export function EmailForm({
  hasPassword,
  words,
}: {
  hasPassword: boolean;
  words: Words['account']['addressForm'];
}) {
  const [state, submit] = useActionState(changeEmailAction, IDLE);
  const { values = {}, fieldErrors = {}, turn } = state;
  return (
    <form key={turn} action={submit} className="grid gap-5">
      {state.message ? (
        <FormMessage kind={state.status === 'done' ? 'success' : 'error'}>{state.message}</FormMessage>
      ) : null}
      <Field label={words.email} name="email" id="new-email" error={fieldErrors.email}>
        <TextInput type="email" autoComplete="email" defaultValue={values.email} />
      </Field>
      {hasPassword ? (
        <Field label={words.password} name="password" id="email-password" error={fieldErrors.password}>
          <TextInput type="password" autoComplete="current-password" dir="ltr" />
        </Field>
      ) : null}
      <div>
        <SubmitButton variant="secondary" pendingLabel={words.sending}>
          {words.send}
        </SubmitButton>
      </div>
    </form>
  );
}
