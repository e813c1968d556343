'use client';

import { useActionState } from 'react';
import { ButtonLink } from '@/app/_ui/button';
import { Field, HiddenInput, Select, TextInput } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';
import { handOnFocus, isFocusLost } from '@/app/_ui/hand-on-focus';
import { SubmitButton } from '@/app/_ui/submit-button';
import { Composer } from '@/app/(site)/forum/_parts/composer';
import { MaskedLook } from '@/app/(site)/forum/_parts/masked-look';
import { useWriting } from '@/app/(site)/forum/_parts/writing-words';
import { editReplyAction, editThreadAction } from '@/app/(site)/t/[id]/[slug]/actions';
import { type FormState, IDLE } from '@/lib/web/form-state';

type Masked = { title?: string; html: string };
const NO_LOOK: FormState & { masked?: Masked } = IDLE;

type ThreadProps = {
  thread: { id: string; title: string; body: string; category: string; tags: string };
  categories: readonly { slug: string; name: string }[];
  /** Where leaving without saving goes. */
  back: string;
  /** Characters the text may have. */
  max: number;
};

/** Changing the question in its place. */
export function EditThreadForm({ thread, categories, back, max }: ThreadProps) {
  const words = useWriting().words.edit;
  const [state, submit] = useActionState(editThreadAction, NO_LOOK);
  const values = { ...thread, ...state.values };
  return (
    <form ref={editor} action={submit} className="grid gap-4">
      <HiddenInput name="threadId" value={thread.id} />
      {state.status === 'error' ? <FormMessage kind="error">{state.message}</FormMessage> : null}
      <div key={state.turn} className="grid gap-4">
        <Field label={words.title} name="title" error={state.fieldErrors?.title}>
          <TextInput defaultValue={values.title} autoComplete="off" />
        </Field>
        <Composer
          name="body"
          label={words.text}
          id={`edit-${thread.id}`}
          defaultValue={values.body}
          draftKey={`edit-thread:${thread.id}`}
          rows={9}
          max={max}
          error={state.fieldErrors?.body}
          threadId={thread.id}
        />
        <Field label={words.category} name="category" error={state.fieldErrors?.category}>
          <Select
            options={categories.map(({ slug, name }) => ({ value: slug, label: name }))}
            defaultValue={values.category}
          />
        </Field>
        <Field label={words.tags} name="tags" optional={words.optional} error={state.fieldErrors?.tags}>
          <TextInput defaultValue={values.tags} autoComplete="off" />
        </Field>
      </div>
      <SaveOrLeave back={back} masked={state.masked} />
    </form>
  );
}

type ReplyProps = { reply: { id: string; body: string }; threadId: string; back: string; max: number };

/** Changing a reply in its place. */
export function EditReplyForm({ reply, threadId, back, max }: ReplyProps) {
  const words = useWriting().words.edit;
  const [state, submit] = useActionState(editReplyAction, NO_LOOK);
  return (
    <form ref={editor} action={submit} className="grid gap-4">
      <HiddenInput name="replyId" value={reply.id} />
      {state.status === 'error' ? <FormMessage kind="error">{state.message}</FormMessage> : null}
      <Composer
        name="body"
        label={words.reply}
        id={`edit-${reply.id}`}
        turn={state.turn}
        defaultValue={state.values?.body ?? reply.body}
        draftKey={`edit-reply:${reply.id}`}
        rows={7}
        max={max}
        error={state.fieldErrors?.body}
        threadId={threadId}
      />
      <SaveOrLeave back={back} masked={state.masked} />
    </form>
  );
}

/** The link that opened the form is gone; one goes on in its first field, and afterwards where the text stands. */
function editor(form: HTMLFormElement): () => void {
  const first = form.querySelector<HTMLElement>('input:not([type=hidden]), textarea');
  if (isFocusLost()) first?.focus();
  return handOnFocus(form);
}

function SaveOrLeave({ back, masked }: { back: string; masked: Masked | undefined }) {
  const words = useWriting().words.edit;
  return (
    <>
      {masked ? <MaskedLook {...masked} isEdit /> : null}
      <div className="flex flex-wrap gap-3">
        {masked ? null : <SubmitButton pendingLabel={words.saving}>{words.save}</SubmitButton>}
        <ButtonLink href={back} variant="quiet">
          {words.leave}
        </ButtonLink>
      </div>
    </>
  );
}
