import { describe, expect, test } from 'vitest';
import { htmlToMarkdown } from '@/lib/html-to-markdown';
import { renderMarkdown } from '@/lib/markdown';
import { cpuMs } from '@/tests/support/cpu-time';
import { hostileMarkup } from '@/tests/support/hostile-markup';
import { elementsOf, parseStrictly } from './html-tree';

describe('HTML', () => {
  test.each([
    ['<p>Hi <b>there</b>, <em>you</em></p>\n<p>two\nlines</p>', 'Hi **there**, *you*\n\ntwo lines'],
    ['<p>a_b *x* 1. y</p>', 'a\\_b \\*x\\* 1. y'],
    ['<ul><li>one<ul><li>two</li></ul></li><li>three</li></ul>', '- one\n  - two\n- three'],
    ['<ol start="3"><li>x</li><li>y</li></ol>', '3. x\n4. y'],
    ['<p><a href="https://example.org/?a=1&amp;b=2">x</a></p>', '[x](https://example.org/?a=1&b=2)'],
    ['<p><a href="javascript:alert(1)">x</a></p>', 'x'],
    ['<h2>T</h2><blockquote><p>q</p></blockquote><hr>', '## T\n\n> q\n\n---'],
    ['<pre><code>a\n  &lt;b&gt;\n</code></pre>', '```\na\n  <b>\n```'],
    ['<pre>```\nx</pre>', '````\n```\nx\n````'],
    ['<p>one<br>two <s>three</s> <code>a*b</code></p>', 'one\ntwo ~~three~~ `a*b`'],
    [
      '<p><img src="https://example.org/a.png" alt="pic"><img src="data:image/png;base64,AAAA"></p>',
      '![pic](https://example.org/a.png)',
    ],
    [
      '<table>\n<tr><th>A</th> <th>B</th></tr>\n<tr><td>1|2</td><td>x<br>y</td></tr>\n</table>',
      '| A | B |\n| --- | --- |\n| 1\\|2 | x y |',
    ],
    ['<p>a</p><script>bad()</script><style>x{}</style><iframe src=x>no</iframe><p>b</p>', 'a\n\nb'],
    ['<div><p>never closed <b>bold<p>next</div></b>', 'never closed **bold**\n\n**next**'],
    ['<p>I <3 this <insert name></p>', 'I <3 this <insert name>'],
    ['<p>See <https://example.org/x></p>', 'See https://example.org/x'],
    ['<p>see <a href=" rel="nofollow">this</a> and <a href=" covers it</a>.</p>', 'see this and covers it.'],
    ['Just text. </p>\n<p>More.</p>', 'Just text.\n\nMore.'],
  ])('%j becomes %j', (html, markdown) => {
    expect(htmlToMarkdown(html)).toBe(markdown);
  });
});

describe('Markdown', () => {
  test.each([
    '',
    'plain < text > here',
    '**bold** & _x_\n\n- a\n- b',
    'a <- b',
    '<https://example.org>',
    'write `<p>` here',
    '```html\n<p>x</p>\n```',
    'so:\n\n    <p>code</p>\n\nend',
    'dear <insert name>',
    'x <!-- y',
  ])('%j comes back unchanged', (text) => {
    expect(htmlToMarkdown(text)).toBe(text);
  });

  test('with a few tags in it stays Markdown, only the tags are converted', () => {
    const mixed =
      'Another **couple**:\n\n<ul>\n<li>\nIt is valid\n</li>\n<li>Two</li></ul>\n\n1. Use `<p>`\n    - sub\n\n    <div>code</div>\n\nend <a href="https://example.org/">x</a> <https://example.org/y>';
    expect(htmlToMarkdown(mixed)).toBe(
      'Another **couple**:\n\n- It is valid\n- Two\n\n1. Use `<p>`\n    - sub\n\n    <div>code</div>\n\nend [x](https://example.org/) <https://example.org/y>',
    );
    expect(htmlToMarkdown('Just <i>x</i><br>next <br>\n1. the')).toBe('Just *x*\nnext \n1. the');
  });
});

test('whatever is converted, only the renderer’s elements come out', () => {
  for (const source of hostileMarkup) {
    for (const html of [source, `<p>${source}</p>`]) {
      const names = elementsOf(parseStrictly(renderMarkdown(htmlToMarkdown(html)))).map(({ name }) => name);
      expect(names).not.toContain('script');
      expect(names).not.toContain('form');
    }
  }
});

const SIZE = 200_000;
test.each([
  '<div>',
  '<b>',
  '<ul><li>',
  '<blockquote>',
  '<span>',
  '<p>a</p>',
  '<p ',
  '<p a=b ',
  '<',
  '<b>x</b>\n',
  '<!--',
  '<a href="',
  '<a href="https://x.example">',
  '<tr><td>x',
  '<table>',
  '<br>',
  '<pre>',
  '</p>',
  '<b> x </b> ',
  '<p>`',
  '<p>*_',
  '<img src=x>',
  '<li>x</li>',
  '&lt;',
  '<svg><style>',
])('200 KB of %s take less than a second', (part) => {
  const times: number[] = [];
  while (times.length < 3 && (times.length === 0 || Math.min(...times) > 1_000)) {
    const begin = cpuMs();
    htmlToMarkdown(`<p>x</p>${part.repeat(Math.floor(SIZE / part.length))}`);
    times.push(cpuMs() - begin);
  }
  expect(Math.min(...times)).toBeLessThan(1_000);
});
