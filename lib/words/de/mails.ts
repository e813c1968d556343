import type { mails as English } from '@/lib/words/en/mails';

export const mails: typeof English = {
  signIn: {
    subject: 'Ihr Link zur Anmeldung bei {shop}',
    begin: 'Hier ist der Link zum Anmelden. Wenn Sie neu sind, entsteht damit auch Ihr Konto.',
    button: 'Anmelden',
    ignore:
      'Wenn Sie das nicht angefordert haben, können Sie diese E-Mail löschen: es geschieht nichts, solange niemand den Link öffnet und dort den Knopf drückt. Geben Sie den Code an niemanden weiter.',
    why: 'Sie bekommen diese E-Mail, weil diese Adresse auf der Anmeldeseite von {site} eingegeben wurde.',
  },
  question: {
    subject: 'Bestätigen Sie Ihre Frage bei {shop}',
    begin: 'Sie haben eine Frage gestellt. Sie erscheint, sobald Sie bestätigen, dass das Ihre Adresse ist.',
    button: 'Ansehen und bestätigen',
    ignore:
      'Wenn Sie das nicht angefordert haben, können Sie diese E-Mail löschen: es wird nichts veröffentlicht, solange niemand den Link öffnet und dort den Knopf drückt. Geben Sie den Code an niemanden weiter.',
    why: 'Sie bekommen diese E-Mail, weil diese Adresse auf der Seite für Fragen von {site} eingegeben wurde.',
  },
  code: 'Oder geben Sie diesen Code auf der Seite ein, die noch offen ist: {code}',
  once: 'Link und Code gelten einmal, und {n} Minuten lang.',
};
