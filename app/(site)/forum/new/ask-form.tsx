'use client';

import { useActionState, useEffect, useState } from 'react';
import { Button } from '@/app/_ui/button';
import { Card } from '@/app/_ui/card';
import { Field, Select, TextInput } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';
import { noteSearch, useNotedTyping } from '@/app/_ui/note-search';
import { Prose } from '@/app/_ui/prose';
import { SubmitButton } from '@/app/_ui/submit-button';
import type { Match } from '@/app/(site)/_parts/read-matches';
import { SimilarAnswers } from '@/app/(site)/_parts/similar-answers';
import { useSimilar } from '@/app/(site)/_parts/use-similar';
import { Composer } from '@/app/(site)/forum/_parts/composer';
import { askAction } from '@/app/(site)/forum/new/actions';
import type { LookState } from '@/app/(site)/forum/new/look-state';
import { SolvedForm } from '@/app/(site)/forum/new/solved-form';
import { IDLE } from '@/lib/web/form-state';

type Props = {
  categories: readonly { slug: string; name: string }[];
  initial: { title: string; body: string; category: string; tags: string };
  matches: readonly Match[];
  isSignedIn: boolean;
  titleMax: number;
  bodyMax: number;
};

const NO_LOOK: LookState = IDLE;
const SOLVED_FORM = 'solved-by';

/** The question: title (with what exists already), text, category, tags; preview and post. Works without script. */
export function AskForm({ categories, initial, matches, isSignedIn, titleMax, bodyMax }: Props) {
  const [state, ask] = useActionState(askAction, NO_LOOK);
  const [title, setTitle] = useState<string | null>(null);
  const [body, setBody] = useState(initial.body);
  const [scripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);
  const similar = useSimilar(title, body);

  const values = state.values ?? {};
  const errors = state.fieldErrors;
  const typedTitle = title ?? values.title ?? initial.title;
  const known = state.matches ?? matches;
  // What came with the page was not typed here: it counts only when it is opened.
  const urls = (similar ?? known).map((match) => match.url);
  useNotedTyping('ask', typedTitle, similar && title !== null ? urls : null);
  const noteOpened = (url: string) => {
    const rank = urls.indexOf(url) + 1;
    if (rank > 0)
      noteSearch({ query: typedTitle, place: 'ask', results: urls.length, opened: { href: url, rank } });
  };

  return (
    <>
      <form action={ask} className="grid gap-6">
        {state.status === 'error' ? <FormMessage kind="error">{state.message}</FormMessage> : null}
        <div key={state.turn} className="grid gap-6">
          <div className="grid gap-3">
            <Field label="Your question in one line" name="title" error={errors?.title}>
              <TextInput
                maxLength={titleMax}
                autoComplete="off"
                placeholder="Which bulb fits the porch lamp?"
                defaultValue={values.title ?? initial.title}
                onInput={(event) => setTitle(event.currentTarget.value)}
              />
            </Field>
            {scripted ? null : (
              <div>
                <Button type="submit" size="small" name="intent" value="look" formNoValidate>
                  Check for answers first
                </Button>
              </div>
            )}
            <SimilarAnswers
              heading="Is it one of these?"
              matches={similar ?? known}
              solvedForm={SOLVED_FORM}
              onOpen={noteOpened}
            />
            {state.matches?.length === 0 && !scripted ? (
              <FormMessage kind="info">Nothing close has been asked yet.</FormMessage>
            ) : null}
          </div>
          <Composer
            name="body"
            label="What happened, and what have you tried?"
            hint="A blank line makes a new paragraph. No order numbers or addresses: everybody can read this."
            defaultValue={values.body ?? initial.body}
            draftKey="new-thread"
            rows={9}
            max={bodyMax}
            error={errors?.body}
            posts={isSignedIn}
            onText={setBody}
          />
          <Field label="Category" name="category" error={errors?.category}>
            <Select
              options={categories.map(({ slug, name }) => ({ value: slug, label: name }))}
              defaultValue={values.category ?? initial.category}
            />
          </Field>
          <Field
            label="Tags"
            name="tags"
            optional
            hint="A few words with commas between, so that others find it: lamp, bulb"
            error={errors?.tags}
          >
            <TextInput autoComplete="off" defaultValue={values.tags ?? initial.tags} />
          </Field>
        </div>
        {state.preview ? (
          <section aria-label="Preview">
            <p className="mb-2 font-semibold">Preview</p>
            <Card>
              <Prose html={state.preview} />
            </Card>
          </section>
        ) : null}
        <div className="flex flex-wrap items-center gap-3">
          {isSignedIn ? (
            <SubmitButton name="intent" value="post" pendingLabel="Posting…">
              Post the question
            </SubmitButton>
          ) : (
            <SubmitButton name="intent" value="keep" pendingLabel="Keeping it…">
              Sign in to post
            </SubmitButton>
          )}
          <noscript>
            <Button type="submit" name="intent" value="look" formNoValidate>
              Preview
            </Button>
          </noscript>
        </div>
        {isSignedIn ? null : (
          <p className="text-[0.95rem] text-muted">
            What you wrote is kept for a day and is here when you are back. Only this browser gets to see it.
          </p>
        )}
      </form>
      <SolvedForm id={SOLVED_FORM} />
    </>
  );
}
