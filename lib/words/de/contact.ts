import type { contact as English } from '@/lib/words/en/contact';

export const contact: typeof English = {
  title: 'Kontakt',
  intro: 'Alle Wege zu uns, und wie bald dort jemand antwortet.',
  fastest: 'Am schnellsten geht es mit der Suche',
  ask: {
    title: 'Im Forum fragen',
    soon: 'Antwort innerhalb von 24 Stunden',
    text: 'Es antworten andere Kundinnen und Kunden und der Shop. Oft hatte jemand dasselbe Problem und ist schneller als wir.',
    button: 'Eine Frage stellen',
  },
  refund: {
    title: 'Geld zurück',
    soon: 'Sofort genehmigt',
    text: 'Dafür brauchen Sie niemanden: Sie machen es selbst, aus jedem Grund, und sehen jeden Schritt, bis das Geld da ist.',
    button: 'Erstattung beginnen',
  },
  write: {
    title: 'Eine E-Mail schreiben',
    soon: 'Antwort innerhalb von 24 Stunden',
    text: 'Für alles, was nur Sie und uns angeht. Nennen Sie Ihre Bestellnummer, wenn Sie eine haben: {email}',
    button: 'Schreiben Sie uns',
  },
  call: {
    title: 'Anrufen',
    soon: 'Sofort, wenn jemand da ist',
    text: 'Wenn niemand abnimmt, schreiben Sie uns: das wird innerhalb von 24 Stunden gelesen. {phone}',
    button: 'Anrufen',
  },
};
