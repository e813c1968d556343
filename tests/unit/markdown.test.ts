import { describe, expect, test } from 'vitest';
import { ByteCache } from '@/lib/byte-cache';
import { plainText, renderMarkdown, renderMarkdownForMail, renderReplyMarkdown } from '@/lib/markdown';
import { elementsOf, parseStrictly, textOf } from './html-tree';

describe('renderMarkdown', () => {
  test('a line that ends in the source ends on the page', () => {
    expect(renderMarkdown('one\ntwo')).toBe('<p dir="auto">one<br />\ntwo</p>\n');
  });

  test('headings start below those of the page', () => {
    const names = elementsOf(parseStrictly(renderMarkdown('# a\n\n## b\n\n### c\n\n#### d\n\n###### e')));
    expect(names.map(({ name }) => name)).toEqual(['h3', 'h4', 'h5', 'h6', 'h6']);
  });

  test('in a reply they start below its own heading, and the rest is the same', () => {
    const source = '# a\n\n## b\n\n### c\n\n###### d\n\n**e** [f](/faq/g)';
    const html = renderReplyMarkdown(source);
    const names = elementsOf(parseStrictly(html)).map(({ name }) => name);
    expect(names).toEqual(['h4', 'h5', 'h6', 'h6', 'p', 'strong', 'a']);
    const rest = (text: string) => text.slice(text.indexOf('<p'));
    expect(rest(html)).toBe(rest(renderMarkdown(source)));
  });

  test('tables, struck text, lists with a start, quotes and code', () => {
    const html = renderMarkdown(
      '3. x\n\n> q\n\n~~s~~ `c`\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n```\ncode\n```',
    );
    for (const part of [
      '<ol dir="auto" start="3">',
      '<blockquote dir="auto">',
      '<s>s</s>',
      '<code>c</code>',
    ]) {
      expect(html).toContain(part);
    }
    expect(html).toContain('<td dir="auto" align="right">2</td>');
    expect(html).toContain('<pre dir="auto" tabindex="0"><code>code\n</code></pre>');
  });

  test('a quote has the direction of its own words, and so has a list', () => {
    expect(renderMarkdown('> a')).toBe('<blockquote dir="auto">\n<p>a</p>\n</blockquote>\n');
    expect(renderMarkdown('- a')).toBe('<ul dir="auto">\n<li>a</li>\n</ul>\n');
  });

  test('links elsewhere are not vouched for, links on the site are plain', () => {
    expect(renderMarkdown('[a](https://example.org/x)')).toContain(
      '<a href="https://example.org/x" rel="nofollow ugc noopener">a</a>',
    );
    expect(renderMarkdown('[a](/faq/returns#how)')).toContain(
      '<a href="/faq/returns#how" rel="noopener">a</a>',
    );
  });

  test('an address with its scheme becomes a link, a file name or a bare host does not', () => {
    expect(renderMarkdown('see https://example.org/a_b_c, ok')).toContain('href="https://example.org/a_b_c"');
    expect(renderMarkdown('setup.py readme.md evil.invalid ana@example.com www.example.org')).not.toContain(
      '<a',
    );
  });

  test('our pictures are shown, pictures from elsewhere become links', () => {
    expect(renderMarkdown('![A lamp](/uploads/lamp.webp)')).toBe(
      '<p dir="auto"><a href="/uploads/lamp.webp" rel="noopener"><img src="/uploads/lamp.webp" alt="A lamp" loading="lazy" decoding="async" /></a></p>\n',
    );
    const name = `${'0'.repeat(26)}.640x480.png`;
    expect(renderMarkdown(`![](/uploads/${name})`)).toContain('alt="Picture" width="640" height="480"');
    expect(renderMarkdown(`![](/uploads/${name.replace('640x480', '1170x2532')})`)).toContain(
      'width="296" height="640"',
    );
    expect(renderMarkdown(`[to see ![A lamp](/uploads/${name})](/faq)`).match(/<a /g)).toHaveLength(1);
    expect(renderMarkdown('![A lamp](https://example.org/lamp.png)')).toBe(
      '<p dir="auto"><a href="https://example.org/lamp.png" rel="nofollow ugc noopener">A lamp</a></p>\n',
    );
    expect(renderMarkdown('![](https://example.org/lamp.png)')).toContain(
      '>https://example.org/lamp.png</a>',
    );
    const inside = elementsOf(parseStrictly(renderMarkdown('[![Lamp](https://example.org/l.png)](/faq)')));
    expect(inside.map(({ name }) => name)).toEqual(['p', 'a']);
  });

  test('the same text gives the same page, also from the cache, and nothing gives nothing', () => {
    expect(renderMarkdown('**x** é')).toBe(renderMarkdown('**x** é'));
    expect(renderMarkdown('')).toBe('');
    expect(renderMarkdown(' \n\u200B\n')).toBe('');
  });

  test('quotes deeper than twenty stay readable as text', () => {
    const tree = parseStrictly(renderMarkdown(`${'> '.repeat(30)}deep`));
    expect(elementsOf(tree).filter(({ name }) => name === 'blockquote')).toHaveLength(20);
    expect(textOf(tree)).toContain('deep');
    const list = parseStrictly(renderMarkdown(`${'- '.repeat(30)}deep`));
    expect(elementsOf(list).filter(({ name }) => name === 'ul')).toHaveLength(20);
    expect(textOf(list)).toContain('deep');
  });

  test('a table that asks for too many cells stays text', () => {
    const wide = `${'|a'.repeat(300)}|\n${'|-'.repeat(300)}|\n${'|\n'.repeat(300)}`;
    expect(renderMarkdown(wide)).not.toContain('<table');
    expect(renderMarkdown(`| a | b |\n|---|---|\n${'| 1 | 2 |\n'.repeat(1000)}`)).toContain('<table');
  });
});

test('documents of ours say that they are one and are downloaded; others are links like any', () => {
  const href = `/uploads/${'0'.repeat(26)}.pdf`;
  const link = (words: string) => `<a href="${href}" download="document.pdf" rel="noopener">${words}</a>`;
  expect(renderMarkdown(`[The receipt](${href})`)).toContain(link('The receipt (PDF)'));
  expect(renderMarkdown(`![My PDF of it](${href})`)).toContain(link('My PDF of it'));
  expect(renderMarkdown('[a](https://example.com/a.pdf) [b](/uploads/b.pdf)')).not.toContain('download');
  expect(renderMarkdownForMail(`[The receipt](${href})`, 'https://help.example.com')).toContain(
    `<a href="https://help.example.com${href}" rel="noopener">The receipt (PDF)</a>`,
  );
});

describe('renderMarkdownForMail', () => {
  test('makes every address absolute and shows no pictures', () => {
    const html = renderMarkdownForMail('[a](/t/1) ![p](/uploads/a.png) [f](#x)', 'https://help.example.com/');
    expect(html).toContain('<a href="https://help.example.com/t/1" rel="noopener">a</a>');
    expect(html).toContain('<a href="https://help.example.com/uploads/a.png" rel="noopener">p</a>');
    expect(html).toContain('<a>f</a>');
    expect(html).not.toContain('<img');
  });
});

describe('plainText', () => {
  test('leaves what a reader sees, a line a block, entities decoded', () => {
    const source =
      '# Returns &amp; refunds\n\n- *one*\n- [two](/x)\n\n> a < b\n\n```js\nlet x\n```\n| a | b |\n|---|---|\n| 1 | 2 |';
    expect(plainText(source)).toBe('Returns & refunds\n• one\n• two\na < b\nlet x\na · b\n1 · 2');
  });

  test('items and cells stay apart where a text becomes one line', () => {
    const flat = (source: string) => plainText(source).replace(/\s+/g, ' ');
    expect(flat('Try this:\n\n- Unplug it\n- Plug it in\n  1. gently\n  2. again')).toBe(
      'Try this: • Unplug it • Plug it in 1. gently 2. again',
    );
    expect(flat('3) three\n4) four')).toBe('3) three 4) four');
    expect(flat('| Land | Days |\n|---|---|\n| Norway | 3 |\n| | 4 |')).toBe('Land · Days Norway · 3 · 4');
  });

  test('typed HTML is text', () => {
    expect(plainText('<b>x</b> &copy;')).toBe('<b>x</b> ©');
  });

  test('is cut after a whole word, never longer than asked', () => {
    expect(plainText('one two three', 13)).toBe('one two three');
    expect(plainText('one two three', 12)).toBe('one two…');
    expect(plainText('one two three', 8)).toBe('one two…');
    expect(plainText('one two three', 7)).toBe('one…');
    expect(plainText('abcdefgh', 4)).toBe('abc…');
    expect(plainText('x', 0)).toBe('');
  });

  test('never cuts a character in two', () => {
    for (let max = 1; max < 30; max += 1) {
      const cut = plainText('👩‍👩‍👧😀😀😀 日本語日本語日本語', max);
      expect(cut.length).toBeLessThanOrEqual(max);
      expect(cut).not.toMatch(/[\uD800-\uDFFF]/u);
    }
    expect(plainText('🇩🇪🇫🇷🇮🇹', 8)).toBe('🇩🇪…');
    expect(plainText('👍🏽👍🏽👍🏽', 8)).toBe('👍🏽…');
    expect(plainText('नमस्तेनमस्ते', 5)).toBe('नम…');
  });
});

describe('ByteCache', () => {
  test('forgets what was unused for longest and never holds more bytes than it may', () => {
    const cache = new ByteCache(10_000);
    for (let i = 0; i < 100; i += 1) {
      cache.set(`key ${i}`, 'x'.repeat(200));
      cache.get('key 0');
      expect(cache.bytes).toBeLessThanOrEqual(10_000);
    }
    expect(cache.get('key 0')).toBeDefined();
    expect(cache.get('key 1')).toBeUndefined();
    expect(cache.get('key 99')).toBeDefined();
  });

  test('does not keep one value that would push out the others, and counts a replaced one once', () => {
    const cache = new ByteCache(10_000);
    cache.set('a', 'x'.repeat(100));
    cache.set('big', 'x'.repeat(5_000));
    expect(cache.get('big')).toBeUndefined();
    const before = cache.bytes;
    cache.set('a', 'y'.repeat(100));
    expect(cache.bytes).toBe(before);
    expect(cache.get('a')).toBe('y'.repeat(100));
    cache.clear();
    expect([cache.bytes, cache.size]).toEqual([0, 0]);
  });
});
