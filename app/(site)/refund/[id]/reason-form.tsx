'use client';

import { useActionState, useState } from 'react';
import { Field, HiddenInput, TextArea } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';
import { SubmitButton } from '@/app/_ui/submit-button';
import { SimilarAnswers } from '@/app/(site)/_parts/similar-answers';
import { useSimilar } from '@/app/(site)/_parts/use-similar';
import { addReasonAction } from '@/app/(site)/refund/actions';
import { IDLE } from '@/lib/web/form-state';
import type { Words } from '@/lib/words/catalogue';

type Props = {
  refundId: string;
  reasonMax: number;
  words: Words['tracker']['reason'];
  /** What is said around answers that are like the reason. */
  found: Pick<Words['asking'], 'isItOne' | 'similar' | 'newTab' | 'thisSolved' | 'states'>;
};

/** Asked afterwards and optional: the money does not depend on it. */
export function ReasonForm({ refundId, reasonMax, words, found }: Props) {
  const [state, submit] = useActionState(addReasonAction, IDLE);
  const [reason, setReason] = useState('');
  const similar = useSimilar(reason);
  return (
    <form action={submit} className="grid gap-4">
      {state.message && !state.fieldErrors?.reason ? (
        <FormMessage kind="error">{state.message}</FormMessage>
      ) : null}
      <HiddenInput name="refundId" value={refundId} />
      <fieldset>
        <legend className="font-semibold">{words.why}</legend>
        <p className="mb-1 text-[0.9rem] text-muted">{words.hint}</p>
        <div className="grid gap-x-6 sm:grid-cols-2">
          {Object.entries(words.kinds).map(([kind, label]) => (
            <label key={kind} className="flex min-h-11 items-center gap-3">
              <input
                type="radio"
                name="kind"
                value={kind}
                defaultChecked={state.values?.kind === kind}
                className="size-5 shrink-0"
              />
              {label}
            </label>
          ))}
        </div>
      </fieldset>
      <Field label={words.label} name="reason" optional error={state.fieldErrors?.reason}>
        <TextArea
          key={state.turn}
          rows={3}
          maxLength={reasonMax}
          defaultValue={state.values?.reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Field>
      <SimilarAnswers words={found} matches={similar ?? []} />
      <div>
        <SubmitButton variant="secondary" pendingLabel={words.sending}>
          {words.send}
        </SubmitButton>
      </div>
    </form>
  );
}
