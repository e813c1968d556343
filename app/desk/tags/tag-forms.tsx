'use client';

import { type ReactNode, useActionState } from 'react';
import { buttonClasses } from '@/app/_ui/button';
import { Field, HiddenInput, TextInput } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';
import { SubmitButton } from '@/app/_ui/submit-button';
import { describeTagAction, mergeTagAction } from '@/app/desk/tags/actions';
import { type FormState, IDLE } from '@/lib/web/form-state';

type Props = {
  tag: { id: string; name: string; description: string };
  limits: { name: number; description: number };
};

/** What can be done with a tag, folded away until it is wanted. */
export function TagForms({ tag, limits }: Props) {
  const [described, describe] = useActionState(describeTagAction, IDLE);
  const [merged, merge] = useActionState(mergeTagAction, IDLE);
  return (
    <div className="flex flex-wrap items-start gap-2">
      <Folded state={described} summary="Describe…" name={tag.name}>
        <form action={describe} className="mt-3 grid max-w-[34rem] gap-4">
          <HiddenInput name="id" value={tag.id} />
          <Field label="Name" name="name" id={`name-${tag.id}`} error={described.fieldErrors?.name}>
            <TextInput maxLength={limits.name} defaultValue={described.values?.name ?? tag.name} />
          </Field>
          <Field
            label="Description"
            name="description"
            id={`description-${tag.id}`}
            hint="A sentence, shown at the head of its list."
            error={described.fieldErrors?.description}
            optional
          >
            <TextInput
              maxLength={limits.description}
              defaultValue={described.values?.description ?? tag.description}
            />
          </Field>
          <div>
            <SubmitButton size="small" pendingLabel="Saving…">
              Save
            </SubmitButton>
          </div>
        </form>
      </Folded>
      <Folded state={merged} summary="Merge…" name={tag.name}>
        <form action={merge} className="mt-3 grid max-w-[34rem] gap-4">
          <HiddenInput name="id" value={tag.id} />
          <p>
            Its threads and followers go to the other tag, and <bdi>{tag.name}</bdi> is gone. This cannot be
            taken back.
          </p>
          <Field
            label="Merge into the tag"
            name="into"
            id={`into-${tag.id}`}
            error={merged.fieldErrors?.into}
          >
            <TextInput maxLength={limits.name} defaultValue={merged.values?.into} autoComplete="off" />
          </Field>
          <div>
            <SubmitButton size="small" pendingLabel="Merging…">
              Merge the tags
            </SubmitButton>
          </div>
        </form>
      </Folded>
    </div>
  );
}

type FoldedProps = { state: FormState; summary: string; name: string; children: ReactNode };

function Folded({ state, summary, name, children }: FoldedProps) {
  return (
    <div className="grid gap-2 has-[details[open]]:basis-full">
      {state.message ? (
        <FormMessage kind={state.status === 'error' ? 'error' : 'success'}>{state.message}</FormMessage>
      ) : null}
      <details key={state.turn} open={state.status === 'error'}>
        <summary className={`${buttonClasses('secondary', 'small')} list-none`}>
          {summary}
          <span className="sr-only"> {name}</span>
        </summary>
        {children}
      </details>
    </div>
  );
}
