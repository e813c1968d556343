import { expect, test } from 'vitest';
import { renderMarkdown } from '@/lib/markdown';
import { asMarkdownText } from '@/lib/markdown-text';
import { mentionsIn } from '@/lib/mentions';
import { quoteMarkdown } from '@/lib/quote';

test('names are read in their order, each once, with blanks between quotation marks', () => {
  expect(mentionsIn('@Ana and @"Bengt Ek", thanks @ana! (@Zoë_1)')).toEqual(['Ana', 'Bengt Ek', 'Zoë_1']);
});

test('what ends a sentence does not belong to the name', () => {
  expect(mentionsIn("Ask @Ana. Or @J.R, or @O'Neil's?")).toEqual(['Ana', 'J.R', "O'Neil's"]);
});

test('code, quotes, links, addresses and escaped signs call nobody', () => {
  const text = [
    '`@Ana` and me@example.com and https://social.example/@ana and \\@Ana',
    '[@Ana](https://a.example)',
    '> @Ana said',
    '```\n@Ana\n```',
  ];
  expect(mentionsIn(text.join('\n\n'))).toEqual([]);
});

test('one post calls at most ten people', () => {
  const bomb = Array.from({ length: 500 }, (_, number) => `@person${number}`).join(' ');
  expect(mentionsIn(bomb)).toHaveLength(10);
});

test('reading names takes no longer for hostile text', () => {
  for (const text of [
    '@'.repeat(30_000),
    '@"'.repeat(15_000),
    `@${'a.'.repeat(15_000)}`,
    `@"${' '.repeat(29_000)}`,
  ]) {
    const before = performance.now();
    mentionsIn(text);
    expect(performance.now() - before).toBeLessThan(1_000);
  }
});

test('the renderer makes a name a link to the profile, and nothing else of it', () => {
  expect(renderMarkdown('Thanks @Ana!')).toContain('<a href="/u/Ana" rel="noopener">@Ana</a>!');
  expect(renderMarkdown('@"Ana Maria"')).toContain('<a href="/u/Ana%20Maria" rel="noopener">@Ana Maria</a>');
  expect(renderMarkdown('@"><script>alert(1)</script>"')).not.toContain('<a');
  expect(renderMarkdown('@"a/../../desk"')).not.toContain('<a');
  expect(renderMarkdown('`@Ana`')).not.toContain('<a');
});

test('somebody else’s words in a text of ours call nobody', () => {
  const shown = asMarkdownText('Ask @Ana at ana@example.com');
  expect(mentionsIn(shown)).toEqual([]);
  expect(renderMarkdown(shown)).toContain('Ask @Ana at ana@example.com');
});

test('a quote says who wrote it and where, and leaves out what they had quoted', () => {
  expect(quoteMarkdown('Ana', '/t/1/x?reply=2#reply-2', '> older\n\nTry a *dimmer*.\n\n\n\nIt works.')).toBe(
    '> [Ana wrote](/t/1/x?reply=2#reply-2):\n>\n> Try a *dimmer*.\n>\n> It works.\n\n',
  );
  expect(quoteMarkdown('Ana', '/t/1/x', '> only this')).toContain('> only this');
  expect(quoteMarkdown('a_b_', '/t/1/x', 'x')).toContain('[a\\_b\\_ wrote]');
  expect(quoteMarkdown('Ana', '/t/1/x', ' \n ')).toBe('');
});

test('a long post is quoted by its beginning, whole words', () => {
  const quoted = quoteMarkdown('Ana', '/t/1/x', 'lamp '.repeat(2_000));
  expect(quoted.length).toBeLessThan(1_600);
  expect(quoted).toMatch(/lamp…\n\n$/);
});
