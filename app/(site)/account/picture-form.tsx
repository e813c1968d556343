'use client';

import { useActionState } from 'react';
import { Field } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';
import { SubmitButton } from '@/app/_ui/submit-button';
import { savePictureAction } from '@/app/(site)/account/actions';
import { IDLE } from '@/lib/web/form-state';
import type { Words } from '@/lib/words/catalogue';

/** Chooses the picture beside one's posts. */
export function PictureForm({
  words,
}: {
  words: Pick<Words['account']['picture'], 'label' | 'hint' | 'sending' | 'use'>;
}) {
  const [state, submit] = useActionState(savePictureAction, IDLE);
  return (
    <form key={state.turn} action={submit} className="grid gap-3">
      {state.message && !state.fieldErrors?.picture ? (
        <FormMessage kind={state.status === 'done' ? 'success' : 'error'}>{state.message}</FormMessage>
      ) : null}
      <Field label={words.label} name="picture" hint={words.hint} error={state.fieldErrors?.picture}>
        <input
          type="file"
          accept="image/jpeg,image/png,image/webp,image/gif"
          className="min-h-11 w-full min-w-0 text-[0.95rem]"
        />
      </Field>
      <div>
        <SubmitButton variant="secondary" size="small" pendingLabel={words.sending}>
          {words.use}
        </SubmitButton>
      </div>
    </form>
  );
}
