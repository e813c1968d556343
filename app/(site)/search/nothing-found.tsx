import type { ReactNode } from 'react';
import { ThreeDoors } from '@/app/(site)/_parts/three-doors';
import { NearestAnswers } from '@/app/(site)/search/nearest-answers';

type Props = {
  query: string;
  /** The first way on: other words to try, such as a corrected spelling. */
  children?: ReactNode;
};

/** A search without results, as a beginning: other words, the nearest answers, and a question with the words filled in. */
export function NothingFound({ query, children }: Props) {
  return (
    <div className="grid grid-cols-1 gap-9">
      <div>
        <h2 className="wrap-anywhere">
          Nothing found for “<bdi>{query}</bdi>”
        </h2>
        {children ? <div className="mt-3">{children}</div> : null}
        <p className="mt-2 max-w-prose text-muted">
          Nobody has asked this here yet, or not in these words. Fewer or other words may find it. We keep a
          list of what was not found, without your name, and write the missing answers.
        </p>
      </div>
      <NearestAnswers query={query} />
      <section aria-labelledby="ways-on">
        <h3 id="ways-on" className="mb-4">
          Or ask: your words are filled in already
        </h3>
        <ThreeDoors ask={query} />
      </section>
    </div>
  );
}
