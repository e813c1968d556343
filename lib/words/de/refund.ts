import type { Words } from '@/lib/words/catalogue';

/** Geld zurückbekommen und verfolgen, wo es ist. */
export const refund: Words['refund'] = {
  title: 'Erstattung oder Widerruf',
  heading: 'Erstattung oder Widerruf',
  intro:
    'Sie bekommen Ihr Geld aus jedem Grund sofort zurück, auf dem Weg, auf dem Sie bezahlt haben. Auf dieser Seite widerrufen Sie auch einen Vertrag; Sie bekommen eine Bestätigung per E-Mail mit Datum und Uhrzeit.',
  breadcrumb: 'Erstattung',
  choose: 'Schritt 1 von 2: die Bestellung wählen, die Sie widerrufen',
  chosen: 'Ihre Bestellung',
  others: { one: 'Ihre andere Bestellung', other: 'Ihre {n} anderen Bestellungen' },
  noOrders: 'Keine Bestellungen unter Ihrer Adresse',
  noOrdersText:
    'Bestellungen mit {email} erscheinen hier von selbst. War es eine andere Adresse? Suchen Sie die Bestellung unten.',
  yourAddress: 'Ihrer bestätigten E-Mail-Adresse',
  another: 'Eine andere Bestellung',
  first: 'Schritt 1 von 2: hier den Vertrag widerrufen',
  which:
    'Nennen Sie uns die Bestellung. Wir senden einen Code an die Adresse, mit der sie aufgegeben wurde, damit niemand sonst Ihre Bestellung verwenden kann. Ein Konto brauchen Sie nicht.',
  haveAccount: 'Haben Sie ein Konto?',
  signIn: 'Anmelden und Ihre Bestellungen sehen',
  lookup: {
    number: 'Bestellnummer',
    numberHint: 'Sie steht in der E-Mail, die Ihre Bestellung bestätigt hat.',
    email: 'E-Mail-Adresse der Bestellung',
    looking: 'Wird gesucht …',
    find: 'Meine Bestellung finden',
  },
  code: {
    title: 'Code eingeben',
    heading: 'Schauen Sie in Ihr Postfach',
    intro:
      'Wenn die Bestellung {number} mit {email} aufgegeben wurde, ist ein Code dorthin unterwegs. Er gilt {minutes} Minuten und für {tries} Versuche.',
    sent: 'Ein Code für die Bestellung {number} ist unterwegs an {email}. Er gilt {minutes} Minuten und für {tries} Versuche.',
    label: 'Sechsstelliger Code',
    checking: 'Wird geprüft …',
    show: 'Meine Bestellung zeigen',
    nothing:
      'Nichts angekommen? Schauen Sie in den Spam-Ordner, oder prüfen Sie Nummer und Adresse. Nach mehreren Codes oder falschen Versuchen senden wir den nächsten eine Stunde später, spätestens nach einem Tag.',
    again: 'Von vorn beginnen',
  },
  link: {
    amount: 'Sie bekommen {amount} zurück, aus jedem Grund.',
    late: 'Die Zeit für sofortige Erstattungen dieser Bestellung ist vorbei. Sie können {amount} trotzdem verlangen: der Shop entscheidet innerhalb eines Tages.',
    why: 'Damit niemand sonst diesen Link verwenden kann, senden wir einen sechsstelligen Code an {email}, die Adresse der Bestellung. Es fließt kein Geld, bevor Sie ihn eingegeben und dann den Knopf gedrückt haben.',
    whyLook:
      'Damit niemand sonst diesen Link verwenden kann, senden wir einen sechsstelligen Code an {email}, die Adresse der Bestellung. Mit ihm sehen Sie die Bestellung, und wo das Geld ist.',
    mail: 'Code per E-Mail senden',
    mailing: 'Wird gesendet …',
    gone: 'Dieser Link gilt nicht mehr',
    goneText:
      'Links in Bestell-E-Mails gelten {days} Tage. Ihr Geld bekommen Sie trotzdem zurück: nennen Sie uns die Bestellung.',
    find: 'Meine Bestellung finden',
  },
  order: {
    heading: 'Bestellung {number}',
    paid: 'Bezahlt',
    refundOf: 'Erstattung von {amount}',
    confirm: 'Schritt 2 von 2: Widerruf bestätigen.',
    press:
      'Mit einem Druck geht {amount} auf dem Weg zurück, auf dem Sie bezahlt haben. Ein Grund ist nicht nötig.',
    pressByHand:
      'Mit einem Druck bekommen Sie {amount} zurück; der Shop zahlt von Hand. Ein Grund ist nicht nötig.',
    until: 'Möglich bis {date}.',
    late: 'Die Zeit für sofortige Erstattungen endete am {date}. Sie können {amount} trotzdem verlangen: der Shop entscheidet innerhalb eines Tages, und Sie bekommen eine E-Mail. Ein Grund ist nicht nötig.',
    askLate: '{amount} beim Shop verlangen',
    askPart: 'Diesen Teil beim Shop verlangen',
    asking: 'Wird verlangt …',
    givenBack: '{amount} davon sind erstattet oder unterwegs; {left} sind noch übrig.',
    contact: 'Schreiben Sie uns',
    refunding: 'Wird erstattet …',
    button: '{amount} erstatten',
    refusals: {
      'nothing-captured': 'Für diese Bestellung wurde nichts abgebucht, also ist auch nichts zurückzugeben.',
      'already-refunded':
        'Der ganze Betrag wurde schon zurückverlangt; wo das Geld ist, steht bei der Erstattung.',
      disputed:
        'Ihre Bank prüft diese Zahlung und entscheidet, wohin das Geld geht. Schreiben Sie uns, wenn Sie es lieber mit uns klären.',
    },
  },
  part: {
    summary: 'Nur einen Teil davon',
    each: 'je {price}',
    keep: 'Behalten',
    of: '{n} von {left}',
    orAmount: 'Oder ein Betrag in {currency}',
    amount: 'Betrag in {currency}',
    optional: 'freiwillig',
    refunding: 'Wird erstattet …',
    button: 'Diesen Teil erstatten',
  },
  states: {
    queued: 'Wartet auf den Shop',
    requested: 'Genehmigt',
    submitting: 'Wird gesendet',
    unknown: 'Wird bei der Bank geprüft',
    pending: 'Unterwegs',
    succeeded: 'Abgeschlossen',
    failed: 'Nicht angekommen',
    canceled: 'Abgebrochen',
    disputed: 'Von der Bank angehalten',
  },
  toBePaidByHand: 'Wird von Hand bezahlt',
};
