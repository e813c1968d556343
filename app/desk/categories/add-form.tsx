'use client';

import { useActionState } from 'react';
import { FormMessage } from '@/app/_ui/form-message';
import { SubmitButton } from '@/app/_ui/submit-button';
import { addCategoryAction } from '@/app/desk/categories/actions';
import { CategoryFields, type CategoryLimits } from '@/app/desk/categories/category-fields';
import { IDLE } from '@/lib/web/form-state';

/** A new category, at the end of the list. */
export function AddForm({ limits }: { limits: CategoryLimits }) {
  const [state, submit] = useActionState(addCategoryAction, IDLE);
  return (
    <form action={submit} className="grid max-w-[34rem] gap-5">
      {state.message ? (
        <FormMessage kind={state.status === 'error' ? 'error' : 'success'}>{state.message}</FormMessage>
      ) : null}
      <CategoryFields of="new" state={state} limits={limits} />
      <div>
        <SubmitButton pendingLabel="Adding…">Add the category</SubmitButton>
      </div>
    </form>
  );
}
