import { describe, expect, it } from 'vitest';
import { wordsOf } from '@/lib/words/catalogue';
import { LANGUAGES } from '@/lib/words/languages';

type Entry = { path: string; text: string };

/** Every sentence of a catalogue with the way to it. */
function entriesOf(node: unknown, path = ''): Entry[] {
  if (typeof node === 'string') return [{ path, text: node }];
  return Object.entries(node as Record<string, unknown>).flatMap(([name, child]) =>
    entriesOf(child, path === '' ? name : `${path}.${name}`),
  );
}

const placesOf = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

/** What is written alike in both languages. */
const ALIKE =
  /^(frame\.(forum|feed)|.*\.(forum|name|digest|minus|pdf|feed|markdown|codeSign|boldSign|alike\w*))$/;

describe('the catalogues', () => {
  const english = entriesOf(wordsOf('en'));

  for (const language of LANGUAGES.filter((one) => one !== 'en')) {
    const other = new Map(entriesOf(wordsOf(language)).map(({ path, text }) => [path, text]));

    it(`have the same entries and the same placeholders in each, in English and in "${language}"`, () => {
      expect([...other.keys()].sort()).toEqual(english.map(({ path }) => path).sort());
      const different = english.filter(
        ({ path, text }) => String(placesOf(text)) !== String(placesOf(other.get(path) ?? '')),
      );
      expect(different).toEqual([]);
    });

    it(`leave nothing in English in "${language}"`, () => {
      const untouched = english.filter(
        ({ path, text }) => /\p{L}/u.test(text.replace(/\{\w+\}/g, '')) && other.get(path) === text,
      );
      expect(untouched.filter(({ path }) => !ALIKE.test(path))).toEqual([]);
    });
  }

  it('say nothing with blanks at an end where no word follows, and nothing empty', () => {
    for (const language of LANGUAGES) {
      expect(entriesOf(wordsOf(language)).filter(({ text }) => text.trim() === '')).toEqual([]);
    }
  });
});
