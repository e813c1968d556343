'use client';

import { useActionState, useEffect, useState } from 'react';
import { Button } from '@/app/_ui/button';
import { Card } from '@/app/_ui/card';
import { Field, Select, TextInput } from '@/app/_ui/field';
import { FormMessage, Refusal } from '@/app/_ui/form-message';
import { noteSearch, useNotedTyping } from '@/app/_ui/note-search';
import { Prose } from '@/app/_ui/prose';
import { SubmitButton } from '@/app/_ui/submit-button';
import type { Match } from '@/app/(site)/_parts/read-matches';
import { SimilarAnswers } from '@/app/(site)/_parts/similar-answers';
import { useSimilar } from '@/app/(site)/_parts/use-similar';
import { Composer } from '@/app/(site)/forum/_parts/composer';
import { MaskedLook } from '@/app/(site)/forum/_parts/masked-look';
import { useWriting } from '@/app/(site)/forum/_parts/writing-words';
import { askAction } from '@/app/(site)/forum/new/actions';
import { DetailsFold } from '@/app/(site)/forum/new/details-fields';
import type { LookState } from '@/app/(site)/forum/new/look-state';
import { PrivateFilesBox } from '@/app/(site)/forum/new/private-files-box';
import { SolvedForm } from '@/app/(site)/forum/new/solved-form';
import { ACCEPTED } from '@/lib/uploads/names';
import { IDLE } from '@/lib/web/form-state';
import type { Words } from '@/lib/words/catalogue';

type AskField = 'title' | 'body' | 'category' | 'tags' | 'orderNumber' | 'address' | 'note' | 'privateFiles';

type Props = {
  categories: readonly { slug: string; name: string }[];
  initial: Record<AskField, string>;
  /** Orders of the person, to choose from. */
  orders: readonly { number: string; words: string }[];
  /** Why the question was not posted when its address was confirmed. */
  refusal: string | null;
  matches: readonly Match[];
  isSignedIn: boolean;
  titleMax: number;
  bodyMax: number;
  words: Words['asking'];
};

const NO_LOOK: LookState = IDLE;
const SOLVED_FORM = 'solved-by';
/** The id that the composer gives to its box. */
const BODY_FIELD = 'field-body';

/** The question: title (with what exists already), text, what is for the shop alone, category; for visitors an address,
 * which is confirmed afterwards; one button. Works without script. */
export function AskForm(props: Props) {
  const { categories, initial, orders, refusal, matches, isSignedIn, titleMax, bodyMax, words } = props;
  const { words: writing } = useWriting();
  const [state, ask, pending] = useActionState(askAction, NO_LOOK);
  const [title, setTitle] = useState<string | null>(null);
  const [body, setBody] = useState(initial.body);
  const [scripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);
  const similar = useSimilar(title, body);
  // Said to be something else: they do not come back, others may.
  const [ignored, setIgnored] = useState<readonly string[]>([]);

  const values = state.values ?? {};
  const errors = state.fieldErrors;
  const typed = { ...initial, ...values };
  // Also when the session ended while the question was written.
  const asksAddress = !isSignedIn || errors?.email !== undefined;
  const typedTitle = title ?? values.title ?? initial.title;
  const known = (similar ?? state.matches ?? matches).filter(({ url }) => !ignored.includes(url));
  // What came with the page was not typed here: it counts only when it is opened.
  const urls = known.map((match) => match.url);
  useNotedTyping('ask', typedTitle, similar && title !== null ? urls : null);
  const noteOpened = (url: string) => {
    const rank = urls.indexOf(url) + 1;
    if (rank > 0)
      noteSearch({ query: typedTitle, place: 'ask', results: urls.length, opened: { href: url, rank } });
  };

  const noteIgnored = () => {
    noteSearch({ query: typedTitle, place: 'ask', results: urls.length, ignored: true });
    setIgnored([...ignored, ...urls]);
    // The button goes with them, and the page gets shorter; what comes next is the question itself.
    const box = document.getElementById(BODY_FIELD);
    box?.focus({ preventScroll: true });
    setTimeout(() => box?.scrollIntoView({ block: 'center' }));
  };

  // Above the button that was pressed; without script the answer is a new page, which begins at its top.
  const refused =
    state.status === 'error' ? <Refusal key={`refused-${state.turn}`}>{state.message}</Refusal> : null;

  return (
    <>
      <form action={ask} className="grid gap-6">
        {scripted ? null : refused}
        {refusal && state.status === 'idle' ? <FormMessage kind="error">{refusal}</FormMessage> : null}
        <div key={state.turn} className="grid gap-6">
          <div className="grid gap-3">
            <Field label={words.question} name="title" error={errors?.title}>
              <TextInput
                maxLength={titleMax}
                autoComplete="off"
                placeholder={words.placeholder}
                defaultValue={values.title ?? initial.title}
                onInput={(event) => setTitle(event.currentTarget.value)}
              />
            </Field>
            {scripted ? null : (
              <div>
                <Button type="submit" size="small" name="intent" value="look" formNoValidate>
                  {words.checkFirst}
                </Button>
              </div>
            )}
            <SimilarAnswers
              words={words}
              matches={known}
              solvedForm={SOLVED_FORM}
              onOpen={noteOpened}
              onNone={scripted ? noteIgnored : undefined}
            />
            {state.matches?.length === 0 && !scripted ? (
              <FormMessage kind="info">{words.nothingClose}</FormMessage>
            ) : null}
          </div>
          <Composer
            name="body"
            label={words.what}
            hint={words.whatHint}
            defaultValue={values.body ?? initial.body}
            draftKey="new-thread"
            rows={9}
            max={bodyMax}
            error={errors?.body}
            posts={isSignedIn}
            onText={setBody}
          />
          <noscript>
            <Field
              label={writing.files.label}
              name="files"
              hint={writing.files.hint}
              error={errors?.files}
              optional={writing.edit.optional}
            >
              <TextInput type="file" accept={ACCEPTED} multiple />
            </Field>
          </noscript>
          <DetailsFold
            values={typed}
            errors={errors}
            orders={orders}
            hasFiles={typed.privateFiles !== ''}
            files={<PrivateFilesBox value={typed.privateFiles} error={errors?.privateFiles} />}
          />
          <div className="grid items-start gap-6 sm:grid-cols-2">
            <Field label={writing.edit.category} name="category" error={errors?.category}>
              <Select
                options={categories.map(({ slug, name }) => ({ value: slug, label: name }))}
                defaultValue={typed.category}
              />
            </Field>
            <Field
              label={writing.edit.tags}
              name="tags"
              optional={writing.edit.optional}
              error={errors?.tags}
            >
              <TextInput autoComplete="off" placeholder={words.tagsPlaceholder} defaultValue={typed.tags} />
            </Field>
          </div>
          {asksAddress ? (
            <Field label={words.email} name="email" hint={words.emailHint} error={errors?.email}>
              <TextInput type="email" autoComplete="email" defaultValue={values.email} />
            </Field>
          ) : null}
        </div>
        {state.preview ? (
          <section aria-label={writing.preview}>
            <p className="mb-2 font-semibold">{writing.preview}</p>
            <Card>
              <Prose html={state.preview} />
            </Card>
          </section>
        ) : null}
        {scripted ? refused : null}
        {state.masked ? (
          <MaskedLook {...state.masked} forShop />
        ) : (
          <div className="flex flex-wrap items-center gap-3">
            <SubmitButton name="intent" value="ask" pendingLabel={isSignedIn ? words.posting : words.sending}>
              {isSignedIn ? words.post : words.ask}
            </SubmitButton>
            <noscript>
              <Button type="submit" name="intent" value="look" formNoValidate>
                {writing.preview}
              </Button>
            </noscript>
            {isSignedIn ? null : (
              <Button
                type="submit"
                name="intent"
                value="keep"
                variant="quiet"
                formNoValidate
                disabled={pending}
              >
                {words.password}
              </Button>
            )}
          </div>
        )}
      </form>
      <SolvedForm id={SOLVED_FORM} />
    </>
  );
}
