'use client';

import { useActionState } from 'react';
import { Field } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';
import { SubmitButton } from '@/app/_ui/submit-button';
import { savePictureAction } from '@/app/(site)/account/actions';
import { IDLE } from '@/lib/web/form-state';

/** Chooses the picture beside one's posts. */
export function PictureForm() {
  const [state, submit] = useActionState(savePictureAction, IDLE);
  return (
    <form key={state.turn} action={submit} className="grid gap-3">
      {state.message && !state.fieldErrors?.picture ? (
        <FormMessage kind={state.status === 'done' ? 'success' : 'error'}>{state.message}</FormMessage>
      ) : null}
      <Field
        label="Picture"
        name="picture"
        hint="JPEG, PNG, WebP or GIF, up to 10 MB. Where it was taken is removed from it."
        error={state.fieldErrors?.picture}
      >
        <input
          type="file"
          accept="image/jpeg,image/png,image/webp,image/gif"
          className="min-h-11 w-full min-w-0 text-[0.95rem]"
        />
      </Field>
      <div>
        <SubmitButton variant="secondary" size="small" pendingLabel="Sending…">
          Use this picture
        </SubmitButton>
      </div>
    </form>
  );
}
