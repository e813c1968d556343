import type { asking as English } from '@/lib/words/en/asking';

export const asking: typeof English = {
  title: 'Eine Frage stellen',
  intro: 'Es antworten andere Kundinnen und Kunden und der Shop, meist innerhalb eines Tages.',
  question: 'Ihre Frage in einer Zeile',
  placeholder: 'Welche Birne passt in die Verandalampe?',
  checkFirst: 'Erst nach Antworten sehen',
  isItOne: 'Ist es eines davon?',
  similar: 'Ähnliche Antworten',
  newTab: '(öffnet einen neuen Tab)',
  thisSolved: 'Das hat geholfen',
  none: 'Keines davon',
  states: { answer: 'Hilfeartikel', solved: 'Gelöst', open: 'Offene Frage' },
  nothingClose: 'Etwas Ähnliches wurde noch nicht gefragt.',
  what: 'Was ist passiert, und was haben Sie schon versucht?',
  whatHint: 'Eine leere Zeile beginnt einen neuen Absatz. Alle können das lesen.',
  tagsPlaceholder: 'Lampe, Birne',
  email: 'Ihre E-Mail-Adresse',
  emailHint:
    'Für die Antworten. Wir schicken Ihnen einen Link und einen Code; Ihre Frage erscheint, sobald Sie bestätigen. Niemand sonst sieht Ihre Adresse.',
  posting: 'Wird veröffentlicht …',
  sending: 'Wird gesendet …',
  post: 'Frage veröffentlichen',
  ask: 'Fragen',
  password: 'Mit Passwort anmelden',
};
