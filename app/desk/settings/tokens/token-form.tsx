'use client';

import { useActionState } from 'react';
import { Checkbox, Field, TextInput } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';
import { Notice } from '@/app/_ui/notice';
import { SubmitButton } from '@/app/_ui/submit-button';
import { makeTokenAction } from '@/app/desk/settings/tokens/actions';
import { IDLE } from '@/lib/web/form-state';

type Props = { scopes: { name: string; meaning: string }[]; labelMax: number };

/** Makes a token and shows it, this once. */
export function TokenForm({ scopes, labelMax }: Props) {
  const [state, submit] = useActionState(makeTokenAction, IDLE);
  const errors = state.fieldErrors ?? {};
  return (
    <form action={submit} className="grid gap-5">
      {state.status === 'done' && state.message ? (
        <Notice tone="good" title="Copy the token now: it is shown this once">
          <code className="mt-2 block rounded-lg border border-line bg-surface p-3 break-all select-all">
            {state.message}
          </code>
        </Notice>
      ) : null}
      {state.status === 'error' ? <FormMessage kind="error">{state.message}</FormMessage> : null}
      <div key={state.turn} className="grid gap-5">
        <Field
          label="What it is for"
          name="label"
          hint="To recognise it later: “Shop export on the office computer”."
          error={errors.label}
        >
          <TextInput
            maxLength={labelMax}
            defaultValue={state.status === 'error' ? state.values?.label : ''}
          />
        </Field>
        <fieldset className="grid gap-1">
          <legend className="mb-1 font-semibold">What it may do</legend>
          {scopes.map((scope) => (
            <Checkbox
              key={scope.name}
              id={`scope-${scope.name}`}
              name="scopes"
              value={scope.name}
              label={scope.name}
              hint={scope.meaning}
              defaultChecked={scope.name === 'read'}
            />
          ))}
          {errors.scopes ? <p className="text-[0.92rem] font-medium text-bad">{errors.scopes}</p> : null}
        </fieldset>
      </div>
      <div>
        <SubmitButton pendingLabel="Making…">Make token</SubmitButton>
      </div>
    </form>
  );
}
