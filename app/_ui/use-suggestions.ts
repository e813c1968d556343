'use client';

import { useEffect, useRef, useState } from 'react';
import { type Asker, newestAnswer } from '@/app/_ui/newest-answer';
import { readSuggestions, type Suggestions } from '@/app/_ui/suggestions';

/** Long enough that a typist is not asked for at every key, short enough to feel immediate. */
const PAUSE_MS = 130;
const MIN_LENGTH = 2;

async function look(query: string, signal: AbortSignal): Promise<Suggestions | null> {
  const response = await fetch(`/api/suggest?q=${encodeURIComponent(query)}`, {
    signal,
    headers: { accept: 'application/json' },
  });
  return response.ok ? readSuggestions(await response.json(), query) : null;
}

/**
 * Suggestions for what is typed, or null when there are none to show. Those for the words before stay until the new ones
 * are there, so that the list does not flicker; a failing server simply means no suggestions, the form still works.
 */
export function useSuggestions(query: string, wanted: boolean): Suggestions | null {
  const [found, setFound] = useState<Suggestions | null>(null);
  const asker = useRef<Asker | null>(null);
  // A blank at the end says that the last word is finished.
  const question = query.trimStart().replace(/\s+$/, ' ');
  const asking = wanted && question.trim().length >= MIN_LENGTH;

  useEffect(() => {
    asker.current = newestAnswer(PAUSE_MS, look, (_question, answer) => setFound(answer));
    return () => asker.current?.stop();
  }, []);

  useEffect(() => {
    if (asking) asker.current?.ask(question);
    else {
      asker.current?.stop();
      setFound(null);
    }
  }, [question, asking]);

  return asking ? found : null;
}
