'use client';

import { type ReactNode, useActionState } from 'react';
import { type ButtonVariant, buttonClasses } from '@/app/_ui/button';
import { classNames } from '@/app/_ui/class-names';
import { Field, HiddenInput, TextInput } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';
import { handOnFocus } from '@/app/_ui/hand-on-focus';
import { SubmitButton } from '@/app/_ui/submit-button';
import { type FormAction, IDLE } from '@/lib/web/form-state';
import type { Words } from '@/lib/words/catalogue';

type Props = {
  words: Words['thread']['same'];
  /** What the button says while it works. */
  moment: string;
  /** The first step, e.g. "Merge into…". */
  summary: string;
  /** What will happen. */
  text: string;
  threadId: string;
  action: FormAction;
  /** Makes the field's id unique on the page. */
  id: string;
  button: string;
  /** As heavy as what stands beside it. */
  variant?: ButtonVariant;
  /** What is offered before an address is asked for. */
  children?: ReactNode;
};

/** Naming another thread by its address, in two steps. Stays open with what is wrong, so that it is seen without script, too. */
export function TargetDetails(props: Props) {
  const { words, moment, summary, text, threadId, action, id, button, variant, children } = props;
  const [state, submit] = useActionState(action, IDLE);
  return (
    <details open={state.status === 'error' ? true : undefined}>
      <summary className={classNames(buttonClasses(variant, 'small'), 'list-none')}>{summary}</summary>
      <div className="mt-2 max-w-prose rounded-xl border border-line bg-sunken p-4">
        <p className="mb-3">{text}</p>
        {children}
        <form ref={handOnFocus} action={submit} className="grid gap-3">
          <HiddenInput name="threadId" value={threadId} />
          {state.status === 'error' ? <FormMessage kind="error">{state.message}</FormMessage> : null}
          <Field
            label={words.address}
            name="target"
            id={id}
            hint={words.addressHint}
            error={state.fieldErrors?.target}
          >
            <TextInput key={state.turn} defaultValue={state.values?.target} autoComplete="off" dir="ltr" />
          </Field>
          <div>
            <SubmitButton size="small" variant="secondary" pendingLabel={moment}>
              {button}
            </SubmitButton>
          </div>
        </form>
      </div>
    </details>
  );
}
