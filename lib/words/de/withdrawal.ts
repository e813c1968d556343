import type { Words } from '@/lib/words/catalogue';

/** Der Widerruf eines Vertrags; die beiden Beschriftungen sind die des § 356a BGB. */
export const withdrawal: Words['withdrawal'] = {
  function: 'Vertrag widerrufen',
  intro:
    'Teilen Sie uns mit, dass Sie Ihren Vertrag widerrufen. Sie brauchen kein Konto und nennen keinen Grund; wir bestätigen es sofort per E-Mail mit Datum und Uhrzeit.',
  name: 'Ihr Name',
  contract: 'Welcher Vertrag?',
  contractHint: 'Die Bestellnummer, oder was Sie wann bestellt haben.',
  email: 'E-Mail-Adresse für die Bestätigung',
  next: 'Weiter',
  reviewTitle: 'Bestätigen Sie Ihren Widerruf',
  reviewIntro: 'Das erklären Sie. Bevor Sie bestätigen, wird nichts gesendet.',
  statement: 'Ich, {name}, widerrufe den Vertrag: {contract}',
  confirm: 'Widerruf bestätigen',
  change: 'Etwas ändern',
  goneTitle: 'Hier wartet nichts auf Ihre Bestätigung',
  goneText:
    'Haben Sie schon bestätigt, ist Ihr Widerruf bei uns eingegangen. Wenn nicht, wurde nichts gesendet: Bitte geben Sie ihn noch einmal ein.',
  doneTitle: 'Ihr Widerruf ist bei uns eingegangen',
  doneText: 'Eingegangen am {time}. Die Bestätigung ist unterwegs an {email}.',
  doneUnmailed:
    'Eingegangen am {time}. An {email} sind schon mehrere E-Mails gegangen; bitte drucken oder speichern Sie diese Seite als Ihre Bestätigung.',
  number: 'Nummer Ihres Widerrufs: {number}',
  money:
    'Das Geld geht auf dem Weg zurück, auf dem Sie bezahlt haben. Schneller geht es, wenn Sie die Bestellung auf der Seite für Erstattungen suchen: dann ist es sofort unterwegs.',
  moneyButton: 'Geld jetzt zurückholen',
  mailSubject: 'Ihr Widerruf ist bei uns eingegangen (Nummer {number})',
  mailReceived: 'Ihr Widerruf des Vertrags ist am {time} bei uns eingegangen. Dies ist Ihre Bestätigung.',
  mailWhy:
    'Sie bekommen diese E-Mail, weil diese Adresse für die Bestätigung eines Widerrufs angegeben wurde.',
};
