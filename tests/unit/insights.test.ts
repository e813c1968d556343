import { expect, test } from 'vitest';
import { later, MINUTE, SECOND } from '@/lib/clock';
import {
  afterEarlier,
  daysOf,
  looksLikeAPerson,
  namedIn,
  possibleOrderNumbers,
  searchesThatLedHere,
  wordingOf,
} from '@/lib/insights/rules';
import { NotedSearch, readPeriod } from '@/lib/insights/schema';

test('wordings that differ in case, accents, spaces and signs are one', () => {
  const wordings = ['Gift wrapping?', 'gift   WRAPPING', '“gift” wrapping!!', 'ｇｉｆｔ wrapping'].map(
    wordingOf,
  );
  expect(new Set(wordings)).toEqual(new Set(['gift wrapping']));
  expect(wordingOf('Schaumkrönchen')).toBe(wordingOf('schaumkronchen'));
});

test('what is too short to mean anything is not kept, in scripts where two signs are a word they are', () => {
  expect(['', ' ', 'a', 'ab', '?!', '…'].map(wordingOf)).toEqual([null, null, null, null, null, null]);
  expect(wordingOf('返金')).toBe('返金');
  expect(wordingOf('usb')).toBe('usb');
});

test.each([
  'mail me at someone@example.com',
  'someone＠example.com',
  'where is order 10429911',
  'order #1042',
  'bestellung nr. 1042',
  'no. 1042 is missing',
  'PL-10-432 lamp',
  '4111 1111 1111 1111',
  '4111-1111-1111-1111',
  '+49 (171) 234 567',
  'DE89 3704 0044 0532 0130 00',
  'AB12CD345',
  '١٠٤٢٩٩١١',
  '１０４２９',
])('“%s” may be somebody’s own and is not kept', (query) => {
  expect(wordingOf(query)).toBeNull();
});

test.each([
  'bulb e27',
  'open until 8 pm',
  'refund after 30 days',
  'fault code e4 1042',
  '2 lamps 15 w 230 v',
])('“%s” is nobody’s own', (query) => {
  expect(wordingOf(query)).toBe(query);
});

test('a word with a digit may be an order’s number, alone or with the word before', () => {
  expect(possibleOrderNumbers('where is pl 1042')).toEqual(['1042', 'pl 1042']);
  expect(possibleOrderNumbers('1042')).toEqual(['1042']);
  expect(possibleOrderNumbers('where is it')).toEqual([]);
});

const at = new Date('2026-11-24T12:00:00Z');
const typed = (query: string, secondsAgo: number, more: object = {}) => ({
  query,
  place: 'suggestions' as const,
  at: later(at, -secondsAgo * SECOND),
  opened: 0,
  ...more,
});

test('words that grow are one search being typed, and so is sending them', () => {
  expect(afterEarlier(typed('groc', 3), { query: 'grocery sh', place: 'suggestions' }, at)).toBe('grown');
  expect(afterEarlier(typed('grocery', 3), { query: 'grocery shop', place: 'page' }, at)).toBe('grown');
  expect(afterEarlier(typed('grocery', 3), { query: 'grocery', place: 'page' }, at)).toBe('new');
});

test('taking letters away is no search, but sending what is left is', () => {
  expect(afterEarlier(typed('grocery', 3), { query: 'groc', place: 'suggestions' }, at)).toBe('shrinking');
  expect(afterEarlier(typed('grocery', 3), { query: 'groc', place: 'page' }, at)).toBe('new');
});

test('a search that was sent, answered or left for a while is not typing', () => {
  const next = { query: 'grocery shop', place: 'suggestions' } as const;
  expect(afterEarlier(null, next, at)).toBe('new');
  expect(afterEarlier(typed('grocery', 3, { place: 'page' }), next, at)).toBe('new');
  expect(afterEarlier(typed('grocery', 3, { opened: 1 }), next, at)).toBe('new');
  expect(afterEarlier(typed('grocery', 6 * (MINUTE / SECOND)), next, at)).toBe('new');
  expect(afterEarlier(typed('lamp', 3), next, at)).toBe('new');
});

test('a question follows the last search and the last title, but none that was solved', () => {
  const search = (id: string, place: 'page' | 'ask' | 'suggestions', solved = 0) => ({ id, place, solved });
  const led = searchesThatLedHere([
    search('title', 'ask'),
    search('solved', 'page', 1),
    search('last', 'suggestions'),
    search('older', 'page'),
    search('older title', 'ask'),
  ]);
  expect(led.map(({ id }) => id)).toEqual(['last', 'title']);
  expect(searchesThatLedHere([search('solved', 'page', 1)])).toEqual([]);
});

test('periods are calendar days of the shop; yesterday is a whole day and the others include today', () => {
  const night = new Date('2026-11-24T02:00:00Z');
  expect(daysOf('yesterday', night, 'UTC')).toEqual({ from: '2026-11-23', to: '2026-11-23' });
  expect(daysOf('yesterday', night, 'America/New_York')).toEqual({ from: '2026-11-22', to: '2026-11-22' });
  expect(daysOf('7', night, 'UTC')).toEqual({ from: '2026-11-18', to: '2026-11-24' });
  expect(daysOf('30', night, 'UTC')).toEqual({ from: '2026-10-26', to: '2026-11-24' });
  expect([readPeriod('30'), readPeriod('yesterday'), readPeriod('x'), readPeriod(undefined)]).toEqual([
    '30',
    'yesterday',
    '7',
    '7',
  ]);
});

test('only addresses of articles and threads name a result', () => {
  expect(namedIn('/faq/caf%C3%A9-hours?x=1#y')).toEqual({ article: 'café-hours' });
  expect(namedIn('/t/abc/some-words')).toEqual({ thread: 'abc' });
  for (const href of [
    '/faq',
    '/faq?category=x',
    '/search?q=x',
    'https://evil.example/faq/x',
    '/faq/%E0%A4%A',
  ]) {
    expect(namedIn(href)).toBeNull();
  }
});

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

test('a person’s browser is told from a program by the headers that browsers send', () => {
  const person = (headers: Record<string, string>) => looksLikeAPerson(new Headers(headers));
  expect(person({ 'user-agent': FIREFOX, 'sec-fetch-mode': 'navigate', 'sec-fetch-site': 'none' })).toBe(
    true,
  );
  expect(person({ 'user-agent': FIREFOX, 'sec-fetch-mode': 'cors', 'sec-fetch-site': 'same-origin' })).toBe(
    true,
  );
  // On plain http browsers send no Sec-Fetch headers.
  expect(person({ 'user-agent': FIREFOX, 'accept-language': 'de' })).toBe(true);
  expect(person({ 'user-agent': FIREFOX })).toBe(false);
  expect(person({ 'user-agent': 'node' })).toBe(false);
  expect(person({ 'user-agent': 'node', 'sec-fetch-mode': 'cors' })).toBe(false);
  expect(person({ 'accept-language': 'de' })).toBe(false);
  const bot = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)';
  expect(person({ 'user-agent': bot, 'sec-fetch-mode': 'navigate' })).toBe(false);
  const prefetch = { 'user-agent': FIREFOX, 'sec-fetch-mode': 'navigate', 'sec-purpose': 'prefetch' };
  expect(person(prefetch)).toBe(false);
});

test('what a browser notes has a known shape and nothing else in it', () => {
  const noted = { query: 'lamp', place: 'suggestions', results: 3 };
  expect(NotedSearch.safeParse(noted).success).toBe(true);
  expect(NotedSearch.safeParse({ ...noted, opened: { href: '/faq/x', rank: 1 } }).success).toBe(true);
  for (const wrong of [
    { ...noted, place: 'mail' },
    { ...noted, results: -1 },
    { ...noted, results: 1.5 },
    { ...noted, email: 'a@example.com' },
    { ...noted, opened: { href: '/faq/x', rank: 0 } },
    { ...noted, ignored: 'yes' },
    { ...noted, query: 'x'.repeat(2001) },
    null,
  ]) {
    expect(NotedSearch.safeParse(wrong).success).toBe(false);
  }
});
