'use client';

import Link from 'next/link';
import { useActionState } from 'react';
import { Button } from '@/app/_ui/button';
import { Card } from '@/app/_ui/card';
import { Field, HiddenInput, TextInput } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';
import { Prose } from '@/app/_ui/prose';
import { SubmitButton } from '@/app/_ui/submit-button';
import { Composer } from '@/app/(site)/forum/_parts/composer';
import { MaskedLook } from '@/app/(site)/forum/_parts/masked-look';
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
  // Without script the answer is a new page: it is looked at where the form stands.
  const [state, reply] = useActionState(replyAction, NO_LOOK, '#reply');
  return (
    <form id={REPLY_FORM} action={reply} className="grid scroll-mt-24 gap-4">
      <HiddenInput name="threadId" value={threadId} />
      {state.undone ? <FormMessage kind="success">{state.message}</FormMessage> : null}
      <Composer
        name="body"
        label="Your reply"
        hint="Everybody can read this: no order numbers or addresses."
        turn={state.turn}
        defaultValue={state.values?.body ?? quote}
        draftKey={`reply:${threadId}`}
        rows={6}
        max={max}
        error={state.fieldErrors?.body}
        threadId={threadId}
        failed={state.status === 'error' || state.undone === true}
      />
      <noscript>
        <Field
          label="Photos or PDF"
          name="files"
          hint="Shown below your text. Up to 10 MB; where a photo was taken is removed from it."
          error={state.fieldErrors?.files}
          optional
        >
          <TextInput type="file" accept={ACCEPTED} multiple />
        </Field>
      </noscript>
      {solved ? (
        <div className="rounded-xl border border-line bg-surface px-4 py-3">
          <p className="font-semibold">This is solved already</p>
          <label className="flex min-h-11 items-start gap-3 py-2 leading-snug">
            <input
              key={state.turn}
              type="checkbox"
              name="stillAProblem"
              defaultChecked={state.values?.stillAProblem === 'on'}
              className="mt-0.5 size-5 shrink-0 accent-accent"
            />
            {solved.isAsker
              ? 'I still have this problem: open it again'
              : 'I still have this problem: the solution does not help'}
          </label>
          <p>
            A different problem?{' '}
            <Link href={solved.askHref} className="text-link">
              Ask a new question
            </Link>
          </p>
        </div>
      ) : null}
      {state.preview ? (
        <section aria-label="Preview">
          <p className="mb-2 font-semibold">Preview</p>
          <Card>
            <Prose html={state.preview} />
          </Card>
        </section>
      ) : null}
      {state.status === 'error' ? <FormMessage kind="error">{state.message}</FormMessage> : null}
      {state.masked === undefined ? (
        <div className="flex flex-wrap gap-3">
          <SubmitButton name="intent" value="post" pendingLabel="Posting…">
            Post the reply
          </SubmitButton>
          <noscript>
            <Button type="submit" name="intent" value="look" formNoValidate>
              Preview
            </Button>
          </noscript>
        </div>
      ) : (
        <MaskedLook html={state.masked} />
      )}
    </form>
  );
}
