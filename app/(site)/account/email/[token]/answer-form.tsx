'use client';

import { useActionState } from 'react';
import { HiddenInput } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';
import { SubmitButton } from '@/app/_ui/submit-button';
import { answerChangeAction } from '@/app/(site)/account/email/actions';
import { IDLE } from '@/lib/web/form-state';

/** Confirms or stops; opening the page alone does neither, because mail scanners open links. */
export function AnswerForm({ token, mayConfirm }: { token: string; mayConfirm: boolean }) {
  const [state, submit] = useActionState(answerChangeAction, IDLE);
  return (
    <form action={submit} className="grid gap-4">
      <HiddenInput name="token" value={token} />
      {state.message ? <FormMessage kind="error">{state.message}</FormMessage> : null}
      <div className="flex flex-wrap gap-3">
        {mayConfirm ? (
          <SubmitButton name="answer" value="confirm" pendingLabel="Confirming…">
            Confirm the new address
          </SubmitButton>
        ) : null}
        <SubmitButton name="answer" value="stop" variant="secondary" pendingLabel="Stopping…">
          Stop the change
        </SubmitButton>
      </div>
    </form>
  );
}
