'use client';

import { useEffect, useState } from 'react';
import { readSuggestions, type Suggestions } from '@/app/_ui/suggestions';

/** Long enough that a typist is not asked for at every key, short enough to feel immediate. */
const DEBOUNCE_MS = 150;
const MIN_LENGTH = 2;

/**
 * Suggestions for what is typed, or null when there are none to show. An answer to an older question is
 * aborted; a failing or slow server simply means no suggestions, the form still works.
 */
export function useSuggestions(query: string, wanted: boolean): Suggestions | null {
  const [answer, setAnswer] = useState<{ query: string; found: Suggestions } | null>(null);
  const trimmed = query.trim();
  const asking = wanted && trimmed.length >= MIN_LENGTH;

  useEffect(() => {
    if (!asking) {
      setAnswer(null);
      return;
    }
    const aborter = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const response = await fetch(`/api/suggest?q=${encodeURIComponent(trimmed)}`, {
          signal: aborter.signal,
          headers: { accept: 'application/json' },
        });
        if (!response.ok) return setAnswer(null);
        setAnswer({ query: trimmed, found: readSuggestions(await response.json(), trimmed) });
      } catch {
        if (!aborter.signal.aborted) setAnswer(null);
      }
    }, DEBOUNCE_MS);
    return () => {
      clearTimeout(timer);
      aborter.abort();
    };
  }, [trimmed, asking]);

  return asking ? (answer?.found ?? null) : null;
}
