import { LockKeyhole } from 'lucide-react';
import type { ReactNode } from 'react';
import { Field, Select, TextArea, TextInput } from '@/app/_ui/field';
import { useWriting } from '@/app/(site)/forum/_parts/writing-words';

type Props = {
  values: Partial<Record<'orderNumber' | 'address' | 'note', string>>;
  errors?: Record<string, string>;
  /** The asker's own orders, to choose from; with none the number is typed. */
  orders: readonly { number: string; words: string }[];
  /** Where files are added. */
  files: ReactNode;
};

/** Order number, address, files and a note, for the shop alone. */
export function DetailsFields({ values, errors, orders, files }: Props) {
  const { words: all } = useWriting();
  const words = all.details;
  const { optional } = all.edit;
  return (
    <>
      {orders.length > 0 ? (
        <Field label={words.which} name="orderNumber" optional={optional} error={errors?.orderNumber}>
          <Select
            placeholder={words.none}
            options={orders.map(({ number, words }) => ({ value: number, label: words }))}
            defaultValue={values.orderNumber ?? ''}
          />
        </Field>
      ) : (
        <Field label={words.orderNumber} name="orderNumber" optional={optional} error={errors?.orderNumber}>
          <TextInput autoComplete="off" maxLength={60} defaultValue={values.orderNumber} />
        </Field>
      )}
      <Field label={words.address} name="address" optional={optional} error={errors?.address}>
        <TextArea
          rows={2}
          maxLength={500}
          className="min-h-20!"
          autoComplete="street-address"
          defaultValue={values.address}
        />
      </Field>
      {files}
      <Field label={words.note} name="note" optional={optional} error={errors?.note}>
        <TextArea rows={2} maxLength={2000} className="min-h-20!" defaultValue={values.note} />
      </Field>
    </>
  );
}

/** The same folded away in the form that asks. It stands open when something is in it. */
export function DetailsFold({ hasFiles, ...props }: Props & { hasFiles: boolean }) {
  const { orderNumber, address, note } = props.values;
  const words = useWriting().words.details;
  const isFilled = Boolean(orderNumber || address || note || hasFiles || props.errors?.privateFiles);
  return (
    <details open={isFilled || undefined} className="group rounded-xl border border-line">
      <summary className="flex min-h-11 items-center gap-2.5 px-4 py-2.5 font-semibold">
        <LockKeyhole aria-hidden className="size-4.5 shrink-0 text-muted" />
        <span>
          {words.fold}
          <span className="block text-[0.9rem] font-normal text-muted">{words.foldHint}</span>
        </span>
      </summary>
      <div className="grid gap-5 border-t border-line p-4">
        <DetailsFields {...props} />
      </div>
    </details>
  );
}
