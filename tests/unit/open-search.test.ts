import { Parser } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { openSearchSuggestions } from '@/lib/search/open-search';
import { cacheableResponse } from '@/lib/web/cacheable';
import { openSearchDescription } from '@/lib/web/open-search';

const SITE = 'https://help.example.com';

type Element = { name: string; attributes: Record<string, string>; text: string };

function elementsOf(xml: string): Element[] {
  const elements: Element[] = [];
  const parser = new Parser(
    {
      onopentag: (name, attributes) => void elements.push({ name, attributes, text: '' }),
      ontext: (text) => {
        const last = elements.at(-1);
        if (last) last.text += text;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
  return elements.map((element) => ({ ...element, text: element.text.trim() }));
}

function textOf(xml: string, name: string): string | undefined {
  return elementsOf(xml).find((element) => element.name === name)?.text;
}

describe('the OpenSearch description', () => {
  test('leads a browser to the results page and to suggestions', () => {
    const templates = elementsOf(openSearchDescription('Lamps', SITE))
      .filter((element) => element.name === 'Url')
      .map(({ attributes }) => [attributes.type, attributes.template]);
    expect(templates).toEqual([
      ['text/html', `${SITE}/search?q={searchTerms}`],
      ['application/x-suggestions+json', `${SITE}/api/suggest/opensearch?q={searchTerms}`],
      ['application/opensearchdescription+xml', `${SITE}/opensearch.xml`],
    ]);
  });

  test.each(['Lamps & Sons', '</ShortName><x/>', '"quoted"', "]]>'"])(
    'carries the name %s as text',
    (name) => {
      const xml = openSearchDescription(name, SITE);
      expect(textOf(xml, 'ShortName')).toBe(name);
      expect(elementsOf(xml).map((element) => element.name)).toEqual(
        elementsOf(openSearchDescription('Lamps', SITE)).map((element) => element.name),
      );
    },
  );

  test('shortens a long name to what the format allows, between whole characters', () => {
    const short = textOf(openSearchDescription(`Lamps of ${'👩‍👩‍👧'.repeat(7)}`, SITE), 'ShortName') ?? '';
    expect(short).toBe('Lamps of');
    expect(textOf(openSearchDescription('x'.repeat(60), SITE), 'ShortName')).toHaveLength(16);
    expect(textOf(openSearchDescription('x'.repeat(60), SITE), 'LongName')).toHaveLength(48);
  });
});

test('suggestions stand side by side: query, titles, descriptions, absolute addresses', () => {
  const groups = [
    {
      label: 'Answers',
      items: [{ title: 'Which bulb?', url: '/faq/bulb', kind: 'article' as const, snippet: 'E27.' }],
    },
    {
      label: 'From the forum',
      items: [{ title: 'Dim bulb', url: '/t/1/dim', kind: 'thread' as const, snippet: 'It is dim.' }],
    },
  ];
  expect(openSearchSuggestions('bulb', groups, SITE)).toEqual([
    'bulb',
    ['Which bulb?', 'Dim bulb'],
    ['E27.', 'It is dim.'],
    [`${SITE}/faq/bulb`, `${SITE}/t/1/dim`],
  ]);
  expect(openSearchSuggestions('zeppelin', [], SITE)).toEqual(['zeppelin', [], [], []]);
});

describe('an answer that caches may keep', () => {
  const asked = (tag?: string) =>
    cacheableResponse(new Request(SITE, tag ? { headers: { 'if-none-match': tag } } : {}), 'words', {
      type: 'text/plain',
      maxAgeSeconds: 60,
    });

  test('says for how long, and by which tag it can be asked for again', async () => {
    const first = asked();
    const tag = first.headers.get('etag') ?? '';
    expect(first.headers.get('cache-control')).toBe('public, max-age=60');
    expect(tag).toMatch(/^"[\w-]{22}"$/);
    for (const known of [tag, `W/${tag}`, `"other", ${tag}`]) {
      const again = asked(known);
      expect([again.status, await again.text()], known).toEqual([304, '']);
    }
    expect(asked('"other"').status).toBe(200);
  });
});
