import { stopwords as da } from '@orama/stopwords/danish';
import { stopwords as nl } from '@orama/stopwords/dutch';
import { stopwords as fi } from '@orama/stopwords/finnish';
import { stopwords as fr } from '@orama/stopwords/french';
import { stopwords as de } from '@orama/stopwords/german';
import { stopwords as hu } from '@orama/stopwords/hungarian';
import { stopwords as it } from '@orama/stopwords/italian';
import { stopwords as no } from '@orama/stopwords/norwegian';
import { stopwords as pt } from '@orama/stopwords/portuguese';
import { stopwords as ro } from '@orama/stopwords/romanian';
import { stopwords as ru } from '@orama/stopwords/russian';
import { stopwords as es } from '@orama/stopwords/spanish';
import { stopwords as sv } from '@orama/stopwords/swedish';
import { stopwords as tr } from '@orama/stopwords/turkish';
import { newStemmer } from 'snowball-stemmers';
import type { Language } from '@/lib/search/languages';
import { foldForComparison } from '@/lib/text';

/** The Snowball algorithm that takes the endings off each language's words. */
const ALGORITHMS: Record<Language, string> = {
  en: 'english',
  de: 'german',
  fr: 'french',
  es: 'spanish',
  it: 'italian',
  pt: 'portuguese',
  nl: 'dutch',
  sv: 'swedish',
  da: 'danish',
  no: 'norwegian',
  fi: 'finnish',
  ro: 'romanian',
  hu: 'hungarian',
  tr: 'turkish',
  ru: 'russian',
};

/** Also what people write around a question in a forum: greetings, thanks, "please". */
const en =
  'a about after all also am an and any are as at be been but by can cannot could did do does doing dont for from get got had has have having he her here hi him his how i if im in into is it its ive just know like me my no not of on or our out please she should so some that the their them then there these they this those to too up us was we were what when where which who why will with would you your hello thanks thank'.split(
    ' ',
  );

const STOP_WORDS: Record<Language, readonly string[]> = {
  en,
  de,
  fr,
  es,
  it,
  pt,
  nl,
  sv,
  da,
  no,
  fi,
  ro,
  hu,
  tr,
  ru,
};

/** The plural of letters has no vowel that the English stemmer waits for: 'vcs' → 'vc', 'dvds' → 'dvd'. */
const PLURAL_OF_LETTERS = /^[bcdfghjklmnpqrtvwxz]{2,4}s$/;

const stemmers = new Map<Language, { stem(word: string): string }>();

/** The stem of a folded word in a language. */
export function stemIn(language: Language, word: string): string {
  let stemmer = stemmers.get(language);
  if (!stemmer) {
    stemmer = newStemmer(ALGORITHMS[language]);
    stemmers.set(language, stemmer);
  }
  return stemmer.stem(language === 'en' && PLURAL_OF_LETTERS.test(word) ? word.slice(0, -1) : word);
}

const stopSets = new Map<Language, Set<string>>();

/** The folded words that say little by themselves in a language. */
export function stopWordsOf(language: Language): ReadonlySet<string> {
  let words = stopSets.get(language);
  if (!words) {
    words = new Set(STOP_WORDS[language].map((word) => foldForComparison(word).replace(/['’]/g, '')));
    stopSets.set(language, words);
  }
  return words;
}

/** So many words at the start of a text tell its language. */
const TELLING_WORDS = 150;

/** The language of a text among a shop's: that of most of its stop words; the shop's first where none tells.
 * @param words folded, in order */
export function languageOf(words: readonly string[], languages: readonly Language[]): Language {
  const [first = 'en'] = languages;
  if (languages.length < 2) return first;
  let best: Language = first;
  let most = 0;
  for (const language of languages) {
    const known = stopWordsOf(language);
    let count = 0;
    for (const word of words.slice(0, TELLING_WORDS)) if (known.has(word)) count += 1;
    if (count > most) {
      most = count;
      best = language;
    }
  }
  return best;
}
