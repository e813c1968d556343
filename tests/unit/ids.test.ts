import { expect, test } from 'vitest';
import { isId, newId } from '@/lib/ids';

test('ids have sixteen characters of the alphabet and never meet', () => {
  const made = Array.from({ length: 20_000 }, () => newId());
  expect(new Set(made).size).toBe(made.length);
  for (const id of made) expect(isId(id)).toBe(true);
});

test('ids sort by the time they were made, now and in a thousand years', () => {
  const times = [
    0,
    1,
    1_700_000_000_000,
    1_700_000_000_001,
    Date.now(),
    4_000_000_000_000,
    35_000_000_000_000,
  ];
  const made = times.map((time) => newId(time));
  expect([...made].sort()).toEqual(made);
  expect(newId(1_700_000_000_000).slice(0, 9)).toBe(newId(1_700_000_000_000).slice(0, 9));
});

test.each([
  '',
  'x',
  '0123456789abcdei',
  '0123456789ABCDEF',
  '0123456789abcdefg',
  '0123456789abcde',
  "0123456789abcd'-",
  '0123456789abcdef\n',
  null,
  undefined,
  1,
  {},
  { not: '' },
  ['0123456789abcdef'],
])('%j is no id', (x) => {
  expect(isId(x)).toBe(false);
});
