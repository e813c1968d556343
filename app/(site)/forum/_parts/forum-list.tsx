import Link from 'next/link';
import { ButtonLink } from '@/app/_ui/button';
import { Card } from '@/app/_ui/card';
import { EmptyState } from '@/app/_ui/empty-state';
import { Pagination } from '@/app/_ui/pagination';
import { LinkTabs } from '@/app/_ui/tabs';
import { EmptyList } from '@/app/(site)/forum/_parts/empty-list';
import {
  type ListChoice,
  type ListSearch,
  listAddress,
  readListAddress,
} from '@/app/(site)/forum/_parts/list-address';
import { Shelves } from '@/app/(site)/forum/_parts/shelves';
import { ThreadRow } from '@/app/(site)/forum/_parts/thread-row';
import { currentActor } from '@/lib/accounts/session';
import { now } from '@/lib/clock';
import { COUNTED_AT_MOST, forumPage, type OwnList } from '@/lib/forum/list-queries';
import type { StateFilter } from '@/lib/forum/queries';
import { shopSettings } from '@/lib/settings/queries';
import { setResponseStatus } from '@/lib/web/response-status';

export type { ListSearch } from '@/app/(site)/forum/_parts/list-address';

const STATES: { state?: StateFilter; label: string }[] = [
  { label: 'Newest' },
  { state: 'unsolved', label: 'Unsolved' },
  { state: 'unanswered', label: 'Unanswered' },
  { state: 'solved', label: 'Solved' },
];

const LISTS: { list?: OwnList; label: string }[] = [
  { label: 'Everybody’s' },
  { list: 'mine', label: 'Mine' },
  { list: 'followed', label: 'Followed' },
];

type Props = {
  /** The address of the list without a query. */
  home: string;
  category?: { id: string; slug: string };
  tagId?: string;
  search: ListSearch;
};

/** A list of threads with its filters and pages; the forum, a category and a tag are this with another beginning. */
export async function ForumList({ home, category, tagId, search }: Props) {
  const actor = await currentActor();
  const choice = readListAddress(await search, actor !== null);
  const [list, { timeZone }] = await Promise.all([
    forumPage({ ...choice, categoryId: category?.id, tagId }, actor),
    shopSettings(),
  ]);
  const isBeyondTheLast = list.items.length === 0 && choice.page > 1;
  if (isBeyondTheLast) setResponseStatus(404);
  const at = now();
  return (
    <>
      <Shelves current={category?.slug} />
      {actor ? <OwnLists home={home} choice={choice} /> : null}
      <LinkTabs
        label="State"
        items={STATES.map(({ state, label }) => ({
          href: listAddress(home, { list: choice.list, state }),
          label,
          current: state === choice.state,
          count: state === choice.state && list.total > 0 ? countWords(list) : undefined,
        }))}
      />
      {/* React puts it into the head: an empty list is nothing for an index. */}
      {list.items.length === 0 ? <meta name="robots" content="noindex" /> : null}
      {choice.state === 'unsolved' && list.items.length > 0 ? (
        <p className="-mt-3 mb-4 text-[0.92rem] text-muted">
          What touches most people, and has waited longest, stands first.
        </p>
      ) : null}
      {isBeyondTheLast ? (
        <EmptyState
          title="The list ends before this page"
          action={
            <ButtonLink href={listAddress(home, { ...choice, page: 1 })}>Go to the first page</ButtonLink>
          }
        >
          Threads may have moved since this address was made.
        </EmptyState>
      ) : list.items.length === 0 ? (
        <EmptyList home={home} category={category?.slug} {...choice} />
      ) : (
        <Card flush>
          <ul className="divide-y divide-line">
            {list.items.map((thread) => (
              <ThreadRow key={thread.id} thread={thread} now={at} timeZone={timeZone} />
            ))}
          </ul>
        </Card>
      )}
      <Pagination
        page={list.page}
        perPage={list.perPage}
        total={list.total}
        isMore={list.isMore && list.items.length === list.perPage}
        hrefFor={(page) => listAddress(home, { ...choice, page })}
      />
    </>
  );
}

function countWords({ total, isMore }: { total: number; isMore: boolean }): string {
  return isMore ? `${COUNTED_AT_MOST.toLocaleString('en')}+` : total.toLocaleString('en');
}

/** Whose threads: one's own lists keep the state that was chosen. */
function OwnLists({ home, choice }: { home: string; choice: ListChoice }) {
  return (
    <nav aria-label="Whose threads" className="mb-3">
      <ul className="flex flex-wrap gap-1">
        {LISTS.map(({ list, label }) => (
          <li key={label}>
            <Link
              prefetch={false}
              href={listAddress(home, { list, state: choice.state })}
              aria-current={list === choice.list ? 'page' : undefined}
              className="inline-flex min-h-11 items-center rounded-lg px-3 font-semibold text-muted hover:text-ink aria-[current]:bg-sunken aria-[current]:text-ink"
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
