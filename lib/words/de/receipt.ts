import type { Words } from '@/lib/words/catalogue';

/** Der Beleg einer Erstattung, als Seite und als Datei. „Gutschrift“ heißt im Steuerrecht etwas anderes. */
export const receipt: Words['receipt'] = {
  title: 'Beleg',
  credit: 'Rechnungskorrektur',
  cancellation: 'Storno einer Rechnungskorrektur',
  issuedBy: 'Ausgestellt von',
  number: 'Nummer',
  date: 'Datum',
  cancels: 'Storniert',
  order: 'Bestellung',
  paidOn: 'Bezahlt am',
  paidBackTo: 'Zurückgezahlt an',
  sameWay: 'Den Weg, auf dem bezahlt wurde',
  item: 'Artikel',
  quantity: 'Anzahl',
  amount: 'Betrag',
  shipping: 'Versand',
  whole: 'Alles, was für Bestellung {number} bezahlt wurde',
  part: 'Ein Teil dessen, was für Bestellung {number} bezahlt wurde',
  total: 'Erstatteter Betrag',
  totalCancelled: 'Stornierter Betrag',
  tax: 'Darin enthaltene Steuer',
  orderTax: 'Von der Summe der Bestellung, {total}, waren {tax} Steuer.',
  cameBack:
    'Die Bank konnte das Geld nicht annehmen und hat es dem Shop zurückgesandt; die Rechnungskorrektur {number} gilt daher nicht mehr.',
  notPaid:
    'Die Zahlung war versehentlich vermerkt worden; die Rechnungskorrektur {number} gilt daher nicht mehr.',
  wasCancelled: 'Diese Rechnungskorrektur wurde durch {number} storniert.',
  pdf: 'Als PDF herunterladen',
  toPrint: 'Für Papier drucken Sie diese Seite.',
  back: 'Zurück zur Erstattung',
  none: 'Es gibt noch keinen Beleg',
  noneText:
    'Er wird ausgestellt, sobald die Erstattung abgeschlossen ist. Die Seite der Erstattung sagt, wo das Geld ist.',
  forPrint: '{number}, zum Drucken oder Aufheben',
  missing:
    'Ein Kästchen (□) steht für Zeichen, die diese Datei nicht zeigen kann. Auf der Seite stehen alle: {url}',
};
