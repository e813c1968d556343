'use client';

import { useActionState } from 'react';
import { Checkbox, Field, TextInput } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';
import { SubmitButton } from '@/app/_ui/submit-button';
import { deleteAccountAction } from '@/app/(site)/account/actions';
import { IDLE } from '@/lib/web/form-state';
import type { Words } from '@/lib/words/catalogue';

type Props = {
  hasPassword: boolean;
  words: Omit<Words['account']['deletion'], 'summary' | 'question'>;
};

/** The two forms of leaving; nothing is chosen beforehand. */
export function DeletionForm({ hasPassword, words }: Props) {
  const [state, submit] = useActionState(deleteAccountAction, IDLE);
  const { values = {}, fieldErrors = {}, turn } = state;
  const forms = [
    { value: 'keep', label: words.keep, hint: words.keepHint },
    { value: 'remove', label: words.remove, hint: words.removeHint },
  ];
  return (
    <form key={turn} action={submit} className="grid gap-4">
      {state.message && state.status === 'error' ? (
        <FormMessage kind="error">
          {fieldErrors.texts ?? fieldErrors.sure ?? fieldErrors.password ?? state.message}
        </FormMessage>
      ) : null}
      <fieldset className="grid gap-1">
        <legend className="mb-1 font-semibold">{words.legend}</legend>
        {forms.map(({ value, label, hint }) => (
          <label key={value} htmlFor={`texts-${value}`} className="flex min-h-11 items-start gap-3 py-2">
            <input
              id={`texts-${value}`}
              type="radio"
              name="texts"
              value={value}
              required
              defaultChecked={values.texts === value}
              className="mt-0.5 size-5 shrink-0"
            />
            <span>
              <span className="block leading-snug">{label}</span>
              <span className="block text-[0.9rem] text-muted">{hint}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {hasPassword ? (
        <Field label={words.password} name="password" id="leave-password" error={fieldErrors.password}>
          <TextInput type="password" autoComplete="current-password" dir="ltr" />
        </Field>
      ) : null}
      <Checkbox name="sure" id="leave-sure" required label={words.sure} />
      <div>
        <SubmitButton variant="danger" pendingLabel={words.moment}>
          {words.button}
        </SubmitButton>
      </div>
    </form>
  );
}
