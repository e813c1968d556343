import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sourceFiles } from './source-files';

test('every row of docs/refunds.md is a test of that number, on both databases', () => {
  const rows = [...readFileSync('docs/refunds.md', 'utf8').matchAll(/^\| (R\d\d) \|/gm)].map(
    ([, row]) => row,
  );
  expect(rows).toHaveLength(24);
  const names = sourceFiles('tests/integration/refunds').flatMap(({ text }) =>
    [...text.matchAll(/(?:\bit|\btest|\]\))\(\s*['`]((?:R\d\d(?:, )?)+)/g)].flatMap(([, named]) =>
      (named ?? '').split(', '),
    ),
  );
  const missing = rows.filter((row) => row && !names.includes(row));
  expect(missing, "Begin the name of the test that shows it with the row: it('R07: …').").toEqual([]);
});
