import { type Word, wordsOf } from '@/lib/search/split-words';

/** What the owner said means the same, asked word by word. */
export type Synonyms = {
  /** What else is meant where a word or phrase of these begins at `place`, each as its folded words. */
  of(words: readonly Word[], place: number): readonly (readonly string[])[];
};

export const NO_SYNONYMS: Synonyms = { of: () => [] };

type Phrase = readonly string[];

/** Reads the owner's list: a line a group, its words or phrases between commas or equals signs, each standing for all
 * others ("parcel, package = shipment"). Lines with fewer than two say nothing. */
export function readSynonyms(list: string): Synonyms {
  const byFirst = new Map<string, { phrase: Phrase; others: Phrase[] }[]>();
  for (const line of list.split('\n')) {
    const phrases = line
      .split(/[,=;]/)
      .map((text) => wordsOf(text).map((word) => word.surface))
      .filter((phrase) => phrase.length > 0);
    for (const phrase of phrases) {
      const [first = ''] = phrase;
      const others = phrases.filter((other) => other !== phrase);
      if (others.length === 0) continue;
      byFirst.set(first, [...(byFirst.get(first) ?? []), { phrase, others }]);
    }
  }
  return {
    of: (words, place) =>
      (byFirst.get(words[place]?.surface ?? '') ?? [])
        .filter(({ phrase }) => phrase.every((surface, i) => words[place + i]?.surface === surface))
        .flatMap(({ others }) => others),
  };
}
