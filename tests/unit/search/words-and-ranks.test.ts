import { expect, test } from 'vitest';
import { SearchIndex } from '@/lib/search/hold-index';
import { Vocabulary } from '@/lib/search/hold-vocabulary';
import { cutSnippet, joinPieces, markMatches } from '@/lib/search/mark-matches';
import { rankDocuments } from '@/lib/search/rank-documents';
import { readQuestion } from '@/lib/search/read-question';
import { editDistance, editsAllowed } from '@/lib/search/rules';
import { readFilters, readQuery } from '@/lib/search/schema';
import { wordsOf } from '@/lib/search/split-words';

const stems = (text: string) => wordsOf(text).flatMap((word) => [...word.stems]);

let seq = 0;
function put(
  index: SearchIndex,
  subjectId: string,
  facts: { title: string; body?: string; solved?: boolean },
) {
  seq += 1;
  const { title, body = '', solved = false } = facts;
  index.put({ seq, kind: 'thread', subjectId, title, body, solved, keywords: '', category: '', tags: '' });
}

function ask(index: SearchIndex, query: string): string[] {
  return rankDocuments(index, readQuestion(query, index, false), null, 10).map((hit) => hit.subjectId);
}

test('words are folded and stemmed, numbers and codes are not', () => {
  expect(stems("CAFÉS straße don't refunds")).toEqual(['cafe', 'strass', 'dont', 'refund']);
  expect(stems('order E4-1042')).toContain('1042');
  expect(stems('e-mail')).toEqual(['e', 'mail', 'email']);
  expect(stems('返金')).toEqual(['返', '返金', '金']);
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
  for (const word of ['refund', 'candle', '1042']) vocabulary.add(word, word.length);
  expect(vocabulary.near('refumd').map((found) => found.word)).toEqual(['refund']);
  expect(vocabulary.near('1043')).toEqual([]);
  expect(vocabulary.startingWith('can').map((found) => found.word)).toEqual(['candle']);
});

test('the title counts more than the body, not every word is demanded, solved stands above', () => {
  const index = new SearchIndex();
  put(index, 'body', { title: 'Something else entirely', body: 'a word about the wick of it' });
  put(index, 'title', { title: 'The wick is too short', body: 'nothing' });
  put(index, 'solved', { title: 'The wick is too short', body: 'nothing', solved: true });
  for (let i = 0; i < 20; i += 1) put(index, `other ${i}`, { title: 'Parcel late', body: 'where is it' });
  expect(ask(index, 'why is my wick so very short nowadays')).toEqual(['solved', 'title', 'body']);
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

test('after many changes the index is laid out anew and still finds everything', () => {
  const index = new SearchIndex();
  for (let round = 0; round < 1200; round += 1) put(index, 'a', { title: `Version ${round} of the lamp` });
  put(index, 'b', { title: 'Another lamp' });
  expect(ask(index, 'lamp').sort()).toEqual(['a', 'b']);
  expect(ask(index, '1199')).toEqual(['a']);
  expect(ask(index, '1198')).toEqual([]);
});

test('compounds are found apart and together', () => {
  const index = new SearchIndex();
  put(index, 'apart', { title: 'How do I use a gift card' });
  put(index, 'together', { title: 'Candleholder is loose' });
  expect(ask(index, 'giftcard')).toEqual(['apart']);
  expect(ask(index, 'candle holder')).toEqual(['together']);
});

test('pieces joined are the text, and a snippet shows the place that answers', () => {
  const marks = { stems: new Set(['refund']), prefix: '' };
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
