import { Parser } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { atomDocument, type Feed } from '@/lib/web/atom';

type Element = { name: string; attributes: Record<string, string>; text: string; children: Element[] };

/** Reads a small XML document strictly: every element is closed in order, and there is one root. */
function readXml(xml: string): Element {
  const root: Element = { name: '', attributes: {}, text: '', children: [] };
  const open = [root];
  const opened = [...xml.matchAll(/<[A-Za-z][^>]*[^/>]>/g)].length;
  const closed = [...xml.matchAll(/<\/[A-Za-z]+>/g)].length;
  expect(opened).toBe(closed);
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const element = { name, attributes, text: '', children: [] };
        open.at(-1)?.children.push(element);
        open.push(element);
      },
      ontext(text) {
        const here = open.at(-1);
        if (here) here.text += text;
      },
      onclosetag(name, implied) {
        expect(implied && !xml.includes(`<${name} `)).toBe(false);
        expect(open.pop()?.name).toBe(name);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(xml);
  parser.end();
  expect(open).toHaveLength(1);
  expect(root.children).toHaveLength(1);
  return root.children[0] as Element;
}

function aFeed(title: string, html = '<p>Hello</p>'): Feed {
  const at = new Date('2026-11-21T07:00:00Z');
  const url = 'https://help.example.com/digests/2026-11-21?a=1&b=2';
  return {
    title,
    pageUrl: 'https://help.example.com/digests',
    feedUrl: 'https://help.example.com/digests/feed.xml',
    entries: [{ url, title, author: title, publishedAt: at, updatedAt: at, html }],
  };
}

const HOSTILE = [
  '</title><script>alert(1)</script>',
  ']]> &lt; & "quoted" \'single\'',
  '<!ENTITY x SYSTEM "file:///etc/passwd"> &x;',
  '<![CDATA[ x ]]>',
  '<?xml version="1.0"?>',
  'Grüße 荷物 👩‍👩‍👧',
];

function child(element: Element | undefined, name: string): Element {
  const found = element?.children.find((one) => one.name === name);
  if (!found) throw new Error(`no <${name}>`);
  return found;
}

describe('an Atom document', () => {
  test.each(HOSTILE)('carries %s as text in every place', (text) => {
    const feed = readXml(atomDocument(aFeed(text, `<p>${text}</p>`)));
    const entry = child(feed, 'entry');
    expect(child(feed, 'title').text).toBe(text);
    expect(child(entry, 'title').text).toBe(text);
    expect(child(child(entry, 'author'), 'name').text).toBe(text);
    expect(child(entry, 'content').text).toBe(`<p>${text}</p>`);
    expect(child(entry, 'content').attributes).toEqual({ type: 'html' });
  });

  test('has what RFC 4287 demands of a feed and of an entry', () => {
    const feed = readXml(atomDocument(aFeed('News')));
    expect(feed).toMatchObject({ name: 'feed', attributes: { xmlns: 'http://www.w3.org/2005/Atom' } });
    expect(child(feed, 'id').text).toBe('https://help.example.com/digests/feed.xml');
    expect(child(feed, 'updated').text).toBe('2026-11-21T07:00:00.000Z');
    const links = feed.children.filter((one) => one.name === 'link').map((one) => one.attributes.rel);
    expect(links).toEqual(['self', 'alternate']);
    const entry = child(feed, 'entry');
    for (const name of ['id', 'title', 'updated', 'author', 'content', 'link']) child(entry, name);
    expect(child(entry, 'id').text).toBe('https://help.example.com/digests/2026-11-21?a=1&b=2');
  });

  test('leaves out characters that XML cannot carry', () => {
    const document = atomDocument(aFeed('a\u0000b\u0008c\uD800d\uFFFEe'));
    expect(child(readXml(document), 'title').text).toBe('abcde');
  });

  test('without entries is still a feed', () => {
    const feed = readXml(atomDocument({ ...aFeed('News'), entries: [] }));
    expect(child(feed, 'updated').text).toBe('1970-01-01T00:00:00.000Z');
  });
});
