import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { EmptyState } from '@/app/_ui/empty-state';
import { Notice } from '@/app/_ui/notice';
import { PageHeader } from '@/app/_ui/page-header';
import { Pagination } from '@/app/_ui/pagination';
import { DataTable } from '@/app/_ui/table';
import { LinkTabs } from '@/app/_ui/tabs';
import { TimeAgo } from '@/app/_ui/time-ago';
import { MailStateBadge } from '@/app/desk/mail/_parts/mail-state';
import { requireOwner } from '@/lib/accounts/session';
import { now } from '@/lib/clock';
import { config } from '@/lib/config';
import { type MailState, mailStateNamed, outbox } from '@/lib/mail/queries';
import { shopSettings } from '@/lib/settings/queries';
import { oneValue, PER_PAGE, pageNumber } from '@/lib/web/page-number';

export const metadata: Metadata = { title: 'Mail' };

const TABS: { state: MailState | null; label: string }[] = [
  { state: null, label: 'All' },
  { state: 'waiting', label: 'Waiting' },
  { state: 'sent', label: 'Sent' },
  { state: 'parked', label: 'Refused' },
];

function address(state: MailState | null, page = 1): string {
  const query = new URLSearchParams();
  if (state) query.set('state', state);
  if (page > 1) query.set('page', String(page));
  return query.size === 0 ? '/desk/mail' : `/desk/mail?${query}`;
}

type Props = { searchParams: Promise<{ state?: string | string[]; page?: string | string[] }> };

export default async function MailListPage({ searchParams }: Props) {
  const actor = await requireOwner();
  const search = await searchParams;
  const state = mailStateNamed(oneValue(search.state));
  const page = pageNumber(search.page);
  const [found, { timeZone }] = await Promise.all([outbox(actor, { state, page }), shopSettings()]);
  if (!found || (page > 1 && found.items.length === 0)) notFound();
  const at = now();
  return (
    <>
      <PageHeader title="Mail" intro="Everything the site has written to people, and what became of it." />
      {config().smtpUrl === null ? (
        <Notice tone="warn" title="Mail does not leave this computer yet" className="mb-6">
          No mail server is set (SMTP_URL). “Sent” means here: written as a file into the folder “outbox” of
          the data folder, and to be read on this page. Customers get nothing until a mail server is set.
        </Notice>
      ) : null}
      <LinkTabs
        label="Mails by state"
        items={TABS.map((tab) => ({
          href: address(tab.state),
          label: tab.label,
          count: tab.state === null || found.counts[tab.state] === 0 ? undefined : found.counts[tab.state],
          current: tab.state === state,
        }))}
      />
      {found.items.length === 0 ? (
        <EmptyState title={state === null ? 'No mail yet' : 'No mail in this state'}>
          Sign-in links, answers and refunds are told by mail; each will be listed here.
        </EmptyState>
      ) : (
        <DataTable
          caption="Mails, the newest first"
          columns={[
            { key: 'subject', label: 'Subject' },
            { key: 'to', label: 'To' },
            { key: 'state', label: 'State' },
            { key: 'at', label: 'Written', align: 'end' },
          ]}
          rows={found.items.map((mail) => ({
            key: mail.id,
            cells: {
              subject: (
                <Link href={`/desk/mail/${mail.id}`} className="text-link font-semibold">
                  <bdi>{mail.subject}</bdi>
                </Link>
              ),
              to: <bdi className="md:inline-block md:min-w-60">{mail.to}</bdi>,
              state: <MailStateBadge state={mail.state} />,
              at: <TimeAgo at={mail.createdAt} now={at} timeZone={timeZone} />,
            },
          }))}
        />
      )}
      <Pagination
        page={page}
        perPage={PER_PAGE}
        total={found.total}
        hrefFor={(number) => address(state, number)}
      />
    </>
  );
}
