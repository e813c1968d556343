'use client';

import Link from 'next/link';
import { type RefObject, useActionState, useEffect, useRef } from 'react';
import { Button } from '@/app/_ui/button';
import { Card } from '@/app/_ui/card';
import { Field, HiddenInput, TextInput } from '@/app/_ui/field';
import { FormMessage, Refusal } from '@/app/_ui/form-message';
import { focusOn, isFocusLost } from '@/app/_ui/hand-on-focus';
import { Prose } from '@/app/_ui/prose';
import { SubmitButton } from '@/app/_ui/submit-button';
import { Composer } from '@/app/(site)/forum/_parts/composer';
import { MaskedLook } from '@/app/(site)/forum/_parts/masked-look';
import { useWriting } from '@/app/(site)/forum/_parts/writing-words';
import { REPLY_FORM } from '@/app/(site)/t/[id]/_parts/reply-form-id';
import { replyAction } from '@/app/(site)/t/[id]/[slug]/actions';
import { ACCEPTED } from '@/lib/uploads/names';
import { type FormState, IDLE } from '@/lib/web/form-state';

const NO_LOOK: FormState & { preview?: string; undone?: boolean; masked?: string } = IDLE;

type Props = {
  threadId: string;
  /** In a solved thread: whether the question is one's own, and what a new one would begin with. */
  solved?: { isAsker: boolean; askHref: string };
  /** What the reply begins with: the quote of a post. */
  quote: string;
  /** Characters a reply may have. */
  max: number;
};

/** Writing a reply: text, preview, post. */
export function ReplyForm({ threadId, solved, quote, max }: Props) {
  const { words: all } = useWriting();
  const words = all.reply;
  // Without script the answer is a new page: it is looked at where the form stands.
  const [state, reply, pending] = useActionState(replyAction, NO_LOOK, '#reply');
  const form = useFocusOnPosted(pending);
  // The button that took it back went with its reply.
  useEffect(() => {
    if (state.undone && isFocusLost()) form.current?.querySelector('textarea')?.focus();
  }, [state, form]);
  return (
    <form ref={form} id={REPLY_FORM} action={reply} className="grid scroll-mt-24 gap-4">
      <HiddenInput name="threadId" value={threadId} />
      {state.undone ? <FormMessage kind="success">{state.message}</FormMessage> : null}
      <Composer
        name="body"
        label={words.label}
        hint={words.hint}
        turn={state.turn}
        defaultValue={state.values?.body ?? quote}
        draftKey={`reply:${threadId}`}
        rows={6}
        max={max}
        threadId={threadId}
        failed={state.status === 'error' || state.undone === true}
      />
      <noscript>
        <Field
          label={all.files.label}
          name="files"
          hint={all.files.hint}
          error={state.fieldErrors?.files}
          optional={all.edit.optional}
        >
          <TextInput type="file" accept={ACCEPTED} multiple />
        </Field>
      </noscript>
      {solved ? (
        <div className="rounded-xl border border-line bg-surface px-4 py-3">
          <p className="font-semibold">{words.solvedTitle}</p>
          <label className="flex min-h-11 items-start gap-3 py-2 leading-snug">
            <input
              key={state.turn}
              type="checkbox"
              name="stillAProblem"
              defaultChecked={state.values?.stillAProblem === 'on'}
              className="mt-0.5 size-5 shrink-0 accent-accent"
            />
            {solved.isAsker ? words.stillOwn : words.stillOther}
          </label>
          <p>
            {words.different}{' '}
            <Link href={solved.askHref} className="text-link">
              {words.askNew}
            </Link>
          </p>
        </div>
      ) : null}
      {state.preview ? (
        <section aria-label={all.preview}>
          <p className="mb-2 font-semibold">{all.preview}</p>
          <Card>
            <Prose html={state.preview} />
          </Card>
        </section>
      ) : null}
      {state.status === 'error' ? (
        // There is one box: what is wrong with it is said once, by the button.
        <Refusal key={`refused-${state.turn}`}>{state.fieldErrors?.body ?? state.message}</Refusal>
      ) : null}
      {state.masked === undefined ? (
        <div className="flex flex-wrap gap-3">
          <SubmitButton name="intent" value="post" pendingLabel={words.posting}>
            {words.post}
          </SubmitButton>
          <noscript>
            <Button type="submit" name="intent" value="look" formNoValidate>
              {all.preview}
            </Button>
          </noscript>
        </div>
      ) : (
        <MaskedLook html={state.masked} />
      )}
    </form>
  );
}

/** Once a reply is posted one is led to it, and so is the focus: from the form one would begin in the middle of another text. */
function useFocusOnPosted(pending: boolean): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  const sentFrom = useRef<string | null>(null);
  useEffect(() => {
    if (pending) {
      sentFrom.current = window.location.hash;
      return;
    }
    if (sentFrom.current !== null && sentFrom.current !== window.location.hash) focusOnAddress();
    sentFrom.current = null;
  }, [pending]);
  // Another page of the thread, or the same without its `?quote=`, brings a form of its own.
  useEffect(
    () => () => {
      if (sentFrom.current !== null) setTimeout(focusOnAddress);
    },
    [],
  );
  return form;
}

/** On what the address names, unless somebody has gone on elsewhere meanwhile. */
function focusOnAddress(): void {
  const isInForm = document.activeElement?.closest(`#${REPLY_FORM}`) != null;
  if (isInForm || isFocusLost()) focusOn(document.getElementById(window.location.hash.slice(1)));
}
