import type { ReactNode } from 'react';
import { Sentence } from '@/app/_ui/sentence';
import { ThreeDoors } from '@/app/(site)/_parts/three-doors';
import { NearestAnswers } from '@/app/(site)/search/nearest-answers';
import type { Words } from '@/lib/words/catalogue';

type Props = {
  query: string;
  words: Words;
  /** The first way on: other words to try, such as a corrected spelling. */
  children?: ReactNode;
};

/** A search without results, as a beginning: other words, the nearest answers, and a question with the words filled in. */
export function NothingFound({ query, words: { search: words, home }, children }: Props) {
  return (
    <div className="grid grid-cols-1 gap-9">
      <div>
        <h2 className="wrap-anywhere">
          <Sentence text={words.nothing} places={{ query: <bdi>{query}</bdi> }} />
        </h2>
        {children ? <div className="mt-3">{children}</div> : null}
        <p className="mt-2 max-w-prose text-muted">{words.nothingText}</p>
      </div>
      <NearestAnswers query={query} />
      <section aria-labelledby="ways-on">
        <h3 id="ways-on" className="mb-4">
          {words.orAsk}
        </h3>
        <ThreeDoors ask={query} words={home.doors} />
      </section>
    </div>
  );
}
