import { de } from '@/lib/words/de';
import { en } from '@/lib/words/en';
import type { Language } from '@/lib/words/languages';

/** Everything the site says, in one language. English is the pattern: what another catalogue lacks does not compile. */
export type Words = typeof en;

/** A language with its words: what a page asks for once and hands on to its parts. */
export type Spoken = { language: Language; words: Words };

const catalogues: Record<Language, Words> = { en, de };

/** The words of a language. */
export function wordsOf(language: Language): Words {
  return catalogues[language];
}
