'use client';

import { useActionState } from 'react';
import { Field, TextInput } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';
import { SubmitButton } from '@/app/_ui/submit-button';
import { reviewWithdrawalAction } from '@/app/(site)/withdraw/actions';
import { IDLE } from '@/lib/web/form-state';
import type { Words } from '@/lib/words/catalogue';

type Props = {
  words: Pick<Words['withdrawal'], 'name' | 'contract' | 'contractHint' | 'email' | 'next'>;
  /** What the button says while it works. */
  moment: string;
  typed: { name: string; contract: string; email: string } | null;
};

/** Name, contract, address: the first of the two steps. */
export function WithdrawalForm({ words, moment, typed }: Props) {
  const [state, submit] = useActionState(reviewWithdrawalAction, IDLE);
  const errors = state.fieldErrors ?? {};
  const values = state.values ?? typed ?? undefined;
  return (
    <form action={submit} key={state.turn} className="grid max-w-md gap-5">
      {state.message ? <FormMessage kind="error">{state.message}</FormMessage> : null}
      <Field label={words.name} name="name" error={errors.name}>
        <TextInput autoComplete="name" maxLength={200} defaultValue={values?.name} />
      </Field>
      <Field label={words.contract} name="contract" hint={words.contractHint} error={errors.contract}>
        <TextInput autoComplete="off" maxLength={300} defaultValue={values?.contract} />
      </Field>
      <Field label={words.email} name="email" error={errors.email}>
        <TextInput type="email" autoComplete="email" defaultValue={values?.email} />
      </Field>
      <div>
        <SubmitButton size="large" pendingLabel={moment}>
          {words.next}
        </SubmitButton>
      </div>
    </form>
  );
}
