import type { ReactNode } from 'react';

/** Facts in pairs (order number, date, amount); pairs of which the value is null are left out. */
export function DefinitionList({ items }: { items: readonly { term: string; value: ReactNode }[] }) {
  return (
    <dl className="grid grid-cols-1 gap-x-6 gap-y-3 sm:grid-cols-[minmax(8rem,max-content)_minmax(0,1fr)]">
      {items
        .filter((item) => item.value !== null && item.value !== undefined)
        .map((item) => (
          <div key={item.term} className="sm:contents">
            <dt className="text-[0.92rem] text-muted">{item.term}</dt>
            <dd className="min-w-0 font-medium wrap-anywhere">{item.value}</dd>
          </div>
        ))}
    </dl>
  );
}
