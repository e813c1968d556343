import type { Metadata } from 'next';
import Link from 'next/link';
import { ActionButton } from '@/app/_ui/action-button';
import { EmptyState } from '@/app/_ui/empty-state';
import { PageHeader } from '@/app/_ui/page-header';
import { DataTable } from '@/app/_ui/table';
import { DateTime } from '@/app/_ui/time-ago';
import { markHandledAction } from '@/app/desk/refunds/withdrawals/actions';
import { requireHelper } from '@/lib/accounts/session';
import { deskWithdrawals } from '@/lib/refunds/withdrawal/queries';
import { shopSettings } from '@/lib/settings/queries';

export const metadata: Metadata = { title: 'Withdrawals' };

/** Who withdrew from a contract; the law gives the shop 14 days to pay back. */
export default async function DeskWithdrawalsPage() {
  await requireHelper();
  const [items, { timeZone }] = await Promise.all([deskWithdrawals(), shopSettings()]);
  return (
    <>
      <PageHeader
        title="Withdrawals"
        breadcrumbs={[{ href: '/desk/refunds', label: 'Refunds' }]}
        intro="What people declared under “Withdraw from contract here”. Each was acknowledged at once; the money is due within 14 days of the time that stands here."
      />
      {items.length === 0 ? (
        <EmptyState title="Nobody withdrew">Declarations appear here by themselves.</EmptyState>
      ) : (
        <DataTable
          caption="Withdrawals: open ones first, then the newest"
          columns={[
            { key: 'who', label: 'Who' },
            { key: 'contract', label: 'Contract' },
            { key: 'at', label: 'Received' },
            { key: 'do', label: '' },
          ]}
          rows={items.map((item) => ({
            key: item.id,
            cells: {
              who: (
                <>
                  <bdi className="wrap-anywhere">{item.name}</bdi>
                  <bdi className="block text-[0.9rem] wrap-anywhere text-muted">{item.email}</bdi>
                </>
              ),
              contract: (
                <>
                  <bdi className="wrap-anywhere">{item.contract}</bdi>
                  <span className="block text-[0.9rem] text-muted">
                    {item.orderNumber === null ? (
                      'No order with this number and address'
                    ) : (
                      <Link
                        href={`/desk/refunds?q=${encodeURIComponent(item.orderNumber)}`}
                        className="text-link"
                      >
                        Order <bdi>{item.orderNumber}</bdi>
                      </Link>
                    )}
                  </span>
                </>
              ),
              at: <DateTime at={item.receivedAt} timeZone={timeZone} />,
              do: item.handledAt ? (
                <span className="text-muted">Dealt with</span>
              ) : (
                <ActionButton
                  action={markHandledAction}
                  fields={{ withdrawalId: item.id }}
                  variant="secondary"
                  size="small"
                >
                  Dealt with
                </ActionButton>
              ),
            },
          }))}
        />
      )}
    </>
  );
}
