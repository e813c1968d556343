'use client';

import { useActionState } from 'react';
import { HiddenInput } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';
import { SubmitButton } from '@/app/_ui/submit-button';
import { useWriting } from '@/app/(site)/forum/_parts/writing-words';
import { DetailsFields } from '@/app/(site)/forum/new/details-fields';
import { PrivateFilesField } from '@/app/(site)/forum/new/private-files-field';
import { saveDetailsAction } from '@/app/(site)/t/[id]/_parts/private-details-actions';
import type { Details } from '@/lib/asking/schema';
import { IDLE } from '@/lib/web/form-state';

type Props = { threadId: string; values: Details; orders: readonly { number: string; words: string }[] };

/** The asker's words for the shop alone. */
export function PrivateDetailsForm({ threadId, values, orders }: Props) {
  const words = useWriting().words.details;
  const [state, save] = useActionState(saveDetailsAction, IDLE);
  const typed = state.status === 'error' ? { ...values, ...state.values } : values;
  return (
    <form action={save} className="grid gap-5 pt-2">
      <HiddenInput name="threadId" value={threadId} />
      {state.message ? (
        <FormMessage kind={state.status === 'error' ? 'error' : 'info'}>{state.message}</FormMessage>
      ) : null}
      <div key={state.turn} className="grid gap-5">
        <DetailsFields
          values={typed}
          errors={state.fieldErrors}
          orders={orders}
          files={<PrivateFilesField value={typed.privateFiles} error={state.fieldErrors?.privateFiles} />}
        />
      </div>
      <div>
        <SubmitButton size="small" pendingLabel={words.saving}>
          {words.save}
        </SubmitButton>
      </div>
    </form>
  );
}
