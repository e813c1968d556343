'use client';

import { useActionState, useState } from 'react';
import { Field, HiddenInput, TextArea } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';
import { SubmitButton } from '@/app/_ui/submit-button';
import { SimilarAnswers } from '@/app/(site)/_parts/similar-answers';
import { useSimilar } from '@/app/(site)/_parts/use-similar';
import { addReasonAction } from '@/app/(site)/refund/actions';
import { IDLE } from '@/lib/web/form-state';

/** What is said around answers that are like the reason. */
const FOUND = {
  isItOne: 'Others wrote about this, too',
  similar: 'Similar answers',
  newTab: '(opens in a new tab)',
  thisSolved: 'This solved it',
  states: { answer: 'Answer', solved: 'Solved', open: 'Open question' },
};

/** Asked afterwards and optional: the money does not depend on it. */
export function ReasonForm({ refundId, reasonMax }: { refundId: string; reasonMax: number }) {
  const [state, submit] = useActionState(addReasonAction, IDLE);
  const [reason, setReason] = useState('');
  const similar = useSimilar(reason);
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
        <TextArea
          key={state.turn}
          rows={3}
          maxLength={reasonMax}
          defaultValue={state.values?.reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Field>
      <SimilarAnswers words={FOUND} matches={similar ?? []} />
      <div>
        <SubmitButton variant="secondary" pendingLabel="Sending…">
          Tell the shop
        </SubmitButton>
      </div>
    </form>
  );
}
