import { ButtonLink, buttonClasses } from '@/app/_ui/button';
import { classNames } from '@/app/_ui/class-names';
import { Field, Select, TextInput } from '@/app/_ui/field';
import { SubmitButton } from '@/app/_ui/submit-button';
import { PROVIDER_NAMES } from '@/app/desk/refunds/refund-words';
import { countNarrowing, type RefundFilter } from '@/lib/refunds/desk/filter';
import { reasonKindWords } from '@/lib/refunds/reasons';
import { REFUND_STATES } from '@/lib/refunds/schema';
import { refund as ENGLISH } from '@/lib/words/en/refund';

const STATES = REFUND_STATES.map((value) => ({ value, label: ENGLISH.states[value] }));
const PROVIDERS = Object.entries(PROVIDER_NAMES).map(([value, label]) => ({ value, label }));
const REASONS = Object.entries(reasonKindWords).map(([value, label]) => ({ value, label }));

/** Narrows the list down; a plain form, so that every view has an address. */
export function RefundFilters({ filter }: { filter: RefundFilter }) {
  const narrowing = countNarrowing(filter);
  return (
    <form method="get" action="/desk/refunds" className="mb-6 grid gap-4">
      <div className="flex flex-wrap items-end gap-3">
        <div className="min-w-0 grow basis-72 sm:max-w-xl">
          <Field label="Find" name="q" hint="Order or refund number, e-mail address, words of the reason">
            <TextInput required={false} type="search" defaultValue={filter.text} />
          </Field>
        </div>
        <SubmitButton variant="secondary">Find</SubmitButton>
        {narrowing > 0 || filter.text !== '' ? (
          <ButtonLink href="/desk/refunds" prefetch={false} variant="quiet">
            Show all
          </ButtonLink>
        ) : null}
      </div>
      <details open={narrowing > 0}>
        <summary className={classNames(buttonClasses('secondary', 'small'), 'list-none')}>
          {narrowing === 0 ? 'Filters' : `Filters (${narrowing} set)`}
        </summary>
        <div className="mt-3 grid grid-cols-1 gap-4 sm:grid-cols-2 lg:grid-cols-3">
          <Field label="State" name="state">
            <Select required={false} options={STATES} placeholder="Any" defaultValue={filter.state ?? ''} />
          </Field>
          <Field label="Paid by" name="provider">
            <Select
              required={false}
              options={PROVIDERS}
              placeholder="Any"
              defaultValue={filter.provider ?? ''}
            />
          </Field>
          <Field label="Reason" name="reason">
            <Select required={false} options={REASONS} placeholder="Any" defaultValue={filter.reason ?? ''} />
          </Field>
          <Field label="Product" name="product">
            <TextInput required={false} defaultValue={filter.product} />
          </Field>
          <Field label="Asked from" name="from">
            <TextInput required={false} type="date" defaultValue={filter.from} />
          </Field>
          <Field label="Asked until" name="to">
            <TextInput required={false} type="date" defaultValue={filter.to} />
          </Field>
        </div>
        <div className="mt-4">
          <SubmitButton variant="secondary">Use these filters</SubmitButton>
        </div>
      </details>
    </form>
  );
}
