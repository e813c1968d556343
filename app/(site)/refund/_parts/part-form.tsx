'use client';

import { useActionState } from 'react';
import { Field, HiddenInput, Select, TextInput } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';
import { SubmitButton } from '@/app/_ui/submit-button';
import { requestPartAction } from '@/app/(site)/refund/actions';
import { IDLE } from '@/lib/web/form-state';
import type { Words } from '@/lib/words/catalogue';
import { say } from '@/lib/words/say';

type Props = {
  orderId: string;
  currency: string;
  /** What can still be chosen, in the order of the receipt. */
  items: { id: string; name: string; left: number; price: string }[];
  words: Words['refund']['part'];
};

/** For whoever keeps some of the order: by piece, or an amount. The prices come from our rows, not from here. */
export function PartForm({ orderId, currency, items, words }: Props) {
  const [state, submit] = useActionState(requestPartAction, IDLE);
  const { values = {}, fieldErrors = {}, turn } = state;
  return (
    // Open when something was wrong, so that without script, too, the reason is seen.
    <details open={state.status === 'error' || undefined}>
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-[0.95rem] text-muted underline underline-offset-4">
        {words.summary}
      </summary>
      <form action={submit} key={turn} className="mt-4 grid gap-4">
        <HiddenInput name="orderId" value={orderId} />
        {state.message ? <FormMessage kind="error">{state.message}</FormMessage> : null}
        {items.map((item) => (
          <Field
            key={item.id}
            name={`piece-${item.id}`}
            label={
              <span dir="auto" className="wrap-anywhere">
                {item.name}
              </span>
            }
            hint={say(words.each, { price: item.price })}
            id={`piece-${item.id}`}
          >
            <Select
              required={false}
              defaultValue={values[`piece-${item.id}`] ?? '0'}
              options={choices(item.left, words)}
            />
          </Field>
        ))}
        <Field
          label={say(items.length > 0 ? words.orAmount : words.amount, { currency })}
          name="amount"
          id={`amount-${orderId}`}
          optional={words.optional}
          error={fieldErrors.amount}
        >
          <TextInput inputMode="decimal" autoComplete="off" defaultValue={values.amount} />
        </Field>
        <div>
          <SubmitButton variant="secondary" pendingLabel={words.refunding}>
            {words.button}
          </SubmitButton>
        </div>
      </form>
    </details>
  );
}

/** More pieces than this are typed as an amount. */
const MOST_CHOICES = 100;

function choices(left: number, words: Words['refund']['part']) {
  const most = Math.min(left, MOST_CHOICES);
  return Array.from({ length: most + 1 }, (_, count) => ({
    value: String(count),
    label: count === 0 ? words.keep : say(words.of, { n: count, left }),
  }));
}
