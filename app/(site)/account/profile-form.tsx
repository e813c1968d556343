'use client';

import { useActionState } from 'react';
import { Field, TextArea, TextInput } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';
import { SubmitButton } from '@/app/_ui/submit-button';
import { saveProfileAction } from '@/app/(site)/account/actions';
import { IDLE } from '@/lib/web/form-state';

type Props = { name: string; about: string; nameMax: number; aboutMax: number };

/** What others see of me. */
export function ProfileForm({ name, about, nameMax, aboutMax }: Props) {
  const [state, submit] = useActionState(saveProfileAction, IDLE);
  const errors = state.fieldErrors ?? {};
  return (
    <form action={submit} className="grid gap-5">
      {state.message ? (
        <FormMessage kind={state.status === 'done' ? 'success' : 'error'}>{state.message}</FormMessage>
      ) : null}
      <Field
        label="Public name"
        name="name"
        hint="The address of your profile changes with it."
        error={errors.name}
      >
        <TextInput
          key={state.turn}
          autoComplete="nickname"
          maxLength={nameMax}
          defaultValue={state.values?.name ?? name}
        />
      </Field>
      <Field
        label="About you"
        name="about"
        optional
        hint={`A sentence or two, shown on your profile. At most ${aboutMax} characters.`}
        error={errors.about}
      >
        <TextArea
          key={state.turn}
          rows={3}
          maxLength={aboutMax}
          defaultValue={state.values?.about ?? about}
        />
      </Field>
      <div>
        <SubmitButton pendingLabel="Saving…">Save profile</SubmitButton>
      </div>
    </form>
  );
}
