'use client';

import { useActionState } from 'react';
import { Checkbox, Field, TextArea, TextInput } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';
import { SubmitButton } from '@/app/_ui/submit-button';
import { saveProfileAction } from '@/app/(site)/account/actions';
import { IDLE } from '@/lib/web/form-state';

type Props = { name: string; about: string; showsPurchases: boolean; nameMax: number; aboutMax: number };

/** What others see of me. */
export function ProfileForm({ name, about, showsPurchases, nameMax, aboutMax }: Props) {
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
      <Checkbox
        key={state.turn}
        label="Show “Verified buyer” beside my posts"
        name="showsPurchases"
        hint="Only once you paid for an order here. In a thread about a product you bought, its name stands there too; nothing else of your orders is ever shown."
        defaultChecked={state.values ? state.values.showsPurchases === 'on' : showsPurchases}
      />
      <div>
        <SubmitButton pendingLabel="Saving…">Save profile</SubmitButton>
      </div>
    </form>
  );
}
