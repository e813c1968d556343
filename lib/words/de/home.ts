import type { home as English } from '@/lib/words/en/home';

export const home: typeof English = {
  title: '{shop}: Hilfe',
  description: 'Antworten, Forum und Erstattungen von {shop}.',
  news: '{shop}: Neues',
  question: 'Wie können wir helfen?',
  intro: 'Finden Sie eine Antwort von {shop} und anderen Kundinnen und Kunden.',
  helped: 'Was am meisten hilft',
  newest: 'Neueste Hilfeartikel',
  allAnswers: 'Alle Hilfeartikel',
  latest: 'Neues im Forum',
  canYouHelp: 'Können Sie helfen?',
  seeAll: 'Alle zeigen',
  stillLooking: 'Noch nichts gefunden?',
  doors: {
    ask: 'Eine Frage stellen',
    askText: 'Im Forum antworten andere Kundinnen und Kunden und der Shop, innerhalb eines Tages.',
    contact: 'Schreiben Sie uns',
    contactText: 'Alle Wege zu uns, und wie bald dort jemand antwortet.',
    refund: 'Geld zurück',
    refundText: 'Aus jedem Grund, sofort genehmigt und verfolgt, bis das Geld da ist.',
  },
};
