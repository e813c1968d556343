import Link from 'next/link';
import { Sentence } from '@/app/_ui/sentence';
import { type SearchAddress, searchHref } from '@/app/(site)/search/search-address';
import type { Words } from '@/lib/words/catalogue';

type Props = { at: SearchAddress; meant: string; words: Pick<Words['search'], 'meant' | 'exact'> };

/** What was searched for instead of what was typed, with the way to exactly what was typed. */
export function Correction({ at, meant, words }: Props) {
  return (
    <p className="mb-5 wrap-anywhere">
      <Sentence
        text={words.meant}
        places={{
          meant: (
            <strong>
              <bdi>{meant}</bdi>
            </strong>
          ),
        }}
      />{' '}
      <Link prefetch={false} href={searchHref(at, { exact: true })} className="text-link">
        <Sentence text={words.exact} places={{ query: <bdi>{at.query}</bdi> }} />
      </Link>
    </p>
  );
}
