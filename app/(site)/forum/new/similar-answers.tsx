'use client';

import { ArrowUpRight } from 'lucide-react';
import { useEffect, useState } from 'react';
import { noteSearch, useNotedTyping } from '@/app/_ui/note-search';
import { readSuggestions } from '@/app/_ui/suggestions';
import type { Match } from '@/app/(site)/forum/new/look-state';

/** From here on a title says enough to look for the same question (defaults). */
const FROM_CHARACTERS = 6;
/** After the last key (defaults). */
const DEBOUNCE_MS = 250;
/** More boxes are dismissed unread (defaults). */
const SHOWN = 3;

/** What has been answered already for the title as it is typed; keeps quiet when it cannot look. */
function useSimilar(title: string): Match[] | null {
  const [found, setFound] = useState<Match[] | null>(null);
  const query = title.trim();
  useEffect(() => {
    if (query.length < FROM_CHARACTERS) {
      setFound(null);
      return;
    }
    const aborter = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const response = await fetch(`/api/suggest?q=${encodeURIComponent(query)}`, {
          signal: aborter.signal,
        });
        if (!response.ok) return;
        const { groups } = readSuggestions(await response.json(), query);
        const items = groups.flatMap((group) => group.items);
        setFound(items.map(({ title, url, snippet }) => ({ title, url, snippet: snippet ?? '' })));
      } catch {
        // Offline or too slow: the form works without.
      }
    }, DEBOUNCE_MS);
    return () => {
      clearTimeout(timer);
      aborter.abort();
    };
  }, [query]);
  return found;
}

type Props = {
  /** What was typed; null until something is. */
  title: string | null;
  /** The title as it stands, typed or filled in. */
  words: string;
  known: readonly Match[];
};

/** Up to three answers that may save the question. `known` comes from the server and is shown until something is typed. */
export function SimilarAnswers({ title, words, known }: Props) {
  const typed = useSimilar(title ?? '');
  const matches = ((title === null ? known : typed) ?? []).slice(0, SHOWN);
  // What came with the page was not typed here: it counts only when it is opened.
  const isTyped = title !== null && typed !== null;
  useNotedTyping('ask', words, isTyped ? matches.map((match) => match.url) : null);
  return (
    <div aria-live="polite">
      {matches.length > 0 ? (
        <section aria-label="Similar answers" className="rounded-xl border border-note-line bg-note-soft p-4">
          <p className="font-semibold">Is it one of these?</p>
          <ul className="mt-1 divide-y divide-note-line">
            {matches.map((match, place) => (
              <li key={match.url}>
                <a
                  href={match.url}
                  target="_blank"
                  rel="noopener"
                  onClick={() =>
                    noteSearch({
                      query: words,
                      place: 'ask',
                      results: matches.length,
                      opened: { href: match.url, rank: place + 1 },
                    })
                  }
                  className="group flex min-h-11 gap-2 py-2.5"
                >
                  <span className="min-w-0 grow">
                    <span
                      dir="auto"
                      className="block leading-snug font-semibold text-note group-hover:underline"
                    >
                      {match.title}
                    </span>
                    <span dir="auto" className="line-clamp-2 text-[0.92rem] text-muted">
                      {match.snippet}
                    </span>
                  </span>
                  <ArrowUpRight aria-hidden className="mt-1 size-4.5 shrink-0 text-note" />
                  <span className="sr-only">(opens in a new tab)</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}
