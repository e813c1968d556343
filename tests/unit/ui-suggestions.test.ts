import { describe, expect, it } from 'vitest';
import { markMatches, readSuggestions } from '@/app/_ui/suggestions';

describe('suggestions while typing', () => {
  it('reads groups of articles and threads', () => {
    const found = readSuggestions(
      {
        allUrl: '/search?q=late',
        groups: [{ label: 'Articles', items: [{ kind: 'article', title: 'Late parcel', url: '/faq/late' }] }],
      },
      'late',
    );
    expect(found.allUrl).toBe('/search?q=late');
    expect(found.groups[0]?.items[0]?.title).toBe('Late parcel');
  });

  it('shows nothing, but keeps the way to all results, when the answer is of another shape', () => {
    for (const strange of [
      null,
      7,
      'x',
      [],
      {},
      { groups: 'x' },
      { groups: [null, { items: [{ title: 1 }] }] },
    ]) {
      expect(readSuggestions(strange, 'a & b')).toEqual({ groups: [], allUrl: '/search?q=a%20%26%20b' });
    }
  });

  it('never leads to another site', () => {
    const items = ['https://example.com', '//example.com', '/\\example.com', 'javascript:alert(1)'].map(
      (url) => ({
        kind: 'thread',
        title: 'x',
        url,
      }),
    );
    expect(readSuggestions({ allUrl: '//example.com', groups: [{ label: 'x', items }] }, 'q')).toEqual({
      groups: [],
      allUrl: '/search?q=q',
    });
  });

  it('keeps at most eight in all', () => {
    const items = Array.from({ length: 6 }, (_, n) => ({ kind: 'thread', title: `t${n}`, url: `/t/${n}/t` }));
    const groups = [
      { label: 'a', items },
      { label: 'b', items },
      { label: 'c', items },
    ];
    expect(readSuggestions({ groups }, 'q').groups.map((group) => group.items.length)).toEqual([6, 2]);
  });
});

describe('marking what matched', () => {
  const hits = (title: string, query: string) =>
    markMatches(title, query)
      .filter((piece) => piece.hit)
      .map((piece) => piece.text);

  it('marks beginnings of words, whatever their case', () => {
    expect(hits('Refund of a prerefund', 'refund')).toEqual(['Refund']);
    expect(hits('Ümlaut and umlaut', 'ümlaut')).toEqual(['Ümlaut']);
  });

  it('takes signs of the query as text, and loses no letter of the title', () => {
    const title = 'Is (this) a $5 [refund]?';
    expect(hits(title, '.*+?^$()|[]\\ refund')).toEqual(['refund']);
    expect(markMatches(title, '(re')).toHaveLength(3);
    expect(
      markMatches(title, 'is re')
        .map((piece) => piece.text)
        .join(''),
    ).toBe(title);
  });
});
