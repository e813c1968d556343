'use client';

import { useActionState } from 'react';
import { ButtonLink } from '@/app/_ui/button';
import { Field, HiddenInput, TextInput } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';
import { SubmitButton } from '@/app/_ui/submit-button';
import { splitThreadAction } from '@/app/(site)/t/[id]/[slug]/curation-actions';
import { IDLE } from '@/lib/web/form-state';

const FORM = 'split';

/** What becomes of the replies that are ticked below; they belong to this form by its id. */
export function SplitForm({ threadId, back }: { threadId: string; back: string }) {
  const [state, submit] = useActionState(splitThreadAction, IDLE);
  return (
    <form
      id={FORM}
      action={submit}
      className="grid scroll-mt-24 gap-4 rounded-2xl border border-accent-line bg-accent-soft p-4 sm:p-5"
    >
      <h2 className="text-[1.25rem]!">Make a thread of some replies</h2>
      <p>
        Tick the replies that go. The first of them becomes the question; links to all of them still lead to
        them.
      </p>
      <HiddenInput name="threadId" value={threadId} />
      {state.status === 'error' ? (
        <FormMessage kind="error">{state.fieldErrors?.replyIds ?? state.message}</FormMessage>
      ) : null}
      <Field
        label="The new question in one line"
        name="title"
        id="split-title"
        error={state.fieldErrors?.title}
      >
        <TextInput key={state.turn} defaultValue={state.values?.title} autoComplete="off" />
      </Field>
      <div className="flex flex-wrap gap-3">
        <SubmitButton pendingLabel="One moment…">Make the thread</SubmitButton>
        <ButtonLink href={back} variant="quiet">
          Leave it as it is
        </ButtonLink>
      </div>
    </form>
  );
}

/** The tick at a reply, in the form above. */
export function SplitChoice({ replyId, number }: { replyId: string; number: number }) {
  return (
    <label className="mb-3 flex min-h-11 items-center gap-3 rounded-xl border border-accent-line bg-accent-soft px-3">
      <input form={FORM} type="checkbox" name="replyIds" value={replyId} className="size-5 accent-accent" />
      Reply {number} goes into the new thread
    </label>
  );
}
