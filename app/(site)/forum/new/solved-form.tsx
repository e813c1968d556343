'use client';

import { useActionState } from 'react';
import { FormMessage } from '@/app/_ui/form-message';
import { solvedByAction } from '@/app/(site)/forum/new/actions';
import { IDLE } from '@/lib/web/form-state';

/** The form of the buttons "This solved it". They stand inside the question's form and name this one, because a form in a
 * form is not possible, and the question must not be sent with them: its draft stays. */
export function SolvedForm({ id }: { id: string }) {
  const [state, solve] = useActionState(solvedByAction, IDLE);
  return (
    <form id={id} action={solve}>
      {state.status === 'error' ? <FormMessage kind="error">{state.message}</FormMessage> : null}
    </form>
  );
}
