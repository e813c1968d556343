import { expect, test } from 'vitest';
import { SearchIndex } from '@/lib/search/hold-index';
import { Vocabulary } from '@/lib/search/hold-vocabulary';
import type { Language } from '@/lib/search/languages';
import { cutSnippet, joinPieces, markMatches } from '@/lib/search/mark-matches';
import { rankDocuments } from '@/lib/search/rank-documents';
import { type Reading, readQuestion } from '@/lib/search/read-question';
import { editDistance, editsAllowed } from '@/lib/search/rules';
import { readFilters, readQuery } from '@/lib/search/schema';
import { endsSentence, stemsOf, wordsOf } from '@/lib/search/split-words';
import { languageOf } from '@/lib/search/stem-words';
import { readSynonyms } from '@/lib/search/synonyms';

const stems = (text: string, language: Language = 'en') =>
  wordsOf(text).flatMap((word) => [...stemsOf(word.surface, language)]);

let seq = 0;
function put(
  index: SearchIndex,
  subjectId: string,
  facts: { title: string; body?: string; keywords?: string; tags?: string },
) {
  seq += 1;
  index.put({
    seq,
    kind: 'thread',
    subjectId,
    body: '',
    keywords: '',
    category: '',
    tags: '',
    at: new Date(0),
    ...facts,
  });
}

function ask(index: SearchIndex, query: string, reading: Reading = {}): string[] {
  return rankDocuments(index, readQuestion(query, index, reading), { most: 10 }).map((hit) => hit.subjectId);
}

test('words are folded and stemmed, numbers and codes are not', () => {
  expect(stems("CAFÉS straße don't refunds")).toEqual(['cafe', 'strass', 'dont', 'refund']);
  expect(stems('order E4-1042')).toContain('1042');
  expect(stems('e-mail')).toEqual(['e', 'mail', 'email']);
  expect(stems('返金')).toEqual(['返', '返金', '金']);
  expect(stems('ขอคืนเงินได้')).toContain('เงิน');
  expect(stems('プログラミングの本')).toContain('プログラミング');
  expect(stems('!!! \u0000 …')).toEqual([]);
});

test('a query is cut to 200 characters and never ends in half a character', () => {
  expect(readQuery(`${'a'.repeat(199)}😀`)).toBe(`${'a'.repeat(199)}\ufffd`);
  expect(readQuery('x'.repeat(100_000))).toHaveLength(200);
  expect(readQuery(['a'])).toBe('');
  expect(readFilters({ type: '__proto__' }).type).toBe('all');
});

test('edits: a swap of neighbours is one, and short words are taken as they are', () => {
  expect(editDistance('refnud', 'refund', 2)).toBe(1);
  expect(editDistance('kitten', 'sitting', 2)).toBe(3);
  expect([3, 4, 7, 8].map(editsAllowed)).toEqual([0, 1, 1, 2]);
  const vocabulary = new Vocabulary();
  for (const word of ['refund', 'candle', '1042', 'guarantee', 'guarantee'])
    vocabulary.add(word, word.length);
  expect(vocabulary.near('refumd').map((found) => found.word)).toEqual(['refund']);
  expect(vocabulary.near('erfund').map((found) => found.edits)).toEqual([1]);
  expect(vocabulary.near('garuntee').map((found) => found.word)).toEqual(['guarantee']);
  expect(vocabulary.near('1043')).toEqual([]);
  expect(vocabulary.startingWith('can').map((found) => found.word)).toEqual(['candle']);
});

test('the title counts more than the body, and not every word is demanded', () => {
  const index = new SearchIndex();
  put(index, 'body', { title: 'Something else entirely', body: 'a word about the wick of it' });
  put(index, 'title', { title: 'The wick is too short', body: 'nothing' });
  for (let i = 0; i < 20; i += 1) put(index, `other ${i}`, { title: 'Parcel late', body: 'where is it' });
  expect(ask(index, 'why is my wick so very short nowadays')).toEqual(['title', 'body']);
});

test('a removed or changed document is not found by its old words', () => {
  const index = new SearchIndex();
  put(index, 'a', { title: 'Marble floor' });
  put(index, 'a', { title: 'Wooden floor' });
  expect(ask(index, 'marble')).toEqual([]);
  expect(ask(index, 'wooden')).toEqual(['a']);
  index.remove('thread', 'a');
  expect(ask(index, 'wooden')).toEqual([]);
  expect(index.size).toBe(0);
});

test('after many changes the index says that it is worn, and still finds everything', () => {
  const index = new SearchIndex();
  for (let round = 0; round < 1200; round += 1) put(index, 'a', { title: `Version ${round} of the lamp` });
  put(index, 'b', { title: 'Another lamp' });
  expect(index.isWorn).toBe(true);
  expect(ask(index, 'lamp').sort()).toEqual(['a', 'b']);
  expect(ask(index, '1199')).toEqual(['a']);
  expect(ask(index, '1198')).toEqual([]);
});

test('a misspelt word finds what was meant and says so; asked to the letter, it finds nothing', () => {
  const index = new SearchIndex();
  put(index, 'refund', { title: 'When does my refund arrive' });
  put(index, 'parcel', { title: 'Where is my parcel' });
  expect(ask(index, 'refnud')).toEqual(['refund']);
  expect(readQuestion('my refnud, please', index).meant).toBe('my refund, please');
  expect(readQuestion('my refund, please', index).meant).toBeNull();
  expect(ask(index, 'refnud', { correct: false })).toEqual([]);
  for (const id of ['one', 'two', 'three']) put(index, id, { title: `Cancel order ${id}` });
  put(index, 'candle', { title: 'The candle smokes' });
  expect(readQuestion('candel', index).meant).toBe('candle');
  expect(ask(index, 'candel')[0]).toBe('candle');
});

test('what speaks of something one bought stands a little higher', () => {
  const index = new SearchIndex();
  put(index, 'floor', { title: 'The floor lamp flickers' });
  put(index, 'porch', { title: 'The porch lamp flickers' });
  for (let i = 0; i < 20; i += 1) put(index, `other ${i}`, { title: 'Parcel late', body: 'where is it' });
  const ranked = (own: string[]) =>
    rankDocuments(index, readQuestion('lamp flickers', index), { most: 2, own }).map((hit) => hit.subjectId);
  expect(ranked(['Brass porch lamp'])).toEqual(['porch', 'floor']);
  expect(ranked(['Floor lamp, large'])).toEqual(['floor', 'porch']);
});

test('codes are found to the letter', () => {
  const index = new SearchIndex();
  put(index, 'one', { title: 'Lamp LMP-2041 flickers' });
  put(index, 'two', { title: 'Lamp LMP-2042 flickers' });
  expect(ask(index, 'lmp-2042 flickers')[0]).toBe('two');
  expect(ask(index, 'LMP2041')[0]).toBe('one');
  expect(ask(index, '2043')).toEqual([]);
});

test('what the owner said means the same finds the same, both ways and for phrases', () => {
  const index = new SearchIndex();
  put(index, 'parcel', { title: 'Where is my parcel' });
  put(index, 'card', { title: 'Use a gift card' });
  const synonyms = readSynonyms('parcel, package = shipment\nvoucher, gift card\nalone\n,,,');
  expect(ask(index, 'shipment', { synonyms })).toEqual(['parcel']);
  expect(ask(index, 'package', { synonyms })).toEqual(['parcel']);
  expect(ask(index, 'voucher', { synonyms })).toEqual(['card']);
  expect(ask(index, 'shipment')).toEqual([]);
});

test('other endings than the stemmer knows are found too, below the word itself', () => {
  const index = new SearchIndex();
  put(index, 'noun', { title: 'Subscription prices' });
  put(index, 'verb', { title: 'Subscribe to news' });
  expect(ask(index, 'subscribe')).toEqual(['verb', 'noun']);
});

test('each text is read in its own language among those of the shop, and asked in any', () => {
  expect(languageOf(['wo', 'ist', 'mein', 'paket', 'und', 'wann'], ['en', 'de'])).toBe('de');
  expect(languageOf(['xyz'], ['de', 'en'])).toBe('de');
  expect(stems('Lieferungen', 'de')).toEqual(stems('Lieferung', 'de'));
  const index = new SearchIndex(['en', 'de']);
  put(index, 'de', { title: 'Wie lange dauern die Lieferungen und was kosten sie' });
  put(index, 'en', { title: 'How long do deliveries take and what do they cost' });
  expect(ask(index, 'Lieferung')).toEqual(['de']);
  expect(ask(index, 'delivery')).toEqual(['en']);
});

test('a sentence ends at its sign and at a line end, not inside a number or an address', () => {
  const ends = (text: string) => {
    const [before, next] = wordsOf(text);
    return before && next && endsSentence(text, before, next);
  };
  expect(['one. Two', 'one\ntwo', 'one?” Two', 'one!\n\ntwo'].map(ends)).toEqual([true, true, true, true]);
  expect(['3.5', 'example.com', 'one two', 'one, two', 'e-mail'].map(ends)).not.toContain(true);
});

test('compounds are found apart and together', () => {
  const index = new SearchIndex();
  put(index, 'apart', { title: 'How do I use a gift card' });
  put(index, 'together', { title: 'Candleholder is loose' });
  expect(ask(index, 'giftcard')).toEqual(['apart']);
  expect(ask(index, 'candle holder')).toEqual(['together']);
});

test('pieces joined are the text, and a snippet shows the place that answers', () => {
  const marks = { stems: new Set(['refund']), prefix: '', languages: ['en'] as const };
  const title = 'Refunds: <b>how</b> refunding works';
  expect(joinPieces(markMatches(title, marks))).toBe(title);
  expect(markMatches(title, marks).filter((piece) => piece.hit)).toMatchObject([
    { text: 'Refunds' },
    { text: 'refunding' },
  ]);
  const text = `${'Some words before it. '.repeat(40)}The refund arrives in five days. ${'After. '.repeat(60)}`;
  const snippet = joinPieces(cutSnippet(text, marks));
  expect(snippet).toContain('refund arrives');
  expect(snippet.length).toBeLessThanOrEqual(200);
  expect(joinPieces(cutSnippet('😀'.repeat(400), marks))).not.toMatch(/\p{Cs}/u);
});
