import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { FailurePanel } from '@/app/_ui/failure-panel';
import { RelatedList } from '@/app/(site)/_parts/related-list';
import { ThreeDoors } from '@/app/(site)/_parts/three-doors';
import { Correction } from '@/app/(site)/search/correction';
import { Filters } from '@/app/(site)/search/filters';
import { ResultItem } from '@/app/(site)/search/result-item';
import { WidgetDoors } from '@/app/widget/_parts/widget-doors';
import { WidgetSearch } from '@/app/widget/_parts/widget-search';
import type { ResultCard } from '@/lib/search/make-result-cards';
import { NO_FILTERS } from '@/lib/search/schema';
import type { SearchPage } from '@/lib/search/search';
import { wordsOf } from '@/lib/words/catalogue';

const words = wordsOf('de');
const at = { ...NO_FILTERS, query: 'lampe', exact: false, explain: false };

/** What is read of it: its text, with a blank where an element ends, and the names that only assistive technology says. */
function readOf(part: ReactNode): string {
  const html = renderToStaticMarkup(part);
  const names = [...html.matchAll(/(?:aria-label|placeholder)="([^"]*)"/g)].map(([, name]) => name);
  return [...names, html.replace(/<[^>]*>/g, ' ')].join(' ').replace(/\s+/g, ' ');
}

/** Every sentence of the English catalogue that means only itself. */
function sentences(node: unknown): string[] {
  if (typeof node === 'string') return node.includes('{') || node.length < 12 ? [] : [node];
  return Object.values(node as Record<string, unknown>).flatMap(sentences);
}
const english = sentences(wordsOf('en'));
const expectGerman = (read: string) =>
  expect(english.filter((sentence) => read.includes(sentence))).toEqual([]);

describe('in German', () => {
  const thread: ResultCard = {
    kind: 'thread',
    id: 't1',
    href: '/t/t1/lampe',
    title: [{ text: 'Lampe', hit: true }],
    snippet: [{ text: 'Sie flackert.', hit: false }],
    score: 1,
    category: { slug: 'general', name: 'Allgemein' },
    state: 'unanswered',
    at: new Date('2026-11-20T10:00:00Z'),
    replyCount: 0,
    helped: 1200,
    discussedIn: [{ id: 't2', href: '/t/t2/x', title: 'Noch eine' }],
    parts: [],
  };

  it('a result says what it is, whom it helped and where else it is talked about', () => {
    const read = readOf(
      <ResultItem
        result={thread}
        now={new Date('2026-11-20T12:00:00Z')}
        explain={false}
        spoken={{ words, language: 'de' }}
      />,
    );
    expect(read).toContain('Ohne Antwort');
    expect(read).toContain('Hat 1.200 Personen geholfen');
    expect(read).toContain('vor 2 Stunden');
    expect(read).toContain('Darum geht es auch in Noch eine');
    expectGerman(read);
  });

  it('filters are set, offered and taken off, and a corrected search leads back to what was typed', () => {
    const found: SearchPage = {
      query: 'lampe',
      meant: 'Lampe',
      filters: { ...NO_FILTERS, state: 'solved' },
      items: [thread],
      total: 3,
      page: 1,
      perPage: 20,
      counts: { all: 3, faq: 1, thread: 2 },
      choices: {
        types: { all: 3, faq: 1, thread: 2 },
        states: { solved: 3, unsolved: 0, unanswered: 0 },
        categories: [{ slug: 'general', name: 'Allgemein', count: 2 }],
        tags: [{ slug: 'birne', name: 'Birne', count: 1 }],
      },
      found: 5,
    };
    const read = readOf(<Filters at={at} found={found} words={words.search.filters} />);
    expect(read).toContain('Filter entfernen: Stand: Gelöst');
    expect(read).toMatch(/Eingrenzen .*Bereich .*Stichwort/);
    expectGerman(read);
    const correction = readOf(<Correction at={at} meant="Lampe" words={words.search} />);
    expect(correction.trim()).toBe('Das sind die Treffer für Lampe . Doch nach „ lampe “ suchen');
  });

  it('what stands below an article and leads on', () => {
    const related = {
      kind: 'article' as const,
      id: 'a1',
      url: '/faq/birne',
      title: 'Welche Birne?',
      state: null,
    };
    const read = readOf(
      <>
        <RelatedList id="related" heading={words.faq.related} items={[related]} words={words.parts} />
        <ThreeDoors words={words.home.doors} />
      </>,
    );
    expect(read).toContain('Passt dazu Welche Birne? Hilfeartikel');
    expectGerman(read);
  });

  it('a page that failed says so, with the number that helps to find why', () => {
    const read = readOf(
      <FailurePanel
        error={Object.assign(new Error('x'), { digest: '4711' })}
        retry={() => {}}
        words={words.failure}
      />,
    );
    expect(read).toContain('Bei uns ist etwas schiefgegangen');
    expect(read).toContain('nennen Sie bitte diese Nummer: 4711');
    expectGerman(read);
  });

  it('the help panel searches and leads to the site', () => {
    const read = readOf(
      <>
        <WidgetSearch maxLength={200} words={words.frame.searchBox} />
        <WidgetDoors words={words.widget.doors} />
      </>,
    );
    expect(read).toContain('Eine Frage stellen (öffnet einen neuen Tab)');
    expectGerman(read);
  });
});

it('a page that failed where nobody handed words on speaks English', () => {
  expect(readOf(<FailurePanel error={null} retry={() => {}} />)).toContain(
    'Something went wrong on our side',
  );
});
