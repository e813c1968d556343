'use client';

import { useActionState } from 'react';
import { HiddenInput } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';
import { SubmitButton } from '@/app/_ui/submit-button';
import { answerChangeAction } from '@/app/(site)/account/email/actions';
import { IDLE } from '@/lib/web/form-state';
import type { Words } from '@/lib/words/catalogue';

type Props = {
  token: string;
  mayConfirm: boolean;
  words: Pick<Words['account']['change'], 'confirming' | 'confirm' | 'stopping' | 'stop'>;
};

/** Confirms or stops; opening the page alone does neither, because mail scanners open links. */
export function AnswerForm({ token, mayConfirm, words }: Props) {
  const [state, submit] = useActionState(answerChangeAction, IDLE);
  return (
    <form action={submit} className="grid gap-4">
      <HiddenInput name="token" value={token} />
      {state.message ? <FormMessage kind="error">{state.message}</FormMessage> : null}
      <div className="flex flex-wrap gap-3">
        {mayConfirm ? (
          <SubmitButton name="answer" value="confirm" pendingLabel={words.confirming}>
            {words.confirm}
          </SubmitButton>
        ) : null}
        <SubmitButton name="answer" value="stop" variant="secondary" pendingLabel={words.stopping}>
          {words.stop}
        </SubmitButton>
      </div>
    </form>
  );
}
