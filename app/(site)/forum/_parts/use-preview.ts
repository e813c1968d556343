'use client';

import { type RefObject, useEffect, useRef, useState } from 'react';
import { type Asker, newestAnswer } from '@/app/_ui/newest-answer';
import { isRecord } from '@/app/_ui/suggestions';

const PAUSE_MS = 400;

async function render(text: string, signal: AbortSignal): Promise<string | null> {
  const response = await fetch('/api/preview', { method: 'POST', body: text, signal });
  const answer: unknown = response.ok ? await response.json() : null;
  return isRecord(answer) && typeof answer.html === 'string' ? answer.html : null;
}

export type Preview = { html: string | null; isOpen: boolean; toggle: () => void; look: () => void };

/** The text as the site will show it, made by the site's own renderer; it follows what is typed while it is open. */
export function usePreview(area: RefObject<HTMLTextAreaElement | null>): Preview {
  const [isOpen, setOpen] = useState(false);
  const [html, setHtml] = useState<string | null>(null);
  const asker = useRef<Asker | null>(null);
  useEffect(() => {
    asker.current = newestAnswer(PAUSE_MS, render, (_text, answer) => {
      if (answer !== null) setHtml(answer);
    });
    return () => asker.current?.stop();
  }, []);
  const ask = () => {
    const text = area.current?.value ?? '';
    if (text.trim() === '') setHtml('');
    else asker.current?.ask(text);
  };
  return {
    html,
    isOpen,
    toggle: () => {
      if (!isOpen) ask();
      else asker.current?.stop();
      setOpen(!isOpen);
    },
    look: () => {
      if (isOpen) ask();
    },
  };
}
