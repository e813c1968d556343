'use client';

import { useActionState } from 'react';
import { Field, HiddenInput, TextArea, TextInput } from '@/app/_ui/field';
import { Refusal } from '@/app/_ui/form-message';
import { SubmitButton } from '@/app/_ui/submit-button';
import { goodwillAction } from '@/app/desk/refunds/actions';
import { IDLE } from '@/lib/web/form-state';

type Props = {
  refundId: string;
  /** The order's newest refund when this was drawn: two presses are one gesture. */
  lastSeq: number;
  currency: string;
  /** What may be given at most, in words. */
  atMost: string;
  wordsMax: number;
};

/** Gives something on top, from what was paid and has not been given back. */
export function GoodwillForm({ refundId, lastSeq, currency, atMost, wordsMax }: Props) {
  const [state, submit] = useActionState(goodwillAction, IDLE);
  const { values = {}, fieldErrors = {} } = state;
  return (
    <form action={submit} key={state.turn} className="grid gap-3">
      {state.status === 'error' && state.message ? <Refusal>{state.message}</Refusal> : null}
      <HiddenInput name="refundId" value={refundId} />
      <HiddenInput name="lastSeq" value={String(lastSeq)} />
      <Field
        label={`Amount in ${currency}`}
        name="amount"
        hint={`At most ${atMost}: what was paid and not given back`}
        error={fieldErrors.amount}
      >
        <TextInput inputMode="decimal" maxLength={40} defaultValue={values.amount} className="max-w-40" />
      </Field>
      <Field
        label="Your words to the buyer"
        name="words"
        hint="They stand in the mail and on the page of the refund."
        error={fieldErrors.words}
        optional
      >
        <TextArea rows={2} maxLength={wordsMax} defaultValue={values.words} className="min-h-20!" />
      </Field>
      <div>
        <SubmitButton size="small" pendingLabel="Giving…">
          Give it back
        </SubmitButton>
      </div>
    </form>
  );
}
