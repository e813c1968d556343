'use client';

import { useActionState } from 'react';
import { ButtonLink } from '@/app/_ui/button';
import { Field, HiddenInput, TextInput } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';
import { SubmitButton } from '@/app/_ui/submit-button';
import { splitThreadAction } from '@/app/(site)/t/[id]/[slug]/curation-actions';
import { IDLE } from '@/lib/web/form-state';
import type { Words } from '@/lib/words/catalogue';

const FORM = 'split';

type Props = { threadId: string; back: string; words: Words['thread']['split']; moment: string };

/** What becomes of the replies that are ticked below; they belong to this form by its id. */
export function SplitForm({ threadId, back, words, moment }: Props) {
  const [state, submit] = useActionState(splitThreadAction, IDLE);
  return (
    <form
      id={FORM}
      action={submit}
      className="grid scroll-mt-24 gap-4 rounded-2xl border border-accent-line bg-accent-soft p-4 sm:p-5"
    >
      <h2 className="text-[1.25rem]!">{words.title}</h2>
      <p>{words.text}</p>
      <HiddenInput name="threadId" value={threadId} />
      {state.status === 'error' ? (
        <FormMessage kind="error">{state.fieldErrors?.replyIds ?? state.message}</FormMessage>
      ) : null}
      <Field label={words.question} name="title" id="split-title" error={state.fieldErrors?.title}>
        <TextInput key={state.turn} defaultValue={state.values?.title} autoComplete="off" />
      </Field>
      <div className="flex flex-wrap gap-3">
        <SubmitButton pendingLabel={moment}>{words.button}</SubmitButton>
        <ButtonLink href={back} variant="quiet">
          {words.leave}
        </ButtonLink>
      </div>
    </form>
  );
}

/** The tick at a reply, in the form above. */
export function SplitChoice({ replyId, label }: { replyId: string; label: string }) {
  return (
    <label className="mb-3 flex min-h-11 items-center gap-3 rounded-xl border border-accent-line bg-accent-soft px-3">
      <input form={FORM} type="checkbox" name="replyIds" value={replyId} className="size-5 accent-accent" />
      {label}
    </label>
  );
}
