import type { accountMails as English } from '@/lib/words/en/account-mails';

export const accountMails: typeof English = {
  aboutAccount: 'Sie bekommen diese E-Mail, weil es um Ihr Konto geht.',
  leaving: {
    subject: 'Ihr Konto wird gelöscht',
    begin:
      'Sie haben darum gebeten, Ihr Konto zu löschen. Das geschieht am {date}; bis dahin, {n} Tage lang, können Sie es mit einem Knopfdruck behalten.',
    keepsTexts: 'Was Sie geschrieben haben, bleibt, unter dem Namen „Former member“.',
    removesTexts:
      'Was Sie geschrieben haben, wird ebenfalls entfernt. Eine Antwort, die jemandem geholfen hat, bleibt, ohne Ihren Namen.',
    orders: 'Bestellungen und Erstattungen bewahrt der Shop auf, solange das Gesetz es verlangt.',
    button: 'Mein Konto behalten',
    notYou:
      'Wenn nicht Sie darum gebeten haben, melden Sie sich an, behalten Sie das Konto und wählen Sie ein neues Passwort.',
  },
  kept: {
    subject: 'Ihr Konto bleibt',
    text: 'Ihr Konto wird nicht gelöscht. Alles ist, wie es war.',
  },
  forgotten: {
    subject: 'Ihr vergessenes Passwort entfernen',
    begin:
      'Sie haben gesagt, dass Sie Ihr Passwort nicht mehr wissen. Auf dieser Seite entfernen Sie es; dann melden Sie sich mit einem Link per E-Mail an und wählen ein neues.',
    button: 'Das Passwort entfernen',
    ignore: 'Wenn Sie das nicht angefordert haben, löschen Sie diese E-Mail: es ändert sich nichts.',
    why: 'Sie bekommen diese E-Mail, weil sie auf der Seite Ihres Kontos angefordert wurde.',
  },
  passwordChanged: {
    subject: 'Ihr Passwort wurde geändert',
    begin:
      'Das Passwort Ihres Kontos wurde gerade gesetzt oder geändert. Alle anderen Geräte wurden abgemeldet.',
    notYou:
      'Wenn Sie das nicht waren oder es sich anders überlegt haben, entfernen Sie das Passwort auf dieser Seite. Dann werden alle Geräte abgemeldet, und Sie bekommen einen Link zum Anmelden.',
    button: 'Das war ich nicht',
    why: 'Sie bekommen diese E-Mail, weil ein geändertes Passwort immer der Person gemeldet wird, der das Konto gehört.',
  },
  oldAddress: {
    subject: 'Gehört die neue Adresse Ihres Kontos Ihnen?',
    begin:
      'Jemand ist in Ihrem Konto angemeldet und will dessen Adresse ändern, zu {email}. Sie ändert sich erst, wenn Sie es hier und im neuen Postfach bestätigen.',
    button: 'Bestätigen oder abbrechen',
    notYou:
      'Der Link gilt {n} Stunden. Wenn Sie das nicht waren: brechen Sie dort ab und wählen Sie ein neues Passwort.',
  },
  newAddress: {
    subject: 'Bestätigen Sie Ihre neue Adresse für {shop}',
    begin: 'Jemand möchte diese Adresse für ein Konto verwenden. Wenn Sie das sind, bestätigen Sie es.',
    button: 'Ansehen und bestätigen',
    ignore:
      'Der Link gilt {n} Stunden. Wenn Sie das nicht sind, löschen Sie diese E-Mail: es ändert sich nichts.',
    why: 'Sie bekommen diese E-Mail, weil diese Adresse auf der Seite eines Kontos eingegeben wurde.',
  },
  addressChanged: {
    subject: 'Die Adresse Ihres Kontos wurde geändert',
    text: 'Beide Postfächer haben es bestätigt, darum hat Ihr Konto von jetzt an die neue Adresse. Melden Sie sich damit an.',
  },
  addressWhy:
    'Sie bekommen diese E-Mail, weil eine neue Adresse immer der Person gemeldet wird, der das Konto gehört.',
};
