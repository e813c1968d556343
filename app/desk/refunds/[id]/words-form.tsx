'use client';

import { useActionState } from 'react';
import { Field, HiddenInput, TextArea } from '@/app/_ui/field';
import { Refusal } from '@/app/_ui/form-message';
import { SubmitButton } from '@/app/_ui/submit-button';
import { type FormAction, IDLE } from '@/lib/web/form-state';

type Props = {
  action: FormAction;
  refundId: string;
  /** The field that the words travel in; also makes its id, so that several of these may stand on one page. */
  name: string;
  id: string;
  label: string;
  hint: string;
  max: number;
  button: string;
  variant?: 'primary' | 'secondary' | 'danger';
};

/** A few words about a refund, and a button. */
export function WordsForm({ action, refundId, name, id, label, hint, max, button, variant }: Props) {
  const [state, submit] = useActionState(action, IDLE);
  return (
    <form action={submit} className="grid gap-3">
      {state.status === 'error' && state.message ? <Refusal>{state.message}</Refusal> : null}
      <HiddenInput name="refundId" value={refundId} />
      <Field label={label} name={name} id={id} hint={hint} error={state.fieldErrors?.[name]}>
        <TextArea
          key={state.turn}
          rows={3}
          maxLength={max}
          defaultValue={state.values?.[name]}
          className="min-h-24!"
        />
      </Field>
      <div>
        <SubmitButton variant={variant} size="small">
          {button}
        </SubmitButton>
      </div>
    </form>
  );
}
