import type { widget as English } from '@/lib/words/en/widget';

export const widget: typeof English = {
  title: 'Hilfe',
  queryTitle: '{query} - Hilfe',
  nothing:
    'Nichts gefunden. Nehmen Sie weniger oder andere Wörter, oder fragen Sie: jemand antwortet innerhalb eines Tages.',
  seeAll: 'Alle {n} zeigen',
  backToSearch: 'Zurück zur Suche',
  backToResults: 'Zurück zu den Treffern',
  openAnswer: 'Diesen Artikel auf der Hilfeseite öffnen',
  missing: 'Vielleicht ist es umgezogen. Mit der Suche lässt es sich meist finden.',
  doors: {
    label: 'Mehr Hilfe',
    ask: 'Eine Frage stellen',
    refund: 'Geld zurück',
    newTab: '(öffnet einen neuen Tab)',
  },
  failed: {
    title: 'Bei uns ist etwas schiefgegangen',
    text: 'Wir haben es festgehalten. Oft hilft es, es noch einmal zu versuchen.',
    again: 'Noch einmal versuchen',
  },
  button: {
    open: 'Hilfe',
    close: 'Schließen',
    nothingShown: 'Ist oben nichts zu sehen?',
    newTab: 'Die Hilfe in einem neuen Tab öffnen',
  },
};
