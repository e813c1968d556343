'use client';

import { useActionState } from 'react';
import { HiddenInput } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';
import { SubmitButton } from '@/app/_ui/submit-button';
import { takeBackAction } from '@/app/(site)/refund/actions';
import { IDLE } from '@/lib/web/form-state';

/** A minute to think again, and what the shop offers instead; nothing here is chosen beforehand. */
export function TakeBack({
  refundId,
  alternatives,
  words,
}: {
  refundId: string;
  alternatives: readonly { value: string; label: string }[];
  words: { button: string; taking: string };
}) {
  const [state, submit] = useActionState(takeBackAction, IDLE);
  return (
    <form action={submit} className="mb-8 grid gap-3">
      <HiddenInput name="refundId" value={refundId} />
      {state.message ? <FormMessage kind="error">{state.message}</FormMessage> : null}
      <div className="flex flex-wrap gap-3">
        <SubmitButton variant="secondary" size="small" pendingLabel={words.taking}>
          {words.button}
        </SubmitButton>
        {alternatives.map(({ value, label }) => (
          <SubmitButton key={value} variant="quiet" size="small" name="instead" value={value}>
            {label}
          </SubmitButton>
        ))}
      </div>
    </form>
  );
}
