import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { ActionButton } from '@/app/_ui/action-button';
import { Badge } from '@/app/_ui/badge';
import { EmptyState } from '@/app/_ui/empty-state';
import { PageHeader } from '@/app/_ui/page-header';
import { Pagination } from '@/app/_ui/pagination';
import { DataTable } from '@/app/_ui/table';
import { TimeAgo } from '@/app/_ui/time-ago';
import { draftDigestAction } from '@/app/desk/digests/actions';
import { requireHelper } from '@/lib/accounts/session';
import { calendarDay, now } from '@/lib/clock';
import { deskDigests } from '@/lib/digests/desk-queries';
import { dayWords } from '@/lib/digests/rules';
import { shopSettings } from '@/lib/settings/queries';
import { pageNumber } from '@/lib/web/page-number';

export const metadata: Metadata = { title: 'Digests' };

type Props = { searchParams: Promise<{ page?: string | string[] }> };

export default async function DeskDigestsPage({ searchParams }: Props) {
  await requireHelper();
  const page = pageNumber((await searchParams).page);
  const [{ items, total, perPage }, { timeZone }] = await Promise.all([deskDigests(page), shopSettings()]);
  if (page > 1 && items.length === 0) notFound();
  const at = now();
  const today = calendarDay(at, timeZone);
  const hasToday = items.some((item) => item.date === today);
  const makeDraft = (
    <ActionButton action={draftDigestAction} fields={{ date: today }} pendingLabel="Drafting…">
      Make today’s draft
    </ActionButton>
  );
  return (
    <>
      <PageHeader
        title="Digests"
        intro="One a day: the problems people had and what became of them. A draft waits each morning at 7."
        actions={hasToday || page > 1 || items.length === 0 ? null : makeDraft}
      />
      {items.length === 0 ? (
        <EmptyState title="No digest yet" action={makeDraft}>
          The first draft is made tomorrow morning, or now.
        </EmptyState>
      ) : (
        <DataTable
          caption="Digests, the newest day first"
          columns={[
            { key: 'day', label: 'Day' },
            { key: 'title', label: 'Title' },
            { key: 'state', label: 'State' },
            { key: 'changed', label: 'Changed', align: 'end' },
          ]}
          rows={items.map((item) => ({
            key: item.date,
            cells: {
              day: (
                <Link
                  href={`/desk/digests/${item.date}`}
                  className="text-link font-semibold sm:whitespace-nowrap"
                >
                  {dayWords(item.date)}
                </Link>
              ),
              title: <bdi>{item.title}</bdi>,
              state: item.publishedAt ? (
                <Badge tone="good">Published</Badge>
              ) : (
                <Badge tone="warn">Draft</Badge>
              ),
              changed: <TimeAgo at={item.updatedAt} now={at} timeZone={timeZone} />,
            },
          }))}
        />
      )}
      <Pagination
        page={page}
        perPage={perPage}
        total={total}
        hrefFor={(number) => (number === 1 ? '/desk/digests' : `/desk/digests?page=${number}`)}
      />
    </>
  );
}
