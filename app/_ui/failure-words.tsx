'use client';

import { createContext, type ReactNode, useContext } from 'react';
import { FAILURE_IN_ENGLISH, type FailureWords } from '@/lib/words/failure';

const Given = createContext<FailureWords>(FAILURE_IN_ENGLISH);

/** Gives the pages below it what they would say if they failed: a page that fails has nobody left to ask for words. */
export function FailureWordsGiven({ words, children }: { words: FailureWords; children: ReactNode }) {
  return <Given value={words}>{children}</Given>;
}

/** What a failed page says, in the language of the request. */
export function useFailureWords(): FailureWords {
  return useContext(Given);
}
