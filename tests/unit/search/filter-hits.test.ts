import { expect, test } from 'vitest';
import { readMatches } from '@/app/(site)/_parts/read-matches';
import { searchHref } from '@/app/(site)/search/search-address';
import { choicesOf, type Filterable, filterHits, foldThreads } from '@/lib/search/filter-hits';
import { NO_FILTERS } from '@/lib/search/schema';

const general = { slug: 'general', name: 'General' };

function hit(kind: 'article' | 'thread', id: string, more: Partial<Filterable> = {}): Filterable {
  const state = kind === 'thread' ? 'unsolved' : null;
  return { kind, id, category: general, tags: [], state, articleId: null, duplicateOf: null, ...more };
}

const shape = (hits: readonly Filterable[]) =>
  foldThreads(hits).map(({ hit: head, threads }) => [head.id, ...threads.map(({ id }) => id)]);

test('a duplicate is folded below its target, and with it below the article of that', () => {
  const target = hit('thread', 't');
  const duplicate = hit('thread', 'd', { duplicateOf: 't' });
  expect(shape([duplicate, hit('thread', 'x'), target])).toEqual([['t', 'd'], ['x']]);
  expect(shape([duplicate, hit('thread', 'x')])).toEqual([['d'], ['x']]);
  const promoted = hit('thread', 't', { articleId: 'a' });
  expect(shape([duplicate, promoted, hit('article', 'a')])).toEqual([['a', 'd', 't']]);
});

test('an article takes the better place of its own and its threads, and each hit is in the list once', () => {
  const article = hit('article', 'a');
  const own = [hit('thread', 't1', { articleId: 'a' }), hit('thread', 't2', { articleId: 'a' })];
  expect(shape([hit('thread', 'x'), ...own, article, hit('thread', 'y')])).toEqual([
    ['x'],
    ['a', 't1', 't2'],
    ['y'],
  ]);
  expect(shape([article, hit('thread', 'x'), ...own])).toEqual([['a', 't1', 't2'], ['x']]);
});

test('a thread whose article was not found stays a result of its own', () => {
  expect(shape([hit('thread', 't', { articleId: 'elsewhere' })])).toEqual([['t']]);
});

test('a folded thread is counted once', () => {
  const hits = [hit('article', 'a'), hit('thread', 't', { articleId: 'a' })];
  expect(choicesOf(hits, NO_FILTERS).types).toEqual({ all: 1, faq: 1, thread: 1 });
  expect(filterHits(hits, { ...NO_FILTERS, type: 'thread' })).toHaveLength(1);
});

test('a filter that is set is always among the choices, so that it has a name and can be taken off', () => {
  const tags = Array.from({ length: 30 }, (_, n) => ({ slug: `t${n}`, name: `T${n}` }));
  const hits = tags.map((tag, n) => hit('thread', `h${n}`, { tags: [tag] }));
  const choices = choicesOf(hits, { ...NO_FILTERS, tag: 't29', state: 'solved' });
  expect(choices.tags).toEqual([{ slug: 't29', name: 'T29', count: 0 }]);
  expect(choicesOf(hits, NO_FILTERS).tags).toHaveLength(12);
});

test('addresses say only what is set, and take any text', () => {
  const at = { ...NO_FILTERS, query: 'a & b#?', exact: false, explain: false };
  expect(searchHref(at)).toBe('/search?q=a+%26+b%23%3F');
  expect(searchHref({ ...at, tag: 'x', exact: true }, { state: 'solved' }, 2)).toBe(
    '/search?q=a+%26+b%23%3F&tag=x&state=solved&exact=1&page=2',
  );
  expect(searchHref({ ...at, type: 'faq' }, NO_FILTERS)).toBe(searchHref(at));
});

test('matches of another shape or another site are left out, and three stay', () => {
  for (const odd of [null, 1, {}, { answers: 'x' }, { answers: [null, { title: 1 }] }]) {
    expect(readMatches(odd)).toEqual([]);
  }
  const one = { kind: 'thread', id: '1', title: 'T', url: '/t/1/t', snippet: 'S', state: 'solved' };
  expect(readMatches({ answers: [{ ...one, url: 'https://example.com' }, one, one, one, one] })).toEqual(
    Array.from({ length: 3 }, () => ({
      id: 'thread:1',
      title: 'T',
      url: '/t/1/t',
      snippet: 'S',
      state: 'solved',
    })),
  );
});
