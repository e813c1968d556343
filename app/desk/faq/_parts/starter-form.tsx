'use client';

import { useActionState } from 'react';
import { FormMessage } from '@/app/_ui/form-message';
import { SubmitButton } from '@/app/_ui/submit-button';
import { addStarterContentAction } from '@/app/desk/faq/actions';
import { IDLE } from '@/lib/web/form-state';

/** Adds the starter articles by one press; each can be edited or taken back afterwards. */
export function StarterForm() {
  const [state, submit] = useActionState(addStarterContentAction, IDLE);
  return (
    <form action={submit} className="grid justify-items-center gap-3">
      <SubmitButton pendingLabel="Adding…">Add a dozen starter articles</SubmitButton>
      {state.message ? <FormMessage kind="error">{state.message}</FormMessage> : null}
    </form>
  );
}
