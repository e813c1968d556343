'use client';

import { useActionState } from 'react';
import { Checkbox, Field, TextArea, TextInput } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';
import { SubmitButton } from '@/app/_ui/submit-button';
import { saveProfileAction } from '@/app/(site)/account/actions';
import { IDLE } from '@/lib/web/form-state';
import type { Words } from '@/lib/words/catalogue';
import { say } from '@/lib/words/say';

type Props = {
  name: string;
  about: string;
  showsPurchases: boolean;
  nameMax: number;
  aboutMax: number;
  words: Words['account']['profileForm'];
};

/** What others see of me. */
export function ProfileForm({ name, about, showsPurchases, nameMax, aboutMax, words }: Props) {
  const [state, submit] = useActionState(saveProfileAction, IDLE);
  const errors = state.fieldErrors ?? {};
  return (
    <form action={submit} className="grid gap-5">
      {state.message ? (
        <FormMessage kind={state.status === 'done' ? 'success' : 'error'}>{state.message}</FormMessage>
      ) : null}
      <Field label={words.name} name="name" hint={words.nameHint} error={errors.name}>
        <TextInput
          key={state.turn}
          autoComplete="nickname"
          maxLength={nameMax}
          defaultValue={state.values?.name ?? name}
        />
      </Field>
      <Field
        label={words.about}
        name="about"
        optional={words.optional}
        hint={say(words.aboutHint, { n: aboutMax })}
        error={errors.about}
      >
        <TextArea
          key={state.turn}
          rows={3}
          maxLength={aboutMax}
          defaultValue={state.values?.about ?? about}
        />
      </Field>
      <Checkbox
        key={state.turn}
        label={words.showsPurchases}
        name="showsPurchases"
        hint={words.showsPurchasesHint}
        defaultChecked={state.values ? state.values.showsPurchases === 'on' : showsPurchases}
      />
      <div>
        <SubmitButton pendingLabel={words.saving}>{words.save}</SubmitButton>
      </div>
    </form>
  );
}
