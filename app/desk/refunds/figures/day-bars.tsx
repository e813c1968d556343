import { buttonClasses } from '@/app/_ui/button';
import { classNames } from '@/app/_ui/class-names';
import { DataTable } from '@/app/_ui/table';
import { dayIn } from '@/app/_ui/time-words';
import { formatMoney } from '@/lib/money';
import type { DayMoney } from '@/lib/refunds/desk/figures';

type Props = { currency: string; days: readonly DayMoney[] };

/** Units of the drawing: a bar with its gap, and the height of the highest. */
const STEP = 10;
const GAP = 2;
const HEIGHT = 100;

/** Money out per day as bars, and the same as a table for whoever cannot see them or wants the numbers. */
export function DayBars({ currency, days }: Props) {
  const most = Math.max(1, ...days.map(({ amountMinor }) => amountMinor));
  const money = (amountMinor: number) => formatMoney({ amountMinor, currency });
  return (
    <figure>
      <p className="mb-1 text-[0.9rem] text-muted tabular-nums">{money(most)} on the day with the most</p>
      <svg
        aria-hidden
        viewBox={`0 0 ${days.length * STEP} ${HEIGHT + 1}`}
        preserveAspectRatio="none"
        className="block h-44 w-full overflow-visible border-b border-edge"
      >
        {days.map(({ day, amountMinor }, index) => {
          const height = amountMinor === 0 ? 0 : Math.max(1.5, (amountMinor / most) * HEIGHT);
          return (
            <rect
              key={day}
              x={index * STEP + GAP / 2}
              y={HEIGHT + 1 - height}
              width={STEP - GAP}
              height={height}
              className="fill-accent"
            >
              <title>{`${dayIn(day, 'en')}: ${money(amountMinor)}`}</title>
            </rect>
          );
        })}
      </svg>
      <p aria-hidden className="mt-1 flex justify-between gap-4 text-[0.88rem] text-muted">
        <span>{dayIn(days[0]?.day ?? '', 'en')}</span>
        <span className="text-end">{dayIn(days.at(-1)?.day ?? '', 'en')}</span>
      </p>
      <details className="mt-4">
        <summary className={classNames(buttonClasses('secondary', 'small'), 'list-none')}>
          The same as a table
        </summary>
        <div className="mt-3">
          <DataTable
            caption={`Money out per day in ${currency}`}
            columns={[
              { key: 'day', label: 'Day' },
              { key: 'count', label: 'Refunds', align: 'end' },
              { key: 'amount', label: 'Money out', align: 'end', nowrap: true },
            ]}
            rows={[...days]
              .reverse()
              .filter(({ count }) => count > 0)
              .map(({ day, count, amountMinor }) => ({
                key: day,
                cells: {
                  day: dayIn(day, 'en'),
                  count: <span className="tabular-nums">{count}</span>,
                  amount: <span className="tabular-nums">{money(amountMinor)}</span>,
                },
              }))}
          />
        </div>
      </details>
    </figure>
  );
}
