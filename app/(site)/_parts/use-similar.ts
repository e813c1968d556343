'use client';

import { useEffect, useRef, useState } from 'react';
import { type Asker, newestAnswer } from '@/app/_ui/newest-answer';
import { type Match, readMatches } from '@/app/(site)/_parts/read-matches';

/** From here on a title says enough to look for the same question (defaults). */
const FROM_CHARACTERS = 6;
/** After the last key (defaults). */
const PAUSE_MS = 250;
/** The server reads the first 300 characters as people see them; Markdown may take some more. */
const SENT_OF_BODY = 600;

async function look(question: string, signal: AbortSignal): Promise<Match[] | null> {
  const response = await fetch('/api/similar', {
    method: 'POST',
    body: new URLSearchParams(question),
    signal,
    headers: { accept: 'application/json' },
  });
  return response.ok ? readMatches(await response.json()) : null;
}

/** What has been answered already for a question as it is typed; null until the first answer. Keeps quiet when it cannot
 * look.
 * @param title null before anything was typed */
export function useSimilar(title: string | null, body = ''): Match[] | null {
  const [found, setFound] = useState<Match[] | null>(null);
  const asker = useRef<Asker | null>(null);
  const isTyped = title !== null;
  const line = title?.trim() ?? '';
  const asking = line.length >= FROM_CHARACTERS;
  const question = new URLSearchParams({
    title: line,
    body: body.slice(0, SENT_OF_BODY).trim(),
  }).toString();

  useEffect(() => {
    asker.current = newestAnswer(PAUSE_MS, look, (_question, answer) => {
      if (answer) setFound(answer);
    });
    return () => asker.current?.stop();
  }, []);

  useEffect(() => {
    if (asking) asker.current?.ask(question);
    else if (isTyped) {
      asker.current?.stop();
      setFound([]);
    }
  }, [question, asking, isTyped]);

  return found;
}
