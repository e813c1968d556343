'use client';

import { Field, TextInput } from '@/app/_ui/field';
import type { ShopSettings } from '@/lib/settings/schema';
import type { FormState } from '@/lib/web/form-state';

type Name = 'refundsPerPersonPerDay' | 'refundsPerHour' | 'refundTotalPerDay';

const FIELDS: { name: Name; label: string; hint: string }[] = [
  {
    name: 'refundsPerPersonPerDay',
    label: 'Refunds of one person in a day',
    hint: 'A household that returns a whole Christmas should stay below it.',
  },
  {
    name: 'refundsPerHour',
    label: 'Refunds of everybody in an hour',
    hint: 'A recall that you mail to every buyer should stay below it.',
  },
  {
    name: 'refundTotalPerDay',
    label: 'Money in a day',
    hint: 'Counted for each currency: 20000 is €20,000.00 and, without decimals, ¥2,000,000.',
  },
];

type Props = { state: FormState; settings: Pick<ShopSettings, Name> };

/** How much is refunded without the owner having looked. */
export function BreakerFields({ state, settings }: Props) {
  const { values = {}, fieldErrors = {} } = state;
  return (
    <fieldset className="grid gap-4">
      <legend className="mb-1 font-semibold">Refunds that go without you</legend>
      <p className="text-[0.9rem] text-muted">
        Above any of these a refund waits for you. The customer is told until when you look at it, within 24
        hours; you get a mail, and one press approves all of them. What you approved yourself is not counted.
        None is refused for it.
      </p>
      {FIELDS.map(({ name, label, hint }) => (
        <Field key={name} label={label} name={name} hint={hint} error={fieldErrors[name]}>
          <TextInput
            inputMode="numeric"
            maxLength={9}
            className="max-w-40"
            defaultValue={values[name] ?? String(settings[name])}
          />
        </Field>
      ))}
    </fieldset>
  );
}
