import { wordsOf } from '@/lib/words/catalogue';
import { refusals as english } from '@/lib/words/en/refusals';
import type { Language } from '@/lib/words/languages';
import { inPieces, numberWords, say } from '@/lib/words/say';

type Key = keyof typeof english;

/** The place of somebody's name, which is said as it is. */
const NAME = 'who';

/** Sentences without places, by their words. */
const plain = new Map<string, Key>();
/** Sentences with places, as what matches them once they are filled in. */
const filled: { key: Key; pattern: RegExp }[] = [];
for (const [key, sentence] of Object.entries(english) as [Key, string][]) {
  const pieces = inPieces(sentence);
  if (pieces.every(({ place }) => place === undefined)) plain.set(sentence, key);
  else {
    const source = pieces.map(({ text, place }) =>
      place
        ? `(?<${place}>${place === NAME ? '.{1,100}' : '[\\w, ]{1,40}'})`
        : text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
    );
    filled.push({ key, pattern: new RegExp(`^${source.join('')}$`) });
  }
}

/** What a form answers, in the language of its page. The English sentence is looked up; one that the catalogue does not have
 * stays as it is. */
export function refusalIn(sentence: string, language: Language): string {
  if (language === 'en') return sentence;
  const { refusals } = wordsOf(language);
  const known = plain.get(sentence);
  if (known) return refusals[known];
  for (const { key, pattern } of filled) {
    const places = pattern.exec(sentence)?.groups;
    if (places) {
      return say(
        refusals[key],
        Object.fromEntries(
          Object.entries(places).map(([name, text]) => [
            name,
            name === NAME ? text : placeIn(text, language),
          ]),
        ),
      );
    }
  }
  return sentence;
}

/** A number, or a time to wait, as the language writes it; anything else (the number of an incident) as it is. */
function placeIn(text: string, language: Language): string {
  const time = /^(\d+) (second|minute|hour)s$/.exec(text);
  if (time) {
    const words = new Intl.NumberFormat(language, { style: 'unit', unit: time[2], unitDisplay: 'long' });
    return words.format(Number(time[1]));
  }
  return /^[\d,]+$/.test(text) ? numberWords(Number(text.replaceAll(',', '')), language) : text;
}
