import type { Words } from '@/lib/words/catalogue';

/** Die Seite einer Erstattung: wo das Geld ist, und was man tun kann. */
export const tracker: Words['tracker'] = {
  title: 'Ihre Erstattung',
  heading: 'Ihre Erstattung von {amount}',
  askAgain: 'Noch einmal verlangen',
  changedMind: 'Anders überlegt? Das Geld geht auf dem Weg zurück, auf dem Sie bezahlt haben.',
  bankSorted:
    'Hat Ihre Bank es geklärt? Dann versuchen Sie es noch einmal, auf dem Weg, auf dem Sie bezahlt haben.',
  takeBack: {
    button: 'Erstattung zurücknehmen',
    taking: 'Wird zurückgenommen …',
    exchange: 'Stattdessen ein neues Stück senden',
    repair: 'Stattdessen reparieren lassen',
    credit: 'Stattdessen ein Guthaben geben',
  },
  receipt: {
    heading: 'Einzelheiten',
    reference: 'Vorgang',
    receipt: 'Beleg',
    order: 'Bestellung',
    items: 'Artikel',
    amount: 'Betrag',
    backTo: 'Zurückgezahlt an',
    sameWay: 'Wie Sie bezahlt haben',
    byHand: 'Vom Shop, von Hand',
    providerNumber: 'Nummer beim Zahlungsdienst',
    bankNumber: 'Nummer für Ihre Bank',
    bankNumberHint: '{number}: nennen Sie sie Ihrer Bank, wenn das Geld nicht erscheint',
    email: 'E-Mail',
    mailed: 'E-Mail gesendet an {email}',
    mailing: 'Eine E-Mail ist unterwegs an {email}',
    words: 'Ihre Worte',
  },
  reason: {
    label: 'Was könnten wir besser machen?',
    why: 'Warum möchten Sie Ihr Geld zurück?',
    kinds: {
      'changed-mind': 'Ich habe es mir anders überlegt',
      damaged: 'Es ist beschädigt oder defekt',
      'not-as-described': 'Es ist nicht wie beschrieben',
      'wrong-item': 'Es ist der falsche Artikel',
      late: 'Es kam zu spät',
      other: 'Etwas anderes',
    },
    hint: 'Ihre Erstattung hängt nicht davon ab.',
    others: 'Darüber haben auch andere geschrieben',
    sending: 'Wird gesendet …',
    send: 'Dem Shop mitteilen',
  },
  shopWrites: 'Der Shop schreibt',
  notRight: 'Stimmt etwas nicht?',
  tellUs: 'Nennen Sie uns den Vorgang {number}, wir sehen es uns an.',
  contact: 'Schreiben Sie uns',
  marks: {
    done: 'Erledigt',
    current: 'Geschieht gerade',
    upcoming: 'Steht noch aus',
    problem: 'Braucht Aufmerksamkeit',
  },
  steps: {
    received: 'Anfrage eingegangen',
    approvedByOwner: 'Vom Shop genehmigt',
    approved: 'Verlangt und genehmigt',
    madeByShop: 'Vom Shop veranlasst',
    handed: 'Dem Zahlungsdienst übergeben',
    range: 'zwischen dem {from} und dem {to}',
    waiting: 'Wartet auf den Shop',
    waitingText:
      'Heute kamen viele Erstattungen, deshalb sieht sich der Shop diese an, bevor das Geld geht. Sie bekommen eine E-Mail, sobald sie genehmigt ist.',
    waitingLate:
      'Die Zeit für sofortige Erstattungen dieser Bestellung war vorbei, deshalb entscheidet der Shop, bis zum {date}. Dann bekommen Sie eine E-Mail.',
    waitingUntil:
      'Es kamen viele Erstattungen, deshalb sieht sich der Shop diese an, bevor das Geld geht, spätestens {date}. Sie bekommen eine E-Mail, sobald sie genehmigt ist.',
    promiseBroken:
      'Der Shop wollte sich das bis {date} ansehen und hat es noch nicht getan; das tut uns leid, wir haben ihn erinnert. Ihre Anfrage gilt weiter, und nichts geht verloren. Schreiben Sie uns, wenn Sie das Geld jetzt brauchen.',
    handing: 'Wird dem Zahlungsdienst übergeben',
    leavesAt: 'Das Geld geht um {time} hinaus. Bis dahin können Sie die Erstattung zurücknehmen.',
    seconds: 'Das dauert Sekunden.',
    checking: 'Wir prüfen es bei der Bank',
    checkingText:
      'Der Zahlungsdienst hat noch nicht klar geantwortet. Wir fragen von selbst wieder; Ihr Geld kann nicht verloren gehen und nicht zweimal gesendet werden. Sie müssen nichts tun.',
    checkingOwner:
      'Der Zahlungsdienst gibt noch keine klare Antwort, deshalb kümmert sich der Shop persönlich darum. Ihr Geld kann nicht verloren gehen und nicht zweimal gesendet werden.',
    byHand: 'Der Shop zahlt von Hand',
    byHandText: 'Zum Beispiel per Überweisung, bis zum {date}. Hier steht es, sobald es geschehen ist.',
    byHandUpcoming: 'Vom Shop von Hand bezahlt',
    byHandDone: 'Von Hand bezahlt',
    byHandDoneText:
      'Der Shop hat vermerkt, dass er gezahlt hat. Eine Überweisung kann ein bis zwei Werktage dauern.',
    onItsWay: 'Unterwegs zu Ihrer Bank',
    onItsWayText: 'Banken zeigen es meist {range}.',
    complete: 'Abgeschlossen',
    completeUpcoming: 'Dann schreiben wir Ihnen eine E-Mail.',
    completeText:
      'Die Bank hat das Geld. Falls Sie es noch nicht sehen: gebucht wird es meist {range}. Verschwindet stattdessen die ursprüngliche Abbuchung, ist das die Erstattung.',
    reversedText:
      'Die Abbuchung wurde zurückgenommen, bevor sie gebucht war: sie verschwindet von Ihrem Kontoauszug, und eine eigene Erstattung erscheint dort nicht.',
    disputed: 'Von der Bank angehalten',
    disputedText:
      'Ihre Bank prüft diese Zahlung (eine Rückbuchung), deshalb können wir nicht zugleich Geld dafür senden. Die Bank entscheidet und sagt es Ihnen.',
    takenBack: 'Zurückgenommen',
    takenBackText: 'Es wurde kein Geld gesendet. Sie können es jederzeit wieder verlangen.',
    replacedText:
      'Sie haben gewählt: „{choice}“. Der Shop schreibt Ihnen dazu. Es wurde kein Geld gesendet; Sie können es weiterhin verlangen.',
    calledOff: 'Vom Shop abgesagt',
    calledOffText:
      'Es wurde kein Geld gesendet. Was der Shop dazu sagt, steht unten. Sind Sie nicht einverstanden, schreiben Sie ihm; wo das Gesetz Ihnen den Widerruf erlaubt, bleibt er Ihr Recht.',
    failed: 'Nicht angekommen',
    failedText:
      'Die Bank konnte die Erstattung nicht annehmen, zum Beispiel weil die Karte geschlossen wurde. Das Geld gehört weiter Ihnen: schreiben Sie uns, dann finden wir einen anderen Weg, oder verlangen Sie die Erstattung noch einmal.',
    elsewhere: 'Nicht gesendet: schon erstattet',
    elsewhereText:
      'Der Zahlungsdienst hatte diese Zahlung schon ganz oder teilweise erstattet, deshalb wurde diese Erstattung nicht auch noch gesendet. Ist von der Bestellung etwas übrig, können Sie es verlangen.',
    disputeOver: 'Nicht gesendet: die Bank hat entschieden',
    disputeOverText:
      'Die Bank hat ihren Fall abgeschlossen und das Geld beim Shop gelassen; diese Erstattung hatte darauf gewartet. Wenn Sie sie noch möchten, verlangen Sie sie noch einmal.',
    waitsForBuyer: 'Der Zahlungsdienst braucht etwas von Ihnen',
    waitsForBuyerText:
      'Er hat Ihnen gemailt, wie Sie das Geld bekommen, zum Beispiel durch Angabe eines Bankkontos. Vorher geschieht nichts; wenn Sie keine solche E-Mail finden, schreiben Sie uns.',
    waitsForBalanceText:
      'Er sendet das Geld, sobald das Konto des Shops dort genug hat. Der Shop sieht das auch.',
    waitsForPaymentText:
      'Ihre Zahlung selbst ist noch unterwegs; die Erstattung folgt, sobald sie eingegangen ist.',
  },
};
