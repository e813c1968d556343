'use client';

import { useActionState } from 'react';
import { Checkbox, Field, HiddenInput, TextInput } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';
import { SubmitButton } from '@/app/_ui/submit-button';
import { setUpAction } from '@/app/(site)/setup/actions';
import { IDLE } from '@/lib/web/form-state';

type Props = { token: string; passwordMin: number; nameMax: number; shopNameMax: number };

/** The owner's first form: an account, the shop's name, and something to start from. */
export function SetUpForm({ token, passwordMin, nameMax, shopNameMax }: Props) {
  const [state, submit] = useActionState(setUpAction, IDLE);
  const errors = state.fieldErrors ?? {};
  const typed = state.values;
  return (
    <form action={submit} className="grid gap-5">
      <HiddenInput name="token" value={token} />
      {state.message ? <FormMessage kind="error">{state.message}</FormMessage> : null}
      <div key={state.turn} className="grid gap-5">
        <Field
          label="Name of the shop"
          name="shopName"
          hint="Stands at the top of every page and mail."
          error={errors.shopName}
        >
          <TextInput autoComplete="organization" maxLength={shopNameMax} defaultValue={typed?.shopName} />
        </Field>
        <Field
          label="Your public name"
          name="name"
          hint="Customers see it beside your answers, with the owner’s badge."
          error={errors.name}
        >
          <TextInput autoComplete="nickname" maxLength={nameMax} defaultValue={typed?.name} />
        </Field>
        <Field label="Your e-mail" name="email" hint="You sign in with it." error={errors.email}>
          <TextInput type="email" autoComplete="username" defaultValue={typed?.email} />
        </Field>
        <Field
          label="Password"
          name="password"
          hint={`At least ${passwordMin} characters. A short sentence is easy to remember.`}
          error={errors.password}
        >
          <TextInput type="password" autoComplete="new-password" minLength={passwordMin} dir="ltr" />
        </Field>
        <Checkbox
          name="starter"
          label="Add a dozen starter articles to edit"
          hint="Answers every online shop needs: delivery, returns, payment, refunds."
          defaultChecked={typed ? typed.starter === 'on' : true}
        />
      </div>
      <SubmitButton size="large" pendingLabel="Turning the light on…">
        Turn the light on
      </SubmitButton>
    </form>
  );
}
