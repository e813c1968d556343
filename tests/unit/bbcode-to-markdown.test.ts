import { describe, expect, test } from 'vitest';
import { bbcodeToMarkdown, looksLikeBbcode } from '@/lib/bbcode-to-markdown';
import { plainText, renderMarkdown } from '@/lib/markdown';
import { cpuMs } from '../support/cpu-time';

describe('BBCode becomes Markdown', () => {
  test.each([
    ['[b]bold[/b] and [i]slanted [/i]text', '**bold** and *slanted* text'],
    ['[B:1x2y]phpBB[/B:1x2y]', '**phpBB**'],
    ['[s]gone[/s] [u]under[/u] [color=#f00]red[/color] [size=200]big[/size]', '~~gone~~ under red big'],
    ['[url=https://a.example/x_y?a=1]my [b]shop[/b][/url]', '[my **shop**](<https://a.example/x_y?a=1>)'],
    ['[url]https://a.example/x_y_z[/url]', 'https://a.example/x_y_z'],
    ['[url=www.a.example]here[/url]', '[here](<https://www.a.example>)'],
    ['[url=javascript:alert(1)]click[/url]', 'click'],
    ['[img]https://a.example/p_1.png[/img]', '![](<https://a.example/p_1.png>)'],
    [
      '[quote="user1"]It [b]broke[/b].\nTwice.[/quote]\nWhen?',
      '> user1:\n> It **broke**.\n> Twice.\n\nWhen?',
    ],
    ['[quote=user1;12]a[quote]b[/quote]c[/quote]', '> user1:\n> a\n>\n> > b\n>\n> c'],
    ['[list][*]one[*]two\n[/list]after', '- one\n- two\n\nafter'],
    ['[list=1][*]one\nmore[*]two[/list]', '1. one\n   more\n2. two'],
    ['see [code]if (a[b] < *c) { }[/code]', 'see\n\n```\nif (a[b] < *c) { }\n```'],
    ['[b]never closed [i]at all', '\\[b\\]never closed \\[i\\]at all'],
    ['a[/b] stray end, [mystery]tag[/mystery]', 'a stray end, \\[mystery\\]tag\\[/mystery\\]'],
    ['[b][i]crossed[/b][/i]', '**\\[i\\]crossed**'],
    [
      '5 * 3 * 2 = 30, a_b_c\n# no heading\n1. no list',
      '5 \\* 3 \\* 2 = 30, a\\_b\\_c\n\\# no heading\n1\\. no list',
    ],
    ['[b]two\n\nparagraphs[/b]', 'two\n\nparagraphs'],
    ['[attachment=0]photo.jpg[/attachment]', 'photo.jpg'],
    ['[hr]', '---'],
  ])('%j', (bbcode, markdown) => {
    expect(bbcodeToMarkdown(bbcode)).toBe(markdown);
  });

  test('what was text stays the same text when it is shown', () => {
    const typed = 'Is <b>this</b> *fine*? ~~No~~ [link](http://x.example) `code` > 3 \\ __init__';
    expect(plainText(bbcodeToMarkdown(typed))).toBe(plainText('') + typed);
  });

  test('is told apart from Markdown by a closing tag', () => {
    expect(looksLikeBbcode('[b]x[/b]')).toBe(true);
    expect(looksLikeBbcode('[a link](https://a.example) and [x] a box [ref]')).toBe(false);
  });
});

const HOSTILE: [string, string][] = [
  ['opened and never closed', '[b]'.repeat(10_000)],
  ['closed and never opened', '[/b]'.repeat(7_000)],
  ['quotes without end', '[quote]'.repeat(4_000)],
  ['deep quotes', '[quote]'.repeat(2_000) + '[/quote]'.repeat(1_700)],
  ['code without end', '[code]'.repeat(5_000)],
  ['list items without a list', '[*]'.repeat(10_000)],
  ['brackets', '['.repeat(30_000)],
  ['half tags', '[url="'.repeat(5_000)],
  ['long values', `[url=${'a'.repeat(2_001)}`.repeat(14)],
  ['crossed', '[b][i][u][s]'.repeat(1_200) + '[/b][/i][/u][/s]'.repeat(700)],
  ['back-ticks in code', `[code]${'`'.repeat(20_000)}[/code]`],
  ['blanks', `[b]${' '.repeat(29_000)}[/b]`],
  ['list of lists', '[list][*]'.repeat(3_000)],
  ['own stand-ins', '\uE000[list]\uE000[*]x[/list]'.repeat(1_000)],
];

describe('hostile BBCode costs nothing and runs nothing', () => {
  test.each(HOSTILE)('%s', (_, text) => {
    const began = performance.now();
    const markdown = bbcodeToMarkdown(text);
    expect(performance.now() - began).toBeLessThan(1_000);
    expect(markdown.length).toBeLessThan(text.length * 3 + 1_000);
    expect(renderMarkdown(markdown.slice(0, 30_000))).not.toMatch(/<script|javascript:/i);
  });

  test('four times the text takes no more than some times four', () => {
    const text = (times: number) =>
      '[quote=a][b]x[/b] [url=https://a.example]y[/url] [list][*]z[/list][/quote] [i] ['.repeat(times);
    const measured = (times: number) => {
      const began = cpuMs();
      bbcodeToMarkdown(text(times));
      return cpuMs() - began;
    };
    measured(500);
    const small = Math.max(2, Math.min(...[1, 2, 3].map(() => measured(500))));
    expect(Math.min(...[1, 2, 3].map(() => measured(2_000)))).toBeLessThan(small * 12);
  });
});
