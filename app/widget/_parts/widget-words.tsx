'use client';

import { createContext, type ReactNode, useContext } from 'react';
import type { Words } from '@/lib/words/catalogue';

type Given = Pick<Words['widget'], 'doors' | 'failed'>;

const WidgetGiven = createContext<Given | null>(null);

/** Gives the panel's pages the words that they also need when one of them has failed. */
export function WidgetWords({ words, children }: { words: Given; children: ReactNode }) {
  return <WidgetGiven value={words}>{children}</WidgetGiven>;
}

/** The words from `WidgetWords`, which the panel's layout puts around every page of it. */
export function useWidgetWords(): Given {
  const given = useContext(WidgetGiven);
  if (!given) throw new Error('Put <WidgetWords> around this page.');
  return given;
}
