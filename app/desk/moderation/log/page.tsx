import type { Metadata } from 'next';
import Link from 'next/link';
import { EmptyState } from '@/app/_ui/empty-state';
import { PageHeader } from '@/app/_ui/page-header';
import { Pagination } from '@/app/_ui/pagination';
import { DataTable } from '@/app/_ui/table';
import { TimeAgo } from '@/app/_ui/time-ago';
import { ModerationTabs } from '@/app/desk/moderation/moderation-tabs';
import { requireHelper } from '@/lib/accounts/session';
import { now } from '@/lib/clock';
import { type LogLine, moderationLog } from '@/lib/moderation/queries';
import { shopSettings } from '@/lib/settings/queries';
import { pageNumber } from '@/lib/web/page-number';

export const metadata: Metadata = { title: 'Moderation log' };

const HERE = '/desk/moderation/log';

const ACTS: Record<string, string> = {
  hide: 'hid',
  restore: 'showed again',
  lock: 'locked',
  unlock: 'unlocked',
  'dismiss-flag': 'left as it is',
  merge: 'merged another thread into it',
  split: 'split off',
  role: 'changed the role of',
  suspend: 'suspended',
  reinstate: 'reinstated',
};

const COLUMNS = [
  { key: 'when', label: 'When' },
  { key: 'who', label: 'Who' },
  { key: 'act', label: 'What' },
  { key: 'subject', label: 'Post or person' },
  { key: 'reason', label: 'Why' },
];

export default async function ModerationLogPage({
  searchParams,
}: {
  searchParams: Promise<{ page?: string | string[] }>;
}) {
  const actor = await requireHelper();
  const [list, { timeZone }] = await Promise.all([
    moderationLog(actor, pageNumber((await searchParams).page)),
    shopSettings(),
  ]);
  const at = now();
  return (
    <>
      <PageHeader title="Moderation log" intro="Who did what, and why. Nothing is ever removed from it." />
      <ModerationTabs current={HERE} />
      {list.items.length === 0 ? (
        <EmptyState title="Nobody had to do anything yet">
          Every act of the shop’s people is written down here.
        </EmptyState>
      ) : (
        <DataTable
          caption="Moderation log"
          columns={COLUMNS}
          rows={list.items.map((line) => ({
            key: line.id,
            cells: {
              when: <TimeAgo at={line.at} now={at} timeZone={timeZone} />,
              who: <bdi>{line.by}</bdi>,
              act: ACTS[line.action] ?? line.action,
              subject: <Subject line={line} />,
              reason: <span dir="auto">{line.reason}</span>,
            },
          }))}
        />
      )}
      <Pagination
        page={list.page}
        perPage={list.perPage}
        total={list.total}
        hrefFor={(number) => (number === 1 ? HERE : `${HERE}?page=${number}`)}
      />
    </>
  );
}

function Subject({ line }: { line: LogLine }) {
  const words = line.subjectKind === 'reply' ? `Reply in: ${line.subject}` : line.subject;
  if (!line.href) return <bdi>{words}</bdi>;
  return (
    <Link href={line.href} dir="auto" className="text-link">
      {words}
    </Link>
  );
}
