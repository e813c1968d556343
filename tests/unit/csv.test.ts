import { describe, expect, it } from 'vitest';
import { csvLine } from '@/lib/csv';

describe('a line for spreadsheets', () => {
  it('quotes every cell and doubles the quotes in it', () => {
    expect(csvLine(['a', 'b "c", d', 24, '', 'two\nlines'])).toBe(
      '"a","b ""c"", d","24","","two\nlines"\r\n',
    );
  });

  it.each([
    '=1+1',
    '=cmd|" /C calc"!A0',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '\t',
    ' =1',
    '＝1',
    '＠x',
    '-',
  ])('makes no formula of %j', (cell) => {
    expect(csvLine([cell]).slice(0, 2)).toBe('"\'');
  });

  it.each([
    ['nice; =HYPERLINK("x")', 'nice; \'=HYPERLINK(""x"")'],
    ['a,@b', "a,'@b"],
    ['a\t-b', "a\t'-b"],
    ['a";"=1+1', 'a"";""\'=1+1'],
    ['two\n=1', "two\n'=1"],
  ])('makes none for a program that splits at another sign: %j', (cell, inside) => {
    expect(csvLine([cell])).toBe(`"${inside}"\r\n`);
  });

  it.each(['24.00', 'TP-1040', 'a=b', 'ana+shop@example.com', '2026-11-25T10:00:00.000Z', 'Zürich'])(
    'leaves %j as it is',
    (cell) => {
      expect(csvLine([cell])).toBe(`"${cell}"\r\n`);
    },
  );
});
