import type { signIn as English } from '@/lib/words/en/sign-in';

export const signIn: typeof English = {
  title: 'Anmelden',
  intro:
    'Ein Passwort ist nicht nötig: wir schicken Ihnen einen Link. Wenn Sie neu sind, entsteht damit auch Ihr Konto.',
  comeBack: 'Danach sind Sie wieder da, wo Sie waren.',
  email: 'E-Mail-Adresse',
  sending: 'Wird gesendet …',
  mailLink: 'Link schicken lassen',
  or: 'oder mit Ihrem Passwort',
  password: 'Passwort',
  signingIn: 'Einen Moment …',
  withPassword: 'Mit Passwort anmelden',
  newHere: 'Neu hier? Ein Passwort wählen',
  newText:
    'Sie bekommen eine E-Mail, um Ihre Adresse zu bestätigen. Öffnen Sie den Link darin in diesem Browser, dann gilt Ihr Passwort.',
  newPassword: 'Neues Passwort',
  passwordHint: 'Mindestens {n} Zeichen. Ein kurzer Satz ist leicht zu merken.',
  makeAccount: 'Konto anlegen',
  checkTitle: 'Sehen Sie in Ihre E-Mails',
  checkText:
    'Eine E-Mail mit einem Link und einem Code ist unterwegs. Öffnen Sie innerhalb von {n} Minuten den Link, oder geben Sie hier den Code ein.',
  checkAsked:
    'Eine E-Mail mit einem Link und einem Code ist unterwegs. Öffnen Sie innerhalb von {n} Minuten den Link, oder geben Sie hier den Code ein: dann erscheint Ihre Frage.',
  posted: 'Ihre Frage ist veröffentlicht',
  toQuestion: 'Zu Ihrer Frage',
  code: 'Code aus sechs Ziffern',
  name: 'Ihr öffentlicher Name',
  nameIfNew: 'wenn Sie neu sind',
  nameIfNewHint:
    'Er steht neben dem, was Sie schreiben; ein Vorname oder ein Spitzname genügt. Lassen Sie das Feld leer, wenn Sie sich hier schon einmal angemeldet haben.',
  nameHint:
    'Er steht neben dem, was Sie schreiben. Ein Vorname oder ein Spitzname genügt; Sie können ihn später ändern.',
  checking: 'Wird geprüft …',
  postQuestion: 'Meine Frage veröffentlichen',
  posting: 'Wird veröffentlicht …',
  nothingThere:
    'Nach ein paar Minuten noch nichts? Sehen Sie im Spam-Ordner nach, prüfen Sie die Adresse und versuchen Sie es noch einmal. Eine Adresse bekommt höchstens drei E-Mails in der Stunde.',
  nothingThereAsked:
    'Nach ein paar Minuten noch nichts? Sehen Sie im Spam-Ordner nach, prüfen Sie die Adresse und versuchen Sie es noch einmal; was Sie geschrieben haben, bleibt in diesem Browser. Eine Adresse bekommt höchstens drei E-Mails in der Stunde.',
  backToQuestion: 'Zurück zur Frage',
  anotherAddress: 'Eine andere Adresse verwenden',
  noMailTitle: 'Diese Seite verschickt noch keine E-Mails',
  noMailText:
    'Es ist kein Mailserver eingestellt (SMTP_URL), darum wird jede E-Mail in den Ordner „outbox“ der Daten geschrieben. Im Büro des Shops sind sie unter „Mail“ zu lesen.',
  back: 'Zurück zur Anmeldung',
  goneTitle: 'Dieser Link gilt nicht mehr',
  gonePosted: 'Die Frage, zu der er gehört, ist veröffentlicht.',
  goQuestion: 'Zur Frage',
  askAgain: 'Einen neuen Link anfordern',
  welcome: 'Willkommen bei {shop}',
  confirmed: 'Ihre Adresse {email} ist bestätigt. Eines fehlt noch: der Name, den andere sehen.',
  as: 'Als {name} ({email}).',
  other: 'Sie sind gerade als {name} angemeldet; damit wird dieses Konto hier abgemeldet.',
  droppedTitle: 'Das bei der Anmeldung gewählte Passwort gilt nicht',
  droppedText:
    'Es wurde in einem anderen Browser gewählt, und wir können nicht wissen, ob Sie das waren. In Ihrem Konto können Sie jederzeit eines wählen.',
  question: 'Ihre Frage',
  questionText:
    'Damit erscheint diese Frage. Nicht von Ihnen? Dann hat sich jemand bei der Adresse vertippt: schließen Sie diese Seite.',
};
