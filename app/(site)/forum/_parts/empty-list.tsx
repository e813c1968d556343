import { ButtonLink } from '@/app/_ui/button';
import { EmptyState } from '@/app/_ui/empty-state';
import { type ListChoice, listAddress } from '@/app/(site)/forum/_parts/list-address';
import type { Words } from '@/lib/words/catalogue';

type Props = ListChoice & { home: string; category?: string; words: Words['forum'] };

/** A list with nothing in it: why, and what to do next. */
export function EmptyList({ home, category, state, list, words: all }: Props) {
  const isNarrowed = list !== undefined && state !== undefined;
  const { empty } = all;
  const words = isNarrowed
    ? { title: list === 'mine' ? empty.noneMine : empty.noneFollowed, text: empty.chooseAll }
    : empty[list ?? state ?? 'all'];
  return (
    <EmptyState
      title={words.title}
      action={
        isNarrowed ? (
          <ButtonLink href={listAddress(home, { list })}>{empty.showAll}</ButtonLink>
        ) : list === 'followed' ? (
          <ButtonLink href={home}>{empty.seeTalk}</ButtonLink>
        ) : (
          <ButtonLink
            variant="primary"
            href={category ? `/forum/new?category=${encodeURIComponent(category)}` : '/forum/new'}
          >
            {all.ask}
          </ButtonLink>
        )
      }
    >
      {words.text}
    </EmptyState>
  );
}
