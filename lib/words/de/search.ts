import type { search as English } from '@/lib/words/en/search';

export const search: typeof English = {
  title: 'Suche',
  queryTitle: '{query} - Suche',
  intro:
    'Schreiben Sie, was Sie uns sagen würden. Ganze Sätze sind in Ordnung, und Tippfehler machen nichts.',
  kinds: { label: 'Art der Treffer', all: 'Alles', faq: 'Hilfeartikel', forum: 'Forum' },
  results: { one: '{n} Treffer', other: '{n} Treffer' },
  meant: 'Das sind die Treffer für {meant}.',
  exact: 'Doch nach „{query}“ suchen',
  nothing: 'Nichts gefunden zu „{query}“',
  nothingText:
    'Das hat hier noch niemand gefragt, oder nicht mit diesen Worten. Vielleicht hilft es, weniger oder andere Wörter zu nehmen. Was nicht gefunden wurde, merken wir uns ohne Ihren Namen und schreiben die fehlenden Antworten.',
  orAsk: 'Oder fragen Sie: Ihre Worte stehen schon da',
  nearest: 'Was dem am nächsten kommt',
  notThis: 'Nicht das Richtige dabei?',
  beyond: 'Die Treffer enden vor dieser Seite.',
  first: 'Zur ersten Seite',
  noneFits: 'Zu allen diesen Filtern zusammen passt nichts.',
  seeAll: 'Alle Treffer zeigen',
  filters: {
    set: 'Gesetzte Filter',
    remove: 'Filter entfernen:',
    narrow: 'Eingrenzen',
    state: 'Stand',
    category: 'Bereich',
    tag: 'Stichwort',
    solved: 'Gelöst',
    unsolved: 'Ungelöst',
    unanswered: 'Ohne Antwort',
  },
  answer: 'Hilfeartikel',
  forum: 'Forum',
  helped: { one: 'Hat {n} Person geholfen', other: 'Hat {n} Personen geholfen' },
  discussedIn: 'Darum geht es auch in {thread}',
};
