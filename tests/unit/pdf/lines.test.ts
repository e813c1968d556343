import { describe, expect, it } from 'vitest';
import { breakLines } from '@/lib/pdf/break-lines';
import { MISSING, printable } from '@/lib/pdf/fonts';
import { directionsOf, visualRuns } from '@/lib/pdf/visual-runs';

/** As if every character were one wide. */
const count = (text: string) => [...text].length;
const lines = (text: string, width: number) =>
  breakLines(text, width, count).map(({ start, end }) => text.slice(start, end));

describe('lines', () => {
  it('break between words, and leave out the white space at their ends', () => {
    expect(lines('  one two  three ', 8)).toEqual(['one two', 'three']);
    expect(lines('one two', 7)).toEqual(['one two']);
    expect(lines('', 7)).toEqual([]);
    expect(lines('   ', 7)).toEqual([]);
  });

  it('break words that no line holds, never inside a character', () => {
    expect(lines('a Donaudampfschiff b', 6)).toEqual(['a', 'Donaud', 'ampfsc', 'hiff b']);
    expect(lines('e\u0301e\u0301e\u0301', 2)).toEqual(['e\u0301', 'e\u0301', 'e\u0301']);
    expect(lines('👩‍👩‍👧👩‍👩‍👧', 1)).toEqual(['👩‍👩‍👧', '👩‍👩‍👧']);
  });
});

describe('what stands on paper', () => {
  const seen = (text: string) => {
    const runs = visualRuns(text, directionsOf(text), { start: 0, end: text.length });
    return runs.map((run) => (run.fromRight ? `<${run.text}` : run.text));
  };

  it('reads from the right where its letters do, with the brackets turned and the numbers not', () => {
    expect(seen('Lamp 12')).toEqual(['Lamp 12']);
    expect(seen('שלום (12) abc')).toEqual(['abc', ' (', '12', '<שלום )']);
    expect(seen('Lamp שלום 12')).toEqual(['Lamp ', '12', '<שלום ']);
  });

  it('shows a box for what the fonts lack, and nothing of what only hides or reorders', () => {
    expect(printable('Grüße Ώμέγα Привет ₽ € שלום مرحبا')).toBe('Grüße Ώμέγα Привет ₽ € שלום مرحبا');
    expect(printable('提灯 lamp')).toBe(`${MISSING}${MISSING} lamp`);
    expect(printable('gnp\u202Eexe\u200B\u0000')).toBe('gnpexe');
  });
});
