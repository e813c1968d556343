'use client';

import { createContext, type ReactNode, useContext } from 'react';
import type { Words } from '@/lib/words/catalogue';
import type { Language } from '@/lib/words/languages';

type Writing = { words: Words['writing']; language: Language };

const Given = createContext<Writing | null>(null);

/** Gives the forms below it the words of the page's language; a page puts it around forms with a composer, and where
 * nobody may write the browser gets none of it. */
export function WritingWords({ words, language, children }: Writing & { children: ReactNode }) {
  return <Given value={{ words, language }}>{children}</Given>;
}

/** The words for writing, from `WritingWords` further up. */
export function useWriting(): Writing {
  const given = useContext(Given);
  if (!given) throw new Error('Put <WritingWords> around this form.');
  return given;
}
