'use client';

import { useActionState } from 'react';
import { Card } from '@/app/_ui/card';
import { Field, HiddenInput, TextArea, TextInput } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';
import { Prose } from '@/app/_ui/prose';
import { SubmitButton } from '@/app/_ui/submit-button';
import { writeDigestAction } from '@/app/desk/digests/actions';
import { IDLE } from '@/lib/web/form-state';
import type { PreviewState } from '@/lib/web/preview';

type Props = {
  date: string;
  title: string;
  body: string;
  /** The `updatedAt` this text was read at; saving is refused when somebody saved since. */
  basedOn: string;
  isPublished: boolean;
  canPublish: boolean;
  limits: { title: number; body: number };
};

/** The digest's words with three ways on: look, save, publish. Each works without script. */
export function DigestForm({ date, title, body, basedOn, isPublished, canPublish, limits }: Props) {
  const [state, write] = useActionState<PreviewState, FormData>(writeDigestAction, IDLE);
  const { values = {}, fieldErrors = {}, turn = 0 } = state;
  return (
    <form action={write} className="grid gap-5">
      <HiddenInput name="date" value={date} />
      <HiddenInput key={`basedOn-${turn}`} name="basedOn" value={values.basedOn ?? basedOn} />
      {state.status === 'error' && state.message ? (
        <FormMessage kind="error">{state.message}</FormMessage>
      ) : null}
      <Field key={`title-${turn}`} label="Title" name="title" error={fieldErrors.title}>
        <TextInput defaultValue={values.title ?? title} maxLength={limits.title} />
      </Field>
      <Field
        key={`body-${turn}`}
        label="Text"
        name="body"
        error={fieldErrors.body}
        hint="Markdown: **bold**, [words](/faq/an-article), - lists, > quotes."
      >
        <TextArea rows={18} defaultValue={values.body ?? body} maxLength={limits.body} />
      </Field>
      <div className="flex flex-wrap gap-2.5">
        {/* First, so that Enter in the title saves and never publishes. */}
        <SubmitButton
          name="intent"
          value="save"
          variant={canPublish ? 'secondary' : 'primary'}
          pendingLabel="Saving…"
        >
          {isPublished ? 'Save the correction' : 'Save the draft'}
        </SubmitButton>
        {canPublish ? (
          <SubmitButton name="intent" value="publish" pendingLabel="Publishing…">
            Publish this text
          </SubmitButton>
        ) : null}
        <SubmitButton name="intent" value="preview" variant="quiet">
          Preview
        </SubmitButton>
      </div>
      {state.previewHtml === undefined ? null : (
        <section aria-labelledby="preview-title">
          <Card>
            <p className="mb-2 text-[0.88rem] text-muted" role="status">
              Preview. Nothing has been saved yet.
            </p>
            <h2 id="preview-title" dir="auto" className="mb-3">
              {values.title}
            </h2>
            <Prose html={state.previewHtml} />
          </Card>
        </section>
      )}
    </form>
  );
}
