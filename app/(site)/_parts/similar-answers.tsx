'use client';

import { ArrowUpRight, Check } from 'lucide-react';
import { Button } from '@/app/_ui/button';
import type { Match } from '@/app/(site)/_parts/read-matches';
import type { Words } from '@/lib/words/catalogue';

type Props = {
  words: Pick<Words['asking'], 'isItOne' | 'similar' | 'newTab' | 'thisSolved' | 'states'> & {
    none?: string;
  };
  matches: readonly Match[];
  /** Id of the form that "This solved it" belongs to; no such button where left out. */
  solvedForm?: string;
  onOpen?: (url: string) => void;
  /** Takes them out of the way; no such button where left out. */
  onNone?: () => void;
};

/** Up to three answers that may save the question; empty, it is only the place where a screen reader hears of them. */
export function SimilarAnswers({ words, matches, solvedForm, onOpen, onNone }: Props) {
  return (
    <div aria-live="polite">
      {matches.length > 0 ? (
        <section aria-label={words.similar} className="rounded-xl border border-note-line bg-note-soft p-4">
          <p className="font-semibold">{words.isItOne}</p>
          <ul className="mt-1 divide-y divide-note-line">
            {matches.map((match) => (
              <li key={match.url} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
                <a
                  href={match.url}
                  target="_blank"
                  rel="noopener"
                  onClick={() => onOpen?.(match.url)}
                  className="group flex min-h-11 min-w-0 grow basis-72 gap-2"
                >
                  <span className="min-w-0 grow wrap-anywhere">
                    <span
                      dir="auto"
                      className="block leading-snug font-semibold text-note group-hover:underline"
                    >
                      {match.title}
                    </span>
                    <span className="mt-0.5 line-clamp-2 text-[0.92rem] text-muted sm:line-clamp-3">
                      <span className="font-semibold">{words.states[match.state]}.</span>{' '}
                      <bdi>{match.snippet}</bdi>
                    </span>
                  </span>
                  <ArrowUpRight aria-hidden className="mt-1 size-4.5 shrink-0 text-note" />
                  <span className="sr-only">{words.newTab}</span>
                </a>
                {solvedForm ? (
                  <Button type="submit" form={solvedForm} name="answer" value={match.id} size="small">
                    <Check aria-hidden />
                    {words.thisSolved}
                  </Button>
                ) : null}
              </li>
            ))}
          </ul>
          {onNone ? (
            <Button variant="quiet" size="small" onClick={onNone} className="-ms-3">
              {words.none}
            </Button>
          ) : null}
        </section>
      ) : null}
    </div>
  );
}
