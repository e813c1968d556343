import { describe, expect, test } from 'vitest';
import { renderMarkdown, renderMarkdownForFrame, renderMarkdownForMail } from '@/lib/markdown';
import { quoteMarkdown } from '@/lib/quote';
import { hostileMarkup } from '@/tests/support/hostile-markup';
import { type Element, elementsOf, parseStrictly, textOf } from './html-tree';

const ATTRIBUTES: Record<string, string[]> = {
  a: ['download', 'href', 'rel'],
  img: ['alt', 'decoding', 'dir', 'height', 'loading', 'src', 'width'],
  ol: ['dir', 'start'],
  pre: ['dir', 'tabindex'],
  td: ['align', 'dir'],
  th: ['align', 'dir'],
};
const PLAIN = 'p h3 h4 h5 h6 blockquote ul li table thead tbody tr br hr em strong s code'.split(' ');

function problemsOf(element: Element): string[] {
  const { name, attributes } = element;
  const problems: string[] = [];
  if (!PLAIN.includes(name) && !(name in ATTRIBUTES)) problems.push(`element ${name}`);
  const allowed = ATTRIBUTES[name] ?? ['dir'];
  for (const key of Object.keys(attributes)) if (!allowed.includes(key)) problems.push(`${name} has ${key}`);
  const { href, rel, src } = attributes;
  if (href !== undefined) {
    const web = new URL(href, 'https://help.example.com');
    if (!['http:', 'https:', 'mailto:'].includes(web.protocol)) problems.push(`leads to ${href}`);
    if (web.username !== '' || href.startsWith('//')) problems.push(`disguised: ${href}`);
    const isOurs = web.origin === 'https://help.example.com';
    if (isOurs && !/^[/#]|^https:\/\/help/.test(href)) problems.push(`relative: ${href}`);
    if (rel !== (isOurs ? 'noopener' : 'nofollow ugc noopener')) problems.push(`rel="${rel}" on ${href}`);
  }
  if (attributes.download !== undefined && !/^\/uploads\/[a-z0-9]+\.pdf$/.test(href ?? ''))
    problems.push(`downloads ${href}`);
  if (name === 'img' && !/^\/uploads\/[a-z0-9][a-z0-9.]*$/.test(src ?? '')) problems.push(`picture ${src}`);
  return problems;
}

/** In a frame every link but a fragment opens beside it; what else it has is held to the same list. */
function besideTheFrame(element: Element): Element {
  const { target, ...attributes } = element.attributes;
  if (target !== undefined) expect([element.name, target]).toEqual(['a', '_blank']);
  return { ...element, attributes };
}

describe('hostile text through the renderer', () => {
  test('the corpus is large and has no doubles', () => {
    expect(new Set(hostileMarkup).size).toBe(hostileMarkup.length);
    expect(hostileMarkup.length).toBeGreaterThan(450);
  });

  test.each(hostileMarkup)('leaves nothing outside the allow-list: %j', (source) => {
    for (const html of [renderMarkdown(source), renderMarkdown(`before\n\n${source}\n\nafter`)]) {
      expect(elementsOf(parseStrictly(html)).flatMap(problemsOf)).toEqual([]);
    }
    const frame = elementsOf(parseStrictly(renderMarkdownForFrame(source)));
    expect(frame.map(besideTheFrame).flatMap(problemsOf)).toEqual([]);
    const quote = renderMarkdown(`${quoteMarkdown('Ana', '/t/1#reply-1', source)}\n\nYes.`);
    expect(elementsOf(parseStrictly(quote)).flatMap(problemsOf)).toEqual([]);
    const mail = elementsOf(parseStrictly(renderMarkdownForMail(source, 'https://help.example.com')));
    expect(mail.flatMap(problemsOf)).toEqual([]);
    expect(mail.filter(({ name }) => name === 'img')).toEqual([]);
  });

  test('typed HTML is shown as it was typed', () => {
    const typed = '<script>alert("1 & 2")</script> <b>x</b>';
    expect(textOf(parseStrictly(renderMarkdown(typed))).trim()).toBe(typed);
  });

  test('a link to a forbidden place stays the text it was typed as', () => {
    expect(renderMarkdown('[x](javascript:alert(1))')).toBe('<p dir="auto">[x](javascript:alert(1))</p>\n');
  });

  test('nobody gets an id, a class or a style, not even through a code language', () => {
    const html = renderMarkdown('# Title\n\n```js\nx\n```\n\n| a |\n|:-:|\n| b |');
    expect(html).not.toMatch(/\s(?:id|class|style)=/);
    expect(html).toContain('align="center"');
  });
});

describe('characters that hide or reorder', () => {
  test.each([
    ['typed', 'a\u202Eb\u2066c\u200Bd\u2060e\uFEFFf\u00ADg'],
    ['as entities', 'a&#8238;b&#x2066;c&#8203;d&#x2060;e&#65279;f&shy;g'],
  ])('are gone when they are %s', (_, source) => {
    expect(renderMarkdown(source)).toBe('<p dir="auto">abcdefg</p>\n');
  });

  test('also in code, in descriptions of pictures and in link texts', () => {
    const html = renderMarkdown('`a\u202Eb` ![x&#8238;y](/uploads/a.png) [l&#8238;k](/faq)');
    expect(html).not.toMatch(/[\u202A-\u202E]/);
    expect(html).toContain('alt="xy"');
  });

  test('joiners stay where a script or an emoji needs them', () => {
    for (const word of ['می\u200Cخواهم', '👩\u200D👩\u200D👧', 'ක්\u200Dර', '❤\uFE0F']) {
      expect(renderMarkdown(word)).toContain(word.normalize('NFC'));
    }
  });

  test('a tower of marks is clipped, typed or as entities', () => {
    expect(renderMarkdown(`a${'\u0316'.repeat(500)}`).length).toBeLessThan(40);
    expect(renderMarkdown(`a${'&#790;'.repeat(500)}`).length).toBeLessThan(40);
  });

  test('a host of two alphabets is shown as the punycode it is', () => {
    expect(textOf(parseStrictly(renderMarkdown('http://аррӏе.com/x')))).toContain(
      'http://xn--80ak6aa92e.com/x',
    );
    expect(textOf(parseStrictly(renderMarkdown('https://bücher.de')))).toContain('https://bücher.de');
    expect(textOf(parseStrictly(renderMarkdown('https://пример.рф')))).toContain('https://пример.рф');
  });
});
