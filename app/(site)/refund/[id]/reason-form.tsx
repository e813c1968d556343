'use client';

import { useActionState } from 'react';
import { Field, HiddenInput, TextArea } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';
import { SubmitButton } from '@/app/_ui/submit-button';
import { addReasonAction } from '@/app/(site)/refund/actions';
import { IDLE } from '@/lib/web/form-state';

/** Asked afterwards and optional: the money does not depend on it. */
export function ReasonForm({ refundId, reasonMax }: { refundId: string; reasonMax: number }) {
  const [state, submit] = useActionState(addReasonAction, IDLE);
  return (
    <form action={submit} className="grid gap-4">
      {state.message && !state.fieldErrors?.reason ? (
        <FormMessage kind="error">{state.message}</FormMessage>
      ) : null}
      <HiddenInput name="refundId" value={refundId} />
      <Field
        label="What could we do better?"
        name="reason"
        optional
        hint="Your refund does not depend on it."
        error={state.fieldErrors?.reason}
      >
        <TextArea key={state.turn} rows={3} maxLength={reasonMax} defaultValue={state.values?.reason} />
      </Field>
      <div>
        <SubmitButton variant="secondary" pendingLabel="Sending…">
          Tell the shop
        </SubmitButton>
      </div>
    </form>
  );
}
