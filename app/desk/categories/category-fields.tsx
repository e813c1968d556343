'use client';

import { Field, TextInput } from '@/app/_ui/field';
import type { FormState } from '@/lib/web/form-state';

/** So many characters at most; handed down, so that the browser need not load the schema. */
export type CategoryLimits = { name: number; description: number };

type Props = {
  /** Tells the fields of several forms on one page apart. */
  of: string;
  state: FormState;
  limits: CategoryLimits;
  name?: string;
  description?: string;
};

/** What can be said about a category; what was typed stays when the answer is no. */
export function CategoryFields({ of, state, limits, name, description }: Props) {
  const { values = {}, fieldErrors = {}, turn } = state;
  return (
    <>
      <Field label="Name" name="name" id={`name-${of}`} error={fieldErrors.name}>
        <TextInput key={turn} maxLength={limits.name} defaultValue={values.name ?? name} />
      </Field>
      <Field
        label="Description"
        name="description"
        id={`description-${of}`}
        hint="One sentence, shown beneath the name."
        error={fieldErrors.description}
        optional
      >
        <TextInput
          key={turn}
          maxLength={limits.description}
          defaultValue={values.description ?? description}
        />
      </Field>
    </>
  );
}
