import { readFileSync } from 'node:fs';
import { Script } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { renderMarkdown, renderMarkdownForFrame } from '@/lib/markdown';
import { DEFAULT_SETTINGS, ShopSettings } from '@/lib/settings/schema';
import { listOrigins, WIDGET_ORIGINS_MAX, WidgetOrigins } from '@/lib/settings/widget-origins';
import { isWidgetPage } from '@/lib/web/framing';
import { contentSecurityPolicy, securityHeaders } from '@/lib/web/security-headers';
import { widgetScript } from '@/lib/widget/make-script';

/** A shop's page must not wait for its help button. */
const SCRIPT_GZIP_MAX = 15 * 1024;

describe('the list of pages that may show the widget', () => {
  test('is kept one origin a line, as browsers write them, each once', () => {
    const typed =
      ' https://Shop.Example.com/ \r\n\n http://localhost:8080\nhttps://shop.example.com:443\nhttps://bücher.example';
    expect(WidgetOrigins.parse(typed)).toBe(
      'https://shop.example.com\nhttp://localhost:8080\nhttps://xn--bcher-kva.example',
    );
  });

  test.each([
    ['shop.example.com', 'must begin with https://'],
    ['ftp://shop.example.com', 'must begin with https://'],
    ['javascript:alert(1)', 'must begin with https://'],
    ["'self'", 'must begin with https://'],
    ['*', 'has a star'],
    ['https://*.example.com', 'has a star'],
    ['https://shop.example.com/cart', 'Write only the beginning of its address: https://shop.example.com'],
    ['https://shop.example.com/?a=b', 'Write only the beginning'],
    ['https://', 'is not an address such as'],
    ['https://shop.example.com;script-src', 'is not an address such as'],
    ["https://shop.example.com,'none'", 'is not an address such as'],
    ['https://shop.example.com https://other.example', 'is not an address such as'],
    ['https://user:secret@shop.example.com', 'is not an address such as'],
    ['https://[::1]', 'is not an address such as'],
  ])('refuses %s with words that say what is wrong', (line, words) => {
    const { error } = WidgetOrigins.safeParse(`https://good.example\n${line}`);
    expect(error?.issues[0]?.message).toContain(words);
  });

  test('quotes only the beginning of a long wrong line, and ends somewhere', () => {
    const { error } = WidgetOrigins.safeParse('x'.repeat(1_000));
    expect(error?.issues[0]?.message.length).toBeLessThan(160);
    const lines = (n: number) => Array.from({ length: n }, (_, at) => `https://shop${at}.example`).join('\n');
    expect(listOrigins(WidgetOrigins.parse(lines(WIDGET_ORIGINS_MAX)))).toHaveLength(WIDGET_ORIGINS_MAX);
    expect(WidgetOrigins.safeParse(lines(WIDGET_ORIGINS_MAX + 1)).success).toBe(false);
  });

  test('that was saved is read again as it is, and settings saved before there was one are still good', () => {
    const saved = { ...DEFAULT_SETTINGS, widgetOrigins: 'https://a.example\nhttps://b.example' };
    expect(ShopSettings.parse(saved)).toEqual(saved);
    expect(listOrigins(saved.widgetOrigins)).toEqual(['https://a.example', 'https://b.example']);
    expect(listOrigins('')).toEqual([]);
    const { widgetOrigins: _, ...older } = DEFAULT_SETTINGS;
    expect(ShopSettings.partial().parse(older)).toEqual(older);
  });
});

describe('who may frame a page', () => {
  test.each([
    ['/widget', true],
    ['/widget/', true],
    ['/widget/faq/which-bulb', true],
    ['/widget.js', false],
    ['/widgets', false],
    ['/', false],
    ['/desk', false],
    ['/desk/widget', false],
    ['/Widget', false],
    ['/%77idget', false],
  ])('%s belongs to the panel: %s', (path, expected) => {
    expect(isWidgetPage(path)).toBe(expected);
  });

  test('is nobody, but for the panel the site itself and the listed origins', () => {
    const ancestorsOf = (framedBy: readonly string[] | null) =>
      /frame-ancestors ([^;]*)/.exec(contentSecurityPolicy('abc', true, framedBy))?.[1];
    expect(ancestorsOf(null)).toBe("'none'");
    expect(ancestorsOf([])).toBe("'self'");
    expect(ancestorsOf(['https://a.example', 'https://b.example'])).toBe(
      "'self' https://a.example https://b.example",
    );
    expect(contentSecurityPolicy('abc', true, ['https://a.example'])).toContain(
      "script-src 'self' 'nonce-abc'",
    );
  });

  test('X-Frame-Options is left out only where there is a list, and only the script is shared with other sites', () => {
    const site = 'https://help.example.com';
    expect(securityHeaders(site)).toMatchObject({
      'X-Frame-Options': 'DENY',
      'Cross-Origin-Resource-Policy': 'same-origin',
    });
    const framed = securityHeaders(site, { framedBy: [] });
    expect(framed).not.toHaveProperty('X-Frame-Options');
    expect(framed['Cross-Origin-Resource-Policy']).toBe('same-origin');
    const shared = securityHeaders(site, { isShared: true });
    expect(shared).toMatchObject({
      'X-Frame-Options': 'DENY',
      'Cross-Origin-Resource-Policy': 'cross-origin',
    });
  });
});

describe('the script of the widget', () => {
  const HOSTILE = '</script>"\\\'`$` + \u2028 $& ';

  test('stays small enough for any page', () => {
    expect(gzipSync(widgetScript(DEFAULT_SETTINGS)).byteLength).toBeLessThanOrEqual(SCRIPT_GZIP_MAX);
  });

  test('is a classic script that parses, whatever the shop is called, and carries the name as text', () => {
    const text = widgetScript({ shopName: HOSTILE, accent: '#a8480f' });
    expect(() => new Script(text)).not.toThrow();
    expect(text).not.toMatch(/^export\b/m);
    expect(text).toContain(JSON.stringify(`${HOSTILE} help`));
  });

  test('makes no markup from text, sets no style attribute and asks for nothing but its frame', () => {
    const source = readFileSync('lib/widget/button.js', 'utf8');
    expect(source).not.toMatch(
      /innerHTML|outerHTML|insertAdjacent|\.style\b|cssText|'style'|eval\(|document\.write/,
    );
    expect(source).not.toMatch(/fetch\(|XMLHttpRequest|sendBeacon|localStorage|cookie/);
    expect(source).not.toContain("'*'");
  });
});

test('links of an article in the panel open beside it, those within the page do not', () => {
  const words = '[here](/faq/x) [there](https://example.com/) [below](#part-y)';
  const links = [...renderMarkdownForFrame(words).matchAll(/<a ([^>]*)>/g)].map(
    ([, attributes]) => attributes,
  );
  expect(links).toEqual([
    'href="/faq/x" rel="noopener" target="_blank"',
    'href="https://example.com/" rel="nofollow ugc noopener" target="_blank"',
    'href="#part-y" rel="noopener"',
  ]);
  expect(renderMarkdown(words)).not.toContain('target');
});
