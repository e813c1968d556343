import { expect, test } from 'vitest';
import { mendMarkdown } from '@/lib/imports/mend-markdown';

test.each([
  [
    'See [here][1] and [there][2].\n\n[1]:\n[2]: https://a.example',
    'See here and [there][2].\n\n\n[2]: https://a.example',
  ],
  ['I asked [before][1].', 'I asked before.'],
  ['##Pros##\nText', '## Pros##\nText'],
  ['###  fine already', '###  fine already'],
  ['#1 is #help', '#1 is #help'],
  [
    '[Shop](www.shop.example/a) and [b](https://b.example)',
    '[Shop](https://www.shop.example/a) and [b](https://b.example)',
  ],
  ['`[x][1]`\n\n    [y][1]\n\n```\n##no\n[z][1]\n```', '`[x][1]`\n\n    [y][1]\n\n```\n##no\n[z][1]\n```'],
  ['a[i][j] of [matrix][m]', 'a[i][j] of [matrix][m]'],
  ['plain', 'plain'],
])('%j', (from, to) => {
  expect(mendMarkdown(from)).toBe(to);
  expect(mendMarkdown(to)).toBe(to);
});

test.each(['[', '[a][', '[1]:\n', '##x', '](www.', '[a][1]', `[${'a'.repeat(400)}`])(
  '%j without end takes no time',
  (piece) => {
    const text = piece.repeat(Math.ceil(60_000 / piece.length));
    const began = performance.now();
    mendMarkdown(text);
    expect(performance.now() - began).toBeLessThan(1_000);
  },
);
