import { expect, test } from 'vitest';
import { excerptOf } from '@/lib/forum/rules';
import { beginningOfMarkdown } from '@/lib/markdown-beginning';

test('a short text is its own beginning', () => {
  expect(beginningOfMarkdown('one\ntwo', 7)).toBe('one\ntwo');
});

test('links keep the addresses that stand below the cut', () => {
  const source = `See [this question][1] and more. ${'word '.repeat(300)}\n\n[1]: https://a.example\n[2]: https://b.example`;
  expect(beginningOfMarkdown(source, 200)).toMatch(
    /\n\n\[1\]: https:\/\/a\.example\n\[2\]: https:\/\/b\.example$/,
  );
  expect(excerptOf(source)).toMatch(/^See this question and more\. word/);
});

test('without links nothing is added, and nothing hostile takes long', () => {
  expect(beginningOfMarkdown('x'.repeat(100), 10)).toBe('x'.repeat(10));
  const hostile = `[a][1]${'[1]: '.repeat(10_000)}${'\n[1]:'.repeat(10_000)}`;
  const began = performance.now();
  expect(beginningOfMarkdown(hostile, 800).length).toBeLessThan(12_000);
  expect(performance.now() - began).toBeLessThan(500);
});
