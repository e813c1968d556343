import { ButtonLink } from '@/app/_ui/button';
import { Card } from '@/app/_ui/card';
import { EmptyState } from '@/app/_ui/empty-state';
import { Pagination } from '@/app/_ui/pagination';
import { LinkTabs } from '@/app/_ui/tabs';
import { Shelves } from '@/app/(site)/forum/_parts/shelves';
import { ThreadRow } from '@/app/(site)/forum/_parts/thread-row';
import { currentActor } from '@/lib/accounts/session';
import { now } from '@/lib/clock';
import { type StateFilter, threadList } from '@/lib/forum/queries';
import { shopSettings } from '@/lib/settings/queries';
import { oneValue, pageNumber } from '@/lib/web/page-number';
import { setResponseStatus } from '@/lib/web/response-status';

export type ListSearch = Promise<{ page?: string | string[]; state?: string | string[] }>;

const TABS: { state?: StateFilter; label: string }[] = [
  { label: 'All' },
  { state: 'unsolved', label: 'Unsolved' },
  { state: 'unanswered', label: 'Unanswered' },
  { state: 'solved', label: 'Solved' },
];

const EMPTY: Record<StateFilter | 'all', { title: string; text: string }> = {
  all: { title: 'Nobody has asked here yet', text: 'Your question would be the first one.' },
  unsolved: {
    title: 'Everything here is solved',
    text: 'Questions without an accepted answer would be listed here.',
  },
  unanswered: {
    title: 'Every question has a reply',
    text: 'Questions that wait for their first reply would be listed here.',
  },
  solved: {
    title: 'Nothing is solved here yet',
    text: 'When an asker says that a reply solved it, the thread is listed here.',
  },
};

type Props = {
  /** The address of the list without a query. */
  home: string;
  category?: string;
  tag?: string;
  search: ListSearch;
};

function stateOf(raw: string | string[] | undefined): StateFilter | undefined {
  return TABS.find((tab) => tab.state !== undefined && tab.state === oneValue(raw))?.state;
}

/** A list of threads with its filters and pages; the forum, a category and a tag are this with another beginning. */
export async function ForumList({ home, category, tag, search }: Props) {
  const query = await search;
  const state = stateOf(query.state);
  const page = pageNumber(query.page);
  const actor = await currentActor();
  const [list, { timeZone }] = await Promise.all([
    threadList({ category, tag, state, page }, actor),
    shopSettings(),
  ]);
  const isBeyondTheLast = list.items.length === 0 && page > 1;
  if (isBeyondTheLast) setResponseStatus(404);
  const at = now();
  const hrefFor = (wanted: StateFilter | undefined, number = 1) => {
    const parameters = new URLSearchParams();
    if (wanted) parameters.set('state', wanted);
    if (number > 1) parameters.set('page', String(number));
    return parameters.size > 0 ? `${home}?${parameters}` : home;
  };
  const empty = EMPTY[state ?? 'all'];
  return (
    <>
      <Shelves current={category} />
      <LinkTabs
        label="State"
        items={TABS.map((tab) => ({
          href: hrefFor(tab.state),
          label: tab.label,
          current: tab.state === state,
          count: tab.state === state && list.total > 0 ? list.total : undefined,
        }))}
      />
      {/* React puts it into the head: an empty list is nothing for an index. */}
      {list.items.length === 0 ? <meta name="robots" content="noindex" /> : null}
      {isBeyondTheLast ? (
        <EmptyState
          title="The list ends before this page"
          action={<ButtonLink href={hrefFor(state)}>Go to the first page</ButtonLink>}
        >
          Threads may have moved since this address was made.
        </EmptyState>
      ) : list.items.length === 0 ? (
        <EmptyState
          title={empty.title}
          action={
            <ButtonLink
              variant="primary"
              href={category ? `/forum/new?category=${encodeURIComponent(category)}` : '/forum/new'}
            >
              Ask a question
            </ButtonLink>
          }
        >
          {empty.text}
        </EmptyState>
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
        hrefFor={(number) => hrefFor(state, number)}
      />
    </>
  );
}
