import type { Words } from '@/lib/words/catalogue';

/** E-Mails zu Erstattungen und Bestellungen. */
export const refundMails: Words['refundMails'] = {
  moment: '{day} um {clock} Uhr (UTC)',
  promise: '{day} um {clock} Uhr (Ortszeit {place})',
  why: 'Sie bekommen diese E-Mail, weil für eine Bestellung mit dieser Adresse eine Erstattung verlangt wurde.',
  whyAbout:
    'Sie bekommen diese E-Mail, weil es um die Erstattung einer Bestellung geht, die mit dieser Adresse aufgegeben wurde.',
  track: 'Sehen, wo Ihre Erstattung ist',
  openPage: 'Seite dieser Erstattung öffnen',
  openReceipt: 'Beleg öffnen',
  seeWhat: 'Sehen, was geschehen ist',
  order: 'Bestellung: {order}',
  amount: 'Betrag: {amount}',
  reference: 'Vorgang: {number}',
  byHandUntil:
    'Der Shop zahlt diese Erstattung von Hand, zum Beispiel per Überweisung, spätestens am {day}. Wir schreiben wieder, wenn sie bezahlt ist.',
  days: 'Dort erscheint es meist nach 5 bis 10 Werktagen, und wir schreiben wieder, wenn die Bank es hat.',
  approved: {
    subject: 'Ihre Erstattung von {amount} ist genehmigt (Bestellung {order})',
    text: 'Ihre Anfrage ist am {time} eingegangen und genehmigt. Sie müssen nichts weiter tun.',
    withdrawal:
      'Dies ist zugleich die Bestätigung, dass Ihr Widerruf des Vertrags bei uns eingegangen ist, sofern Sie dieses Recht haben.',
    undo: 'Aus Versehen gedrückt? Bis {time} können Sie es auf der Seite unten zurücknehmen.',
    afterUndo: 'Dann übergeben wir das Geld Ihrer Bank.',
    now: 'Wir übergeben das Geld jetzt Ihrer Bank.',
  },
  takenBack: {
    subject: 'Ihre Erstattung von {amount} ist zurückgenommen (Bestellung {order})',
    text: 'Sie haben Ihre Erstattung von {amount} für die Bestellung {order} am {time} zurückgenommen. Es wurde kein Geld gesendet.',
    instead:
      'Sie haben gewählt: „{choice}“. Der Shop schreibt Ihnen dazu. Das Geld können Sie weiterhin verlangen.',
    again: 'Sie können es jederzeit an derselben Stelle wieder verlangen.',
  },
  queued: {
    subject: 'Ihre Anfrage nach {amount} ist bei uns eingegangen (Bestellung {order})',
    text: 'Ihre Anfrage, {amount} für die Bestellung {order} zu erstatten, ist am {time} bei uns eingegangen. Damit ist auch bestätigt, dass Ihr Widerruf des Vertrags eingegangen ist, sofern Sie dieses Recht haben.',
    late: 'Die Zeit für sofortige Erstattungen dieser Bestellung ist vorbei, deshalb sieht sich der Shop diese persönlich an, bis {promised}.',
    many: 'Es kamen viele Erstattungen, deshalb sieht sich der Shop diese persönlich an, bis {promised}.',
    waits:
      'Sie müssen nichts tun. Das Geld ist noch nicht gesendet; wir schreiben wieder, wenn es entschieden ist.',
  },
  completed: {
    subject: 'Ihre Erstattung von {amount} ist abgeschlossen (Bestellung {order})',
    text: 'Der Zahlungsdienst hat am {time} bestätigt, dass {amount} für die Bestellung {order} auf dem Weg zurückgegangen sind, auf dem Sie bezahlt haben.',
    bank: 'Bis Banken es zeigen, können einige Tage vergehen. Verschwindet stattdessen die ursprüngliche Abbuchung von Ihrem Kontoauszug, ist das auch die Erstattung.',
  },
  paidByHand: {
    subject: 'Ihre Erstattung von {amount} ist bezahlt (Bestellung {order})',
    text: 'Der Shop hat am {time} vermerkt, dass er Ihnen {amount} für die Bestellung {order} von Hand gezahlt hat.',
    bank: 'Eine Überweisung kann ein bis zwei Werktage dauern. Kommt sie nicht an, antworten Sie auf diese E-Mail.',
  },
  tickUndone: {
    subject: 'Eine Berichtigung: Ihre Erstattung von {amount} ist noch nicht bezahlt (Bestellung {order})',
    text: 'Wir haben Ihnen gesagt, dass Ihre Erstattung von {amount} für die Bestellung {order} bezahlt ist. Das war ein Versehen; der Shop hat es am {time} berichtigt. Es tut uns leid.',
    still:
      'Das Geld gehört weiter Ihnen. Der Shop zahlt es von Hand, und wir schreiben wieder, wenn es bezahlt ist.',
  },
  failed: {
    subject: 'Ihre Erstattung von {amount} ist nicht angekommen (Bestellung {order})',
    cameBack:
      'Wir haben Ihnen gesagt, dass Ihre Erstattung von {amount} für die Bestellung {order} abgeschlossen ist. Am {time} hat die Bank sie zurückgesendet; das Geld ist also wieder bei uns und nicht bei Ihnen. Es tut uns leid.',
    text: 'Ihre Erstattung von {amount} für die Bestellung {order} ist nicht durchgegangen ({time}). Es ist kein Geld geflossen; es gehört weiter Ihnen.',
    next: 'Das geschieht, wenn eine Karte geschlossen oder ersetzt wurde. Antworten Sie auf diese E-Mail oder schreiben Sie uns, dann finden wir einen anderen Weg, Ihnen das Geld zu zahlen; Sie können die Erstattung auch auf der Seite unten noch einmal verlangen.',
  },
  notSent: {
    subject: 'Ihre Erstattung von {amount} wurde nicht gesendet (Bestellung {order})',
    elsewhere:
      'Bevor Ihre Erstattung von {amount} für die Bestellung {order} gesendet wurde, hat uns der Zahlungsdienst mitgeteilt, dass diese Zahlung dort schon ganz oder teilweise erstattet war ({time}). Deshalb wurde diese Erstattung nicht auch noch gesendet.',
    elsewhereNext:
      'Was vorher zurückgegangen ist, ist auf dem Weg zu Ihnen oder schon da. Ist von der Bestellung etwas übrig, können Sie es auf der Seite unten verlangen.',
    disputeOver:
      'Die Bank hat ihren Fall zur Zahlung der Bestellung {order} abgeschlossen und das Geld beim Shop gelassen ({time}). Ihre Erstattung von {amount} hatte darauf gewartet und wurde nicht gesendet.',
    disputeOverNext:
      'Wenn Sie das Geld weiterhin zurückmöchten, verlangen Sie es auf der Seite unten noch einmal.',
  },
  disputed: {
    subject: 'Ihre Erstattung von {amount} ist von der Bank angehalten (Bestellung {order})',
    text: 'Die Bank prüft die Zahlung der Bestellung {order} (eine Rückbuchung), deshalb konnte die Erstattung von {amount} nicht gesendet werden ({time}).',
    bank: 'Die Bank entscheidet, wohin das Geld geht, und sagt es Ihnen. Wenn Sie es lieber mit uns klären, ziehen Sie die Rückbuchung bei Ihrer Bank zurück und schreiben Sie uns.',
    button: 'Einzelheiten ansehen',
  },
  calledOff: {
    subject: 'Ihre Erstattung von {amount} wurde abgesagt (Bestellung {order})',
    text: 'Der Shop hat Ihre Erstattung von {amount} für die Bestellung {order} am {time} abgesagt. Es wurde kein Geld gesendet. Der Shop schreibt:',
    rights:
      'Sind Sie nicht einverstanden, antworten Sie auf diese E-Mail. Die Absage nimmt Ihnen kein Recht: wo das Gesetz Ihnen den Widerruf erlaubt, können Sie den Vertrag auch widerrufen.',
  },
  gesture: {
    subject: '{amount} zurück für Ihre Bestellung {order}',
    text: 'Der Shop hat am {time} entschieden, Ihnen {amount} für die Bestellung {order} zurückzugeben. Sie müssen nichts tun.',
    writes: 'Der Shop schreibt:',
    handing:
      'Das Geld wird jetzt Ihrer Bank übergeben und geht auf dem Weg zurück, auf dem Sie bezahlt haben.',
  },
  code: {
    subject: 'Ihr Code für die Bestellung {order}',
    text: 'Jemand, wahrscheinlich Sie, möchte die Bestellung {order} sehen. Geben Sie diesen Code auf unserer Seite für Erstattungen ein:',
    once: 'Er gilt einmal, {minutes} Minuten lang. Wenn Sie das nicht waren, tun Sie nichts: ohne den Code geschieht nichts. Nennen Sie ihn niemandem, auch uns nicht.',
    why: 'Sie bekommen diese E-Mail, weil Ihre Bestellnummer und Ihre Adresse auf unserer Seite für Erstattungen eingegeben wurden.',
  },
};
