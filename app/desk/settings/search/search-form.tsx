'use client';

import { useActionState } from 'react';
import { Checkbox, Field, TextArea } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';
import { SubmitButton } from '@/app/_ui/submit-button';
import { saveSearchSettingsAction } from '@/app/desk/settings/search/actions';
import type { SearchSettings } from '@/lib/search/schema';
import { IDLE } from '@/lib/web/form-state';

type Props = { settings: SearchSettings; languages: { code: string; name: string }[]; synonymsMax: number };

/** Languages and synonyms. */
export function SearchForm({ settings, languages, synonymsMax }: Props) {
  const [state, save] = useActionState(saveSearchSettingsAction, IDLE);
  const { values = {}, fieldErrors = {}, turn = 0 } = state;
  const chosen: readonly string[] = settings.languages;
  return (
    <form action={save} key={turn} className="grid max-w-[34rem] gap-6">
      {state.status === 'error' && state.message ? (
        <FormMessage kind="error">{state.message}</FormMessage>
      ) : null}
      <fieldset>
        <legend className="font-semibold">Languages your customers write in</legend>
        <p className="mb-2 text-[0.9rem] text-muted">
          So that “deliveries” finds “delivery” in each of them. Choose only those you answer in.
        </p>
        <div className="grid grid-cols-2 gap-x-4 sm:grid-cols-3">
          {languages.map(({ code, name }) => (
            <Checkbox
              key={code}
              id={`language-${code}`}
              name="languages"
              value={code}
              label={<span lang={code}>{name}</span>}
              defaultChecked={chosen.includes(code)}
            />
          ))}
        </div>
        {fieldErrors.languages ? (
          <p className="mt-1 text-[0.92rem] font-medium text-bad">{fieldErrors.languages}</p>
        ) : null}
      </fieldset>
      <Field
        label="Words that mean the same"
        name="synonyms"
        optional
        hint="One group a line, with commas between: parcel, package, shipment. Each finds all the others."
        error={fieldErrors.synonyms}
      >
        <TextArea rows={8} maxLength={synonymsMax} defaultValue={values.synonyms ?? settings.synonyms} />
      </Field>
      <div>
        <SubmitButton pendingLabel="Saving…">Save</SubmitButton>
      </div>
    </form>
  );
}
