import { expect, test } from 'vitest';
import { splitArticle } from '@/lib/faq/split-article';
import { renderMarkdown } from '@/lib/markdown';

test('an article is cut before its highest headings and nothing is lost', () => {
  const html = renderMarkdown(
    'Lead.\n\n## One & two\n\ntext\n\n### Below\n\n> ## quoted\n\n## One & two\n\nend',
  );
  const sections = splitArticle(html);
  expect(sections.map((section) => section.title)).toEqual(['', 'One & two', 'One & two']);
  expect(sections.map((section) => section.id)).toEqual([null, 'part-one-two', 'part-one-two-2']);
  expect(sections.map((section) => section.html).join('')).toBe(html);
});

test('hostile headings stay text and make plain ids', () => {
  const html = renderMarkdown('# "><script>alert(1)</script>\n\nx\n\n# `</section>`');
  for (const { id, html: part } of splitArticle(html)) {
    expect(id).toMatch(/^part-[\p{L}\p{N}-]+$/u);
    expect(part).not.toMatch(/<script|<\/section/);
  }
});
