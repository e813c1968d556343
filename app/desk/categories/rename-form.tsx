'use client';

import { useActionState } from 'react';
import { buttonClasses } from '@/app/_ui/button';
import { HiddenInput } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';
import { SubmitButton } from '@/app/_ui/submit-button';
import { renameCategoryAction } from '@/app/desk/categories/actions';
import { CategoryFields, type CategoryLimits } from '@/app/desk/categories/category-fields';
import { IDLE } from '@/lib/web/form-state';

type Props = { id: string; name: string; description: string; limits: CategoryLimits };

/** Another name and description, folded away until they are wanted. An answer folds it again, an error leaves it open. */
export function RenameForm({ id, name, description, limits }: Props) {
  const [state, submit] = useActionState(renameCategoryAction, IDLE);
  return (
    <div className="grid gap-2 has-[details[open]]:basis-full">
      {state.message ? (
        <FormMessage kind={state.status === 'error' ? 'error' : 'success'}>{state.message}</FormMessage>
      ) : null}
      <details key={state.turn} open={state.status === 'error'}>
        <summary className={`${buttonClasses('secondary', 'small')} list-none`}>
          Rename…<span className="sr-only"> {name}</span>
        </summary>
        <form action={submit} className="mt-3 grid max-w-[34rem] gap-4">
          <HiddenInput name="id" value={id} />
          <CategoryFields of={id} state={state} limits={limits} name={name} description={description} />
          <p className="text-[0.9rem] text-muted">Its address stays the same, so links keep working.</p>
          <div>
            <SubmitButton size="small" pendingLabel="Saving…">
              Save
            </SubmitButton>
          </div>
        </form>
      </details>
    </div>
  );
}
