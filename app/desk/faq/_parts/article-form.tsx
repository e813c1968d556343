'use client';

import { useActionState } from 'react';
import { Card } from '@/app/_ui/card';
import { Field, HiddenInput, Select, TextArea, TextInput } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';
import { Prose } from '@/app/_ui/prose';
import { SubmitButton } from '@/app/_ui/submit-button';
import type { ArticleFormState } from '@/app/desk/faq/_parts/article-form-state';
import { saveArticleAction } from '@/app/desk/faq/actions';

/** What the form starts from; a new article has no id. */
export type ArticleDraft = {
  id?: string;
  basedOn?: string;
  slug?: string;
  title: string;
  body: string;
  keywords: string;
  category: string;
  isPublished: boolean;
};

type Props = { draft: ArticleDraft; categories: readonly { slug: string; name: string }[] };

const START: ArticleFormState = { status: 'idle' };

/** Writes or edits an article. The preview comes from the server, so it works without script and never differs. */
export function ArticleForm({ draft, categories }: Props) {
  const [state, submit] = useActionState(saveArticleAction, START);
  const errors = state.fieldErrors ?? {};
  const typed = state.values ?? {};
  const basedOn = typed.basedOn || draft.basedOn;
  return (
    <form action={submit} className="grid max-w-3xl gap-5">
      {draft.id ? <HiddenInput name="id" value={draft.id} /> : null}
      {basedOn ? <HiddenInput name="basedOn" value={basedOn} /> : null}
      {state.message ? (
        <FormMessage kind={state.status === 'done' ? 'info' : 'error'}>{state.message}</FormMessage>
      ) : null}
      {state.previewHtml !== undefined ? (
        <Card>
          <h2 dir="auto" className="mb-4">
            {typed.title}
          </h2>
          <Prose html={state.previewHtml} />
        </Card>
      ) : null}
      <Field label="Question" name="title" hint="As a customer would ask it." error={errors.title}>
        <TextInput key={state.turn} maxLength={150} defaultValue={typed.title ?? draft.title} />
      </Field>
      <Field
        label="Answer"
        name="body"
        hint="The short answer first. Markdown works: **bold**, lists, ## headings, links."
        error={errors.body}
      >
        <TextArea key={state.turn} rows={14} defaultValue={typed.body ?? draft.body} />
      </Field>
      <Field label="Category" name="category" error={errors.category}>
        <Select
          key={state.turn}
          options={categories.map(({ slug, name }) => ({ value: slug, label: name }))}
          defaultValue={typed.category ?? draft.category}
        />
      </Field>
      <Field
        label="Keywords"
        name="keywords"
        hint="Other words people use for it, with commas between. Only the search sees them."
        error={errors.keywords}
        optional
      >
        <TextInput key={state.turn} maxLength={500} defaultValue={typed.keywords ?? draft.keywords} />
      </Field>
      {draft.id ? (
        <Field
          label="Address"
          name="slug"
          hint="The end of its address, after /faq/. The old address keeps leading here."
          error={errors.slug}
        >
          <TextInput key={state.turn} maxLength={200} defaultValue={typed.slug ?? draft.slug} />
        </Field>
      ) : null}
      <div className="flex flex-wrap gap-2.5">
        {draft.isPublished ? (
          <>
            <SubmitButton name="intent" value="save" pendingLabel="Saving…">
              Save
            </SubmitButton>
            <SubmitButton name="intent" value="preview" variant="secondary" pendingLabel="Drawing…">
              Preview
            </SubmitButton>
            <SubmitButton name="intent" value="draft" variant="quiet" pendingLabel="Saving…">
              Save and take back to drafts
            </SubmitButton>
          </>
        ) : (
          <>
            <SubmitButton name="intent" value="publish" pendingLabel="Publishing…">
              Publish
            </SubmitButton>
            <SubmitButton name="intent" value="draft" variant="secondary" pendingLabel="Saving…">
              Save as draft
            </SubmitButton>
            <SubmitButton name="intent" value="preview" variant="secondary" pendingLabel="Drawing…">
              Preview
            </SubmitButton>
          </>
        )}
      </div>
    </form>
  );
}
