import { describe, expect, test } from 'vitest';
import { plainText, renderMarkdown } from '@/lib/markdown';
import { cpuMs } from '@/tests/support/cpu-time';
import { depthOf, parseStrictly } from './html-tree';

/** The largest text a form takes. */
const SIZE = 30_000;
const LIMIT_MS = 500;

const full = (part: string): string => part.repeat(Math.ceil(SIZE / part.length)).slice(0, SIZE);
const stairs = (step: (at: number) => string): string =>
  Array.from({ length: 240 }, (_, at) => step(at))
    .join('\n')
    .slice(0, SIZE);

const growing: Record<string, string> = {
  'open brackets': full('['),
  'nested brackets': '['.repeat(SIZE / 2) + ']'.repeat(SIZE / 2),
  'open links': full('[a]('),
  'open pictures': full('![['),
  'open parentheses': `[a](${'('.repeat(SIZE - 4)}`,
  'open titles': full('[a](b "'),
  'pictures in links': full('[![a](http://x.example)](/b)'),
  'pictures from elsewhere': full('![](http://a.example)'),
  'quotes in quotes': full('> '),
  'quotes without blanks': full('>'),
  'quotes and lists': full('> - '),
  'lists in lists': full('- '),
  'numbered lists in lists': full('1. '),
  'a stair of lists': stairs((at) => `${' '.repeat(at)}- x`),
  'a stair of quotes': stairs((at) => `${'>'.repeat(at)} x`),
  'a lazy quote': `${'> '.repeat(20)}${full('a\n')}`.slice(0, SIZE),
  'empty items': full('-\n '),
  'a wide table': `${'|a'.repeat(1000)}\n${'|-'.repeat(1000)}\n${'|\n'.repeat(10_000)}`.slice(0, SIZE),
  'a long table': `|a|b|\n|-|-|\n${full('|x|y|\n')}`.slice(0, SIZE),
  'a table of pipes': full('|\n|-'),
  'a header only': `${'|a'.repeat(7000)}\n${'|-'.repeat(7000)}\n`,
  '10,000 short links': full('</>[](/) '),
  'thousands of addresses': full('http://a.bc '),
  'addresses without end': full('http://a.b/,,,,,,'),
  'bare schemes': full('http://'),
  'addresses in parentheses': full('https://a.b/('),
  'sub-domains without end': full('http://a.b.c.d.e.f.'),
  'two alphabets': full('http://aа.example '),
  'open autolinks': full('<http://a'),
  'mail addresses': full('a@b.example '),
  emphasis: full('*a '),
  stars: full('*'),
  'mixed emphasis': full('_a*b'),
  'strong in weak': full('**a *b '),
  'runs of three': full('***a** '),
  'stars on both sides': `${'**'.repeat(7000)}a${'**'.repeat(7000)}`,
  'struck text': full('~~a '),
  'back-ticks': full('`'),
  'a stair of back-ticks': stairs((at) => `${'`'.repeat(at)}a`),
  fences: full('```\n'),
  'open tags': full('<a '),
  'open comments': full('<!--'),
  entities: full('&amp;'),
  'half entities': full('&#'),
  'back-slashes': full('\\['),
  references: Array.from({ length: 1500 }, (_, at) => `[a${at}]: /x\n`).join('') + '[a1]'.repeat(1000),
  'open references': full('[a]: '),
  headings: full('# a\n'),
  'underlined headings': full('a\n-\n'),
  rules: full('* * '),
  zalgo: full(`a${'\u0301'.repeat(100)}`),
  'marks in changing order': full('\u0301\u0323'),
  joiners: full('\u200D'),
  overrides: full('\u202E'),
  'half surrogates': full('\uD800'),
  emoji: full('👩‍👩‍👧‍👦'),
  'one word': full('a'),
  blanks: full(' '),
  'line ends': full('\n'),
  tabs: full('\t'),
};

describe('the largest text a form takes is rendered in half a second, whatever it is', () => {
  test.each(Object.entries(growing))('%s', (_, source) => {
    expect(source.length).toBeLessThanOrEqual(SIZE);
    const times: number[] = [];
    let html = '';
    // Three tries with sources that differ, so that neither the cache answers nor a busy machine decides.
    for (
      let attempt = 0;
      attempt < 3 && (times.length === 0 || Math.min(...times) > LIMIT_MS);
      attempt += 1
    ) {
      const begin = cpuMs();
      html = renderMarkdown(`${source}\n${attempt}`);
      plainText(source, 200);
      times.push(cpuMs() - begin);
    }
    expect(Math.min(...times)).toBeLessThan(LIMIT_MS);
    // Neither is the page blown up, nor nested deeper than a browser likes.
    expect(html.length).toBeLessThan(600_000);
    expect(depthOf(parseStrictly(html))).toBeLessThanOrEqual(62);
  });

  test('a text far beyond every form is cut, not refused', () => {
    expect(renderMarkdown('word '.repeat(200_000)).length).toBeLessThan(201_000);
  });
});

describe('what was rendered once is shown from the cache', () => {
  /** Replies on one page of a thread. */
  const PER_PAGE = 30;
  /** The issue's number for a page. */
  const PAGE_MS = 50;
  const pages: Record<string, string[]> = {
    'of thirty different posts': Object.values(growing).slice(0, PER_PAGE),
    // The largest results and the slowest to make.
    'of addresses': Array.from(
      { length: PER_PAGE },
      (_, at) => `${at} ${growing['open autolinks']?.slice(9)}`,
    ),
  };

  test.each(Object.entries(pages))('a page %s at the limit costs less than 50 ms', (_, posts) => {
    expect(posts).toHaveLength(PER_PAGE);
    for (const post of posts) renderMarkdown(post);
    const times = Array.from({ length: 3 }, () => {
      const begin = cpuMs();
      for (const post of posts) renderMarkdown(post);
      return cpuMs() - begin;
    });
    expect(Math.min(...times)).toBeLessThan(PAGE_MS);
  });
});
