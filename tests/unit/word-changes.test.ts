import { expect, test } from 'vitest';
import { type Change, wordChanges } from '@/lib/forum/word-changes';

const shown = (changes: Change[]) =>
  changes
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `[+${text}]` : `[-${text}]`))
    .join('');
const before = (changes: Change[]) =>
  changes.flatMap(({ kind, text }) => (kind === 'added' ? [] : [text])).join('');
const after = (changes: Change[]) =>
  changes.flatMap(({ kind, text }) => (kind === 'removed' ? [] : [text])).join('');

test('words that changed are told apart from those that stayed', () => {
  expect(shown(wordChanges('The lamp hums at night.', 'The lamp buzzes at night, too.'))).toBe(
    'The lamp [-hums][+buzzes] at night[+, too].',
  );
  expect(shown(wordChanges('Same', 'Same'))).toBe('Same');
});

test('both texts can be read back from the changes, in any script', () => {
  for (const [one, two] of [
    ['', 'New'],
    ['Ärger mit der Lampe', 'Ärger mit der *Lampe*'],
    ['ランプが鳴る', 'ランプが夜に鳴る'],
    ['a\n\nb', 'a\n\nc\n\nb'],
    ['👩‍🚀 up', '👩‍🚀 down'],
  ] as const) {
    const changes = wordChanges(one, two);
    expect([before(changes), after(changes)]).toEqual([one, two]);
  }
});

test('two texts at the limit with nothing in common are answered in a moment, as one for the other', () => {
  const one = Array.from({ length: 5000 }, (_, index) => `w${index}`).join(' ');
  const two = Array.from({ length: 5000 }, (_, index) => `v${index * 7}`).join(' ');
  const began = performance.now();
  const changes = wordChanges(one, two);
  expect(performance.now() - began).toBeLessThan(1000);
  expect([before(changes), after(changes)]).toEqual([one, two]);
});
