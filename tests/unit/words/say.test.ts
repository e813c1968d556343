import { describe, expect, it } from 'vitest';
import { languageOf, wishedLanguage } from '@/lib/words/languages';
import { inPieces, say, sayCount } from '@/lib/words/say';

describe('what a browser wishes for', () => {
  it('is the language with the highest weight that the site speaks', () => {
    expect(wishedLanguage('de')).toBe('de');
    expect(wishedLanguage('de-AT,de;q=0.9,en;q=0.8')).toBe('de');
    expect(wishedLanguage('fr-CH, en;q=0.7, de;q=0.9')).toBe('de');
    expect(wishedLanguage('en-GB,en;q=0.5,de;q=0.4')).toBe('en');
    expect(wishedLanguage('DE-de')).toBe('de');
  });

  it('is nothing where none of ours is wished for, or the header makes no sense', () => {
    for (const header of [
      null,
      '',
      '*',
      'fr',
      'de;q=0',
      'de;q=nonsense',
      'de;q=9',
      ',;,',
      'q=1;de',
      'x'.repeat(9000),
    ]) {
      expect(wishedLanguage(header)).toBeNull();
    }
  });

  it('is a code of ours and nothing that only looks like one', () => {
    expect(languageOf('de')).toBe('de');
    for (const code of ['DE', 'constructor', '', null, undefined, 1, ['de']])
      expect(languageOf(code)).toBeNull();
  });
});

describe('a sentence with places', () => {
  it('is filled once: what is filled in is not read for places again', () => {
    expect(say('{a} and {b}', { a: '{b}', b: '$&' })).toBe('{b} and $&');
  });

  it('keeps a place it has no value for, so that the mistake is seen, and knows nothing of objects', () => {
    expect(say('{a} {constructor}', { a: 1 })).toBe('1 {constructor}');
  });

  it('counts as the language does, and writes its numbers', () => {
    const en = { one: '{n} reply', other: '{n} replies' };
    const de = { one: '{n} Antwort', other: '{n} Antworten' };
    expect([0, 1, 2, 12_000].map((n) => sayCount(en, n, 'en'))).toEqual([
      '0 replies',
      '1 reply',
      '2 replies',
      '12,000 replies',
    ]);
    expect([0, 1, 12_000].map((n) => sayCount(de, n, 'de'))).toEqual([
      '0 Antworten',
      '1 Antwort',
      '12.000 Antworten',
    ]);
  });

  it('comes apart at its places', () => {
    expect(inPieces('{who} wrote {what}.')).toEqual([
      { text: '{who}', place: 'who' },
      { text: ' wrote ' },
      { text: '{what}', place: 'what' },
      { text: '.' },
    ]);
  });
});
