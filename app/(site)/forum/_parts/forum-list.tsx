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
import { COUNTED_AT_MOST } from '@/lib/forum/choose-threads';
import { forumPage } from '@/lib/forum/list-queries';
import type { OwnList } from '@/lib/forum/own-lists';
import type { StateFilter } from '@/lib/forum/queries';
import { shopSettings } from '@/lib/settings/queries';
import { pageWords } from '@/lib/web/language';
import { setResponseStatus } from '@/lib/web/response-status';
import type { Words } from '@/lib/words/catalogue';
import type { Language } from '@/lib/words/languages';
import { numberWords } from '@/lib/words/say';

export type { ListSearch } from '@/app/(site)/forum/_parts/list-address';

const STATES: { state?: StateFilter; label: 'newest' | StateFilter }[] = [
  { label: 'newest' },
  { state: 'unsolved', label: 'unsolved' },
  { state: 'unanswered', label: 'unanswered' },
  { state: 'solved', label: 'solved' },
];

const LISTS: { list?: OwnList; label: 'everybodys' | OwnList }[] = [
  { label: 'everybodys' },
  { list: 'mine', label: 'mine' },
  { list: 'followed', label: 'followed' },
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
  const [list, { timeZone }, spoken] = await Promise.all([
    forumPage({ ...choice, categoryId: category?.id, tagId }, actor),
    shopSettings(),
    pageWords(),
  ]);
  const words = spoken.words.forum;
  const isBeyondTheLast = list.items.length === 0 && choice.page > 1;
  if (isBeyondTheLast) setResponseStatus(404);
  const at = now();
  return (
    <>
      <Shelves current={category?.slug} words={words} />
      {actor ? <OwnLists home={home} choice={choice} words={words} /> : null}
      <LinkTabs
        label={words.state}
        items={STATES.map(({ state, label }) => ({
          href: listAddress(home, { list: choice.list, state }),
          label: words[label],
          current: state === choice.state,
          count: state === choice.state && list.total > 0 ? countWords(list, spoken.language) : undefined,
        }))}
      />
      {/* React puts it into the head: an empty list is nothing for an index. */}
      {list.items.length === 0 ? <meta name="robots" content="noindex" /> : null}
      {choice.state === 'unsolved' && list.items.length > 0 ? (
        <p className="-mt-3 mb-4 text-[0.92rem] text-muted">{words.unsolvedOrder}</p>
      ) : null}
      {isBeyondTheLast ? (
        <EmptyState
          title={words.beyond.title}
          action={
            <ButtonLink href={listAddress(home, { ...choice, page: 1 })}>{words.beyond.first}</ButtonLink>
          }
        >
          {words.beyond.text}
        </EmptyState>
      ) : list.items.length === 0 ? (
        <EmptyList home={home} category={category?.slug} words={words} {...choice} />
      ) : (
        <Card flush>
          <ul className="divide-y divide-line">
            {list.items.map((thread) => (
              <ThreadRow key={thread.id} thread={thread} now={at} timeZone={timeZone} spoken={spoken} />
            ))}
          </ul>
        </Card>
      )}
      <Pagination
        words={spoken.words.parts}
        page={list.page}
        perPage={list.perPage}
        total={list.total}
        isMore={list.isMore && list.items.length === list.perPage}
        hrefFor={(page) => listAddress(home, { ...choice, page })}
      />
    </>
  );
}

function countWords({ total, isMore }: { total: number; isMore: boolean }, language: Language): string {
  return isMore ? `${numberWords(COUNTED_AT_MOST, language)}+` : numberWords(total, language);
}

/** Whose threads: one's own lists keep the state that was chosen. */
function OwnLists({ home, choice, words }: { home: string; choice: ListChoice; words: Words['forum'] }) {
  return (
    <nav aria-label={words.whose} className="mb-3">
      <ul className="flex flex-wrap gap-1">
        {LISTS.map(({ list, label }) => (
          <li key={label}>
            <Link
              prefetch={false}
              href={listAddress(home, { list, state: choice.state })}
              aria-current={list === choice.list ? 'page' : undefined}
              className="inline-flex min-h-11 items-center rounded-lg px-3 font-semibold text-muted hover:text-ink aria-[current]:bg-sunken aria-[current]:text-ink"
            >
              {words[label]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
