import type { Metadata } from 'next';
import { ButtonLink } from '@/app/_ui/button';
import { Card } from '@/app/_ui/card';
import { EmptyState } from '@/app/_ui/empty-state';
import { PageHeader } from '@/app/_ui/page-header';
import { Pagination } from '@/app/_ui/pagination';
import { ExportRefunds } from '@/app/desk/refunds/export-refunds';
import { NeedsYou } from '@/app/desk/refunds/needs-you';
import { AuditLines, OpenWithdrawals } from '@/app/desk/refunds/notices';
import { OpenDisputes } from '@/app/desk/refunds/open-disputes';
import { OrderResults } from '@/app/desk/refunds/order-results';
import { RefundFilters } from '@/app/desk/refunds/refund-filters';
import { RefundTable } from '@/app/desk/refunds/refund-table';
import { isOwner } from '@/lib/accounts/policy';
import { requireHelper } from '@/lib/accounts/session';
import { now } from '@/lib/clock';
import { newestAudits } from '@/lib/refunds/audit/queries';
import { openDisputes } from '@/lib/refunds/desk/dispute-queries';
import { newestExport } from '@/lib/refunds/desk/export-queries';
import { filterQuery, readRefundFilter } from '@/lib/refunds/desk/filter';
import { deskRefunds, refundsInNeed, waitingSum } from '@/lib/refunds/desk/queries';
import { searchOrders } from '@/lib/refunds/orders/queries';
import { countOpenWithdrawals } from '@/lib/refunds/withdrawal/queries';
import { shopSettings } from '@/lib/settings/queries';
import { PER_PAGE, pageNumber } from '@/lib/web/page-number';

export const metadata: Metadata = { title: 'Refunds' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function DeskRefundsPage({ searchParams }: Props) {
  const actor = await requireHelper();
  const search = await searchParams;
  const filter = readRefundFilter(search);
  const page = pageNumber(search.page);
  const query = filterQuery(filter);
  const isAll = query === '' && page === 1;
  const owner = isOwner(actor);
  const [{ items, total }, groups, waiting, disputes, orders, { timeZone }, withdrawals, audits, taken] =
    await Promise.all([
      deskRefunds(actor, { filter, page, perPage: PER_PAGE }),
      isAll ? refundsInNeed(actor) : [],
      isAll ? waitingSum() : null,
      isAll ? openDisputes() : [],
      filter.text ? searchOrders(filter.text) : [],
      shopSettings(),
      countOpenWithdrawals(),
      newestAudits(),
      owner ? newestExport() : null,
    ]);
  const at = now();
  return (
    <>
      <PageHeader
        title="Refunds"
        intro="Approved by themselves, paid once, followed to the end. What waits for you is named on top."
        actions={<ButtonLink href="/desk/refunds/figures">Money and reasons</ButtonLink>}
      />
      {isAll ? (
        <>
          <OpenWithdrawals count={withdrawals} />
          <OpenDisputes disputes={disputes} at={at} timeZone={timeZone} />
          <NeedsYou groups={groups} waiting={waiting} mayRelease={owner} at={at} timeZone={timeZone} />
        </>
      ) : null}
      <section aria-labelledby="all">
        <h2 id="all" className="mb-4">
          {isAll ? 'All refunds' : 'Refunds found'}
        </h2>
        <RefundFilters filter={filter} />
        {orders.length > 0 ? <OrderResults orders={orders} timeZone={timeZone} mayRefund={owner} /> : null}
        <p className="mb-3 text-muted tabular-nums">{total === 1 ? 'One refund' : `${total} refunds`}</p>
        {items.length === 0 ? (
          <EmptyState title={isAll ? 'No refunds yet' : 'No refund fits'}>
            {isAll
              ? 'Customers find their orders at /refund; what they ask for appears here with every step.'
              : 'Take a filter away, or search for something shorter. An order without a refund is found by its whole number or address.'}
          </EmptyState>
        ) : (
          <RefundTable caption="Refunds, the newest first" refunds={items} at={at} timeZone={timeZone} />
        )}
        <Pagination
          page={page}
          perPage={PER_PAGE}
          total={total}
          hrefFor={(number) => {
            const address = filterQuery(filter, number);
            return address === '' ? '/desk/refunds' : `/desk/refunds?${address}`;
          }}
        />
      </section>
      <div className="mt-12 grid max-w-prose grid-cols-1 gap-6">
        {owner ? (
          <ExportRefunds query={query} total={total} taken={taken} at={at} timeZone={timeZone} />
        ) : null}
        <div>
          <AuditLines audits={audits} at={at} timeZone={timeZone} />
        </div>
        <Card>
          <h2 className="mb-2">How orders come in</h2>
          <p className="text-muted">
            By <code>POST /api/v1/orders</code>, <code>POST /api/v1/orders/import</code> (CSV), or{' '}
            <code>npm run import -- orders FILE.csv</code>. The same order again updates it.
          </p>
        </Card>
      </div>
    </>
  );
}
