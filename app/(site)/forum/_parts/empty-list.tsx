import { ButtonLink } from '@/app/_ui/button';
import { EmptyState } from '@/app/_ui/empty-state';
import { type ListChoice, listAddress } from '@/app/(site)/forum/_parts/list-address';
import type { OwnList } from '@/lib/forum/list-queries';
import type { StateFilter } from '@/lib/forum/queries';

type Words = { title: string; text: string };

const OF_ALL: Record<StateFilter | 'all', Words> = {
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

const OF_OWN: Record<OwnList, Words> = {
  mine: {
    title: 'You have not written here yet',
    text: 'What you ask, and the threads in which you reply, are listed here.',
  },
  followed: {
    title: 'You follow nothing here yet',
    text: 'Threads, categories and tags that you follow are listed here. You follow what you ask and answer by itself.',
  },
};

type Props = ListChoice & { home: string; category?: string };

/** A list with nothing in it: why, and what to do next. */
export function EmptyList({ home, category, state, list }: Props) {
  const isNarrowed = list !== undefined && state !== undefined;
  const words = isNarrowed
    ? {
        title: list === 'mine' ? 'None of your threads is like this' : 'Nothing you follow is like this',
        text: 'Choose “All” to see the others.',
      }
    : list
      ? OF_OWN[list]
      : OF_ALL[state ?? 'all'];
  return (
    <EmptyState
      title={words.title}
      action={
        isNarrowed ? (
          <ButtonLink href={listAddress(home, { list })}>Show all of them</ButtonLink>
        ) : list === 'followed' ? (
          <ButtonLink href={home}>See what is talked about</ButtonLink>
        ) : (
          <ButtonLink
            variant="primary"
            href={category ? `/forum/new?category=${encodeURIComponent(category)}` : '/forum/new'}
          >
            Ask a question
          </ButtonLink>
        )
      }
    >
      {words.text}
    </EmptyState>
  );
}
