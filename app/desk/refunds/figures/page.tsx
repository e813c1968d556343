import type { Metadata } from 'next';
import Link from 'next/link';
import { ButtonLink } from '@/app/_ui/button';
import { Card } from '@/app/_ui/card';
import { EmptyState } from '@/app/_ui/empty-state';
import { PageHeader } from '@/app/_ui/page-header';
import { DataTable } from '@/app/_ui/table';
import { LinkTabs } from '@/app/_ui/tabs';
import { CountBar } from '@/app/desk/refunds/figures/count-bar';
import { DayBars } from '@/app/desk/refunds/figures/day-bars';
import { requireHelper } from '@/lib/accounts/session';
import { now } from '@/lib/clock';
import { formatMoney } from '@/lib/money';
import type { ProductReasons, ReasonCount } from '@/lib/refunds/desk/figures';
import { FIGURE_DAYS, readFigureDays, refundFigures } from '@/lib/refunds/desk/figures-queries';
import { ALL_REFUNDS, filterQuery, type RefundFilter } from '@/lib/refunds/desk/filter';
import { reasonKindWords } from '@/lib/refunds/reasons';
import { shopSettings } from '@/lib/settings/queries';
import { oneValue } from '@/lib/web/page-number';

export const metadata: Metadata = { title: 'Money and reasons' };

type Props = { searchParams: Promise<{ days?: string | string[] }> };

/** What refunds cost, and why they were asked for. */
export default async function RefundFiguresPage({ searchParams }: Props) {
  await requireHelper();
  const days = readFigureDays(oneValue((await searchParams).days));
  const { timeZone } = await shopSettings();
  const { from, to, money, reasons, products, asked } = await refundFigures(days, now(), timeZone);
  return (
    <>
      <PageHeader
        title="Money and reasons"
        breadcrumbs={[{ href: '/desk/refunds', label: 'Refunds' }]}
        intro="What left, day by day, and why customers wanted it back. Nobody has to say why; many do."
      />
      <LinkTabs
        label="Period"
        items={FIGURE_DAYS.map((one) => ({
          href: `/desk/refunds/figures?days=${one}`,
          label: `${one} days`,
          current: one === days,
        }))}
      />
      {money.length === 0 && asked === 0 ? (
        <EmptyState
          title={`No refund in the last ${days} days`}
          action={<ButtonLink href="/desk/refunds">Back to the refunds</ButtonLink>}
        >
          Bars appear here as soon as money has left.
        </EmptyState>
      ) : (
        <div className="grid grid-cols-1 gap-10">
          <section aria-labelledby="money">
            <h2 id="money" className="mb-3">
              Money out
            </h2>
            {money.length === 0 ? <p className="text-muted">None left in these days.</p> : null}
            <div className="grid grid-cols-1 gap-6">
              {money.map((one) => (
                <Card key={one.currency}>
                  <h3 className="mb-3 tabular-nums">
                    {formatMoney({ amountMinor: one.totalMinor, currency: one.currency })} in {days} days
                  </h3>
                  <DayBars currency={one.currency} days={one.days} />
                </Card>
              ))}
            </div>
          </section>
          <section aria-labelledby="reasons">
            <h2 id="reasons" className="mb-3">
              Reasons
            </h2>
            <Reasons reasons={reasons} from={from} to={to} />
          </section>
          <section aria-labelledby="products">
            <h2 id="products" className="mb-1">
              Reasons by product
            </h2>
            <p className="mb-3 max-w-prose text-muted">
              The products that most refunds were for. A refund of a whole order counts for each of its
              products.
            </p>
            <Products products={products} from={from} to={to} />
          </section>
        </div>
      )}
    </>
  );
}

type Period = { from: string; to: string };

function listOf(filter: Partial<RefundFilter>): string {
  return `/desk/refunds?${filterQuery({ ...ALL_REFUNDS, ...filter })}`;
}

function Reasons({ reasons, ...period }: { reasons: readonly ReasonCount[] } & Period) {
  const most = Math.max(...reasons.map(({ count }) => count));
  return (
    <DataTable
      caption="Reasons, the most frequent first"
      columns={[
        { key: 'reason', label: 'Reason' },
        { key: 'count', label: 'Refunds', align: 'end', nowrap: true },
        { key: 'bar', label: 'Share' },
      ]}
      rows={reasons.map(({ reason, count }) => ({
        key: reason,
        cells: {
          reason: (
            <Link href={listOf({ reason, ...period })} prefetch={false} className="text-link">
              {reasonKindWords[reason]}
            </Link>
          ),
          count: <span className="tabular-nums">{count}</span>,
          bar: <CountBar count={count} of={most} />,
        },
      }))}
    />
  );
}

function Products({ products, ...period }: { products: readonly ProductReasons[] } & Period) {
  if (products.length === 0) return <p className="text-muted">No refund names a product.</p>;
  const most = Math.max(...products.map(({ count }) => count));
  return (
    <DataTable
      caption="Products, the most refunded first"
      columns={[
        { key: 'product', label: 'Product' },
        { key: 'count', label: 'Refunds', align: 'end', nowrap: true },
        { key: 'bar', label: 'Share' },
        { key: 'why', label: 'Why' },
      ]}
      rows={products.map(({ product, count, reasons }) => ({
        key: product,
        cells: {
          product: (
            <Link href={listOf({ product, ...period })} prefetch={false} className="text-link wrap-anywhere">
              <bdi>{product}</bdi>
            </Link>
          ),
          count: <span className="tabular-nums">{count}</span>,
          bar: <CountBar count={count} of={most} />,
          why: reasons.map((one) => `${reasonKindWords[one.reason]} ${one.count}`).join(', '),
        },
      }))}
    />
  );
}
