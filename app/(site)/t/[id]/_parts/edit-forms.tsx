'use client';

import { useActionState } from 'react';
import { ButtonLink } from '@/app/_ui/button';
import { Field, HiddenInput, Select, TextArea, TextInput } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';
import { SubmitButton } from '@/app/_ui/submit-button';
import { editReplyAction, editThreadAction } from '@/app/(site)/t/[id]/[slug]/actions';
import { IDLE } from '@/lib/web/form-state';

type ThreadProps = {
  thread: { id: string; title: string; body: string; category: string; tags: string };
  categories: readonly { slug: string; name: string }[];
  /** Where leaving without saving goes. */
  back: string;
};

/** Changing the question in its place. */
export function EditThreadForm({ thread, categories, back }: ThreadProps) {
  const [state, submit] = useActionState(editThreadAction, IDLE);
  const values = { ...thread, ...state.values };
  return (
    <form action={submit} className="grid gap-4">
      <HiddenInput name="threadId" value={thread.id} />
      {state.status === 'error' ? <FormMessage kind="error">{state.message}</FormMessage> : null}
      <div key={state.turn} className="grid gap-4">
        <Field label="Your question in one line" name="title" error={state.fieldErrors?.title}>
          <TextInput defaultValue={values.title} autoComplete="off" />
        </Field>
        <Field label="Text" name="body" error={state.fieldErrors?.body}>
          <TextArea rows={9} defaultValue={values.body} />
        </Field>
        <Field label="Category" name="category" error={state.fieldErrors?.category}>
          <Select
            options={categories.map(({ slug, name }) => ({ value: slug, label: name }))}
            defaultValue={values.category}
          />
        </Field>
        <Field label="Tags" name="tags" optional error={state.fieldErrors?.tags}>
          <TextInput defaultValue={values.tags} autoComplete="off" />
        </Field>
      </div>
      <SaveOrLeave back={back} />
    </form>
  );
}

/** Changing a reply in its place. */
export function EditReplyForm({ reply, back }: { reply: { id: string; body: string }; back: string }) {
  const [state, submit] = useActionState(editReplyAction, IDLE);
  return (
    <form action={submit} className="grid gap-4">
      <HiddenInput name="replyId" value={reply.id} />
      {state.status === 'error' ? <FormMessage kind="error">{state.message}</FormMessage> : null}
      <Field label="Reply" name="body" id={`edit-${reply.id}`} error={state.fieldErrors?.body}>
        <TextArea key={state.turn} rows={7} defaultValue={state.values?.body ?? reply.body} />
      </Field>
      <SaveOrLeave back={back} />
    </form>
  );
}

function SaveOrLeave({ back }: { back: string }) {
  return (
    <div className="flex flex-wrap gap-3">
      <SubmitButton pendingLabel="Saving…">Save</SubmitButton>
      <ButtonLink href={back} variant="quiet">
        Leave as it was
      </ButtonLink>
    </div>
  );
}
