import type { refusals as English } from '@/lib/words/en/refusals';

export const refusals: typeof English = {
  marked: 'Bitte sehen Sie sich die markierten Felder an.',
  signInNeeded:
    'Sie sind nicht mehr angemeldet. Melden Sie sich in einem anderen Tab an und drücken Sie den Knopf noch einmal; Ihr Text bleibt hier.',
  busy: 'Der Shop ist gerade sehr beschäftigt. Es wurde nichts gespeichert, und nichts ist verloren; bitte versuchen Sie es in ein paar Sekunden noch einmal.',
  broken:
    'Bei uns ist etwas schiefgegangen, und es wurde nichts gespeichert. Bitte versuchen Sie es noch einmal; wenn es so bleibt, nennen Sie uns die Nummer {number}.',
  tooMuch:
    'Das war viel in kurzer Zeit. Bitte warten Sie {wait} und versuchen Sie es noch einmal; was Sie getippt haben, ist nicht verloren.',
  tooSoon:
    'Sie haben gerade erst etwas veröffentlicht. Bitte warten Sie {wait} und drücken Sie den Knopf noch einmal; was Sie getippt haben, ist nicht verloren.',
  dayFull:
    'Mehr kann eine Person hier an einem Tag nicht schreiben. In {wait} geht es weiter; was Sie getippt haben, ist nicht verloren.',
  tooManyLinks:
    'Das sind mehr Links, als ein neues Konto veröffentlichen kann. Lassen Sie einige weg, oder schreiben Sie uns, wenn Sie alle brauchen.',
  tooManyPictures:
    'Das sind mehr Bilder, als ein neues Konto veröffentlichen kann. Lassen Sie einige weg, oder fügen Sie sie einer späteren Antwort hinzu.',
  writeTitle: 'Schreiben Sie Ihre Frage in einer Zeile.',
  titleShort: 'Schreiben Sie mindestens {n} Zeichen.',
  atMost: 'Höchstens {n} Zeichen, bitte.',
  writeQuestion: 'Schreiben Sie Ihre Frage.',
  writeReply: 'Schreiben Sie Ihre Antwort.',
  onlyQuote:
    'Das ist nur ein Zitat. Schreiben Sie Ihre eigenen Worte darunter, mit einer leeren Zeile dazwischen.',
  tagsAreWords: 'Stichwörter sind Wörter.',
  tagTooLong: 'Dieses Stichwort ist zu lang.',
  tagSigns: "Stichwörter sind Wörter: Buchstaben und Ziffern, dazwischen Zeichen wie - . + # & '.",
  tagAtMost: 'Ein Stichwort hat höchstens {n} Zeichen.',
  tagsAtMost: 'Höchstens {n} Stichwörter, bitte.',
  chooseCategory: 'Wählen Sie einen Bereich.',
  categoryUnknown: 'Wählen Sie einen der Bereiche.',
  noThread: 'Diesen Beitrag gibt es nicht.',
  noReply: 'Diese Antwort gibt es nicht.',
  noReplyAnyMore: 'Diese Antwort gibt es nicht mehr.',
  noReplyHere: 'Diese Antwort gibt es in diesem Beitrag nicht.',
  noPost: 'Das gibt es hier nicht.',
  lockedReply:
    'Dieser Beitrag ist geschlossen und nimmt keine Antworten mehr an. Sie können eine neue Frage stellen.',
  hiddenReply: 'Der Shop hat diesen Beitrag verborgen; er nimmt jetzt keine Antworten an.',
  editThreadLate:
    'Das lässt sich nicht mehr ändern: Fragen können 24 Stunden lang bearbeitet werden, wenn der Beitrag nicht geschlossen oder verborgen ist. Schreiben Sie stattdessen eine Antwort dazu.',
  editReplyLate:
    'Das lässt sich nicht mehr ändern: Antworten können 24 Stunden lang bearbeitet werden, angenommene immer, wenn der Beitrag nicht geschlossen oder verborgen ist.',
  onlyAuthor: 'Nur wer sie geschrieben hat, kann eine Antwort zurücknehmen.',
  undoLate:
    'Diese Antwort steht schon länger als zwei Minuten da und bleibt. Sie können sie noch bearbeiten.',
  undoUsed:
    'Jemand hat für diese Antwort gestimmt oder auf sie geantwortet, darum bleibt sie. Sie können sie noch bearbeiten.',
  onlyAskerAccepts: 'Nur wer gefragt hat und der Shop können sagen, welche Antwort geholfen hat.',
  acceptHidden: 'Diese Antwort ist verborgen. Zeigen Sie sie erst wieder, dann nehmen Sie sie an.',
  ownVote: 'Für die eigene Antwort können Sie nicht stimmen.',
  votesClosed: 'Dieser Beitrag ist geschlossen oder verborgen, darum sind keine Stimmen möglich.',
  ownQuestion: 'Das ist Ihre eigene Frage; Sie sind schon mitgezählt.',
  closed: 'Dieser Beitrag ist geschlossen oder verborgen.',
  ownBroken:
    'Das ist Ihre eigene Antwort. Wenn sie nicht mehr hilft, bearbeiten Sie sie: das wird gern gesehen.',
  notAccepted: 'Nur was als Lösung galt, kann aufhören zu helfen. Schreiben Sie stattdessen eine Antwort.',
  onlyAskerReopens: 'Nur wer gefragt hat und der Shop können eine Frage wieder öffnen.',
  openAlready: 'Diese Frage ist schon offen.',
  giveAddress: 'Geben Sie die Adresse des anderen Beitrags an.',
  addressTooLong: 'Diese Adresse ist zu lang.',
  noTarget: 'Diesen Beitrag gibt es nicht. Kopieren Sie die Adresse seiner Seite.',
  targetHidden: 'Jener Beitrag ist verborgen, dort könnte niemand weiterlesen. Zeigen Sie ihn erst wieder.',
  sameThread: 'Beide sind derselbe Beitrag, oder jener führt schon hierher.',
  onlyAskerMarks: 'Nur wer gefragt hat und der Shop können sagen, dass es dasselbe Problem ist.',
  emailNeeded: 'Geben Sie Ihre E-Mail-Adresse an: Ihre Frage erscheint, sobald Sie sie bestätigen.',
  showsPrivate: 'Alle können das lesen. Sehen Sie unten nach, was vielleicht nicht öffentlich sein sollte.',
  noQuestion: 'Diese Frage gibt es nicht mehr.',
  onlyAsker: 'Nur wer gefragt hat, kann das ändern.',
  flagWhat: 'Sagen Sie in ein paar Worten, was nicht stimmt.',
  ownFlag: 'Das haben Sie selbst geschrieben; Sie können es bearbeiten.',
  hiddenAlready: 'Der Shop hat das schon verborgen.',
  postHiddenAlready: 'Das war schon verborgen.',
  postHiddenByYou: 'Das haben Sie schon verborgen.',
  postHiddenBy: 'Das hat {who} schon verborgen.',
  postShownAlready: 'Das ist schon zu sehen.',
  postShownByYou: 'Das haben Sie schon wieder sichtbar gemacht.',
  postShownBy: 'Das hat {who} schon wieder sichtbar gemacht.',
  fileEmpty: 'Diese Datei ist leer. Wählen Sie eine andere.',
  fileLarge: 'Diese Datei ist größer als 10 MB. Verkleinern Sie sie und versuchen Sie es noch einmal.',
  filesAtMost: 'Wählen Sie höchstens {n} Dateien auf einmal.',
  quota:
    'Das waren viele Dateien für einen Tag. Morgen geht es weiter; was Sie geschrieben haben, ist nicht verloren.',
  followGone: 'Das gibt es nicht mehr. Laden Sie die Seite neu.',
  followsFull: 'Sie folgen schon {n} Orten. Hören Sie erst bei einem davon auf.',
  enterEmail: 'Geben Sie Ihre E-Mail-Adresse ein.',
  emailInvalid: 'Diese E-Mail-Adresse können wir nicht verwenden. Sie sieht aus wie name@example.com.',
  enterPassword: 'Geben Sie Ihr Passwort ein.',
  wrongPair:
    'Diese Adresse und dieses Passwort gehören nicht zusammen. Sie können sich auch einen Link schicken lassen.',
  manyTries:
    'Zu viele Versuche in kurzer Zeit. Warten Sie 15 Minuten, oder lassen Sie sich einen Link schicken.',
  linkUsed:
    'Dieser Link wurde schon verwendet oder ist älter als 30 Minuten. Lassen Sie sich einen neuen schicken; das dauert eine Minute.',
  sixDigits: 'Geben Sie die sechs Ziffern aus der E-Mail ein.',
  codeDigits: 'Der Code hat sechs Ziffern.',
  codeWrong:
    'Das ist nicht der Code der neuesten E-Mail. Sehen Sie noch einmal nach, oder öffnen Sie den Link in der E-Mail.',
  codeGone:
    'Das waren fünf Versuche. Öffnen Sie den Link in der E-Mail, oder lassen Sie sich eine neue schicken.',
  nameNeeded: 'Wählen Sie den Namen, den andere sehen.',
  nameTaken: 'Jemand hat diesen Namen oder einen, der gleich aussieht. Bitte wählen Sie einen anderen.',
  suspended: 'Dieses Konto ist gesperrt. Wenn Sie das für einen Irrtum halten, schreiben Sie bitte dem Shop.',
  notThereAnyMore: 'Diese Frage ist nicht mehr da, oder der Link ist nicht vollständig. Danke trotzdem.',
  enterNewPassword: 'Geben Sie ein Passwort ein.',
  passwordShort: 'Mindestens {n} Zeichen, bitte; ein kurzer Satz ist leicht zu merken.',
  chooseName: 'Wählen Sie einen Namen.',
  linkIncomplete: 'Dieser Link ist unvollständig. Kopieren Sie ihn ganz.',
  wrongPassword: 'Das ist nicht Ihr jetziges Passwort.',
  sameAddress: 'Das ist schon Ihre Adresse.',
  tooOften: 'Das war zu oft. Bitte warten Sie eine Viertelstunde und versuchen Sie es noch einmal.',
  accountWithoutAddress: 'Dieses Konto hat keine Adresse, die sich ändern ließe.',
  changeGone:
    'Dieser Link wurde schon verwendet oder abgebrochen, oder er ist abgelaufen. Beginnen Sie die Änderung noch einmal auf der Seite Ihres Kontos.',
  addressTaken:
    'Zu dieser Adresse gibt es schon ein Konto. Melden Sie sich damit an, oder nehmen Sie eine andere Adresse.',
  mailsUnderWay:
    'Einige solche E-Mails sind schon unterwegs. Sehen Sie in Ihr Postfach, oder versuchen Sie es in einer Stunde noch einmal.',
  notMeGone:
    'Dieser Link hat seinen Zweck erfüllt oder ist abgelaufen. Melden Sie sich mit einem Link per E-Mail an.',
  ownerStays: 'Das Konto des Inhabers lässt sich nicht löschen: jemand muss den Shop führen.',
  chooseTexts: 'Wählen Sie, was mit dem geschieht, was Sie geschrieben haben.',
  tickBox: 'Kreuzen Sie das Kästchen an, wenn Sie es so meinen.',
  choosePicture: 'Wählen Sie erst ein Bild: JPEG, PNG, WebP oder GIF.',
  personGone: 'Diese Person ist nicht mehr da. Laden Sie die Seite neu.',
  notYourself: 'Sich selbst können Sie nicht stummschalten.',
  noPushService: 'Diesen Benachrichtigungsdienst kennen wir nicht.',
  saved: 'Gespeichert.',
  passwordSet: 'Ihr Passwort gilt. Alle anderen Geräte sind abgemeldet.',
  forgottenMailed: 'Wir haben Ihnen einen Link geschickt, der das alte Passwort entfernt.',
  bothMailed:
    'Wir haben an beide Adressen geschrieben. Ihre ändert sich, wenn beide es innerhalb von 24 Stunden bestätigt haben.',
  pictureSet: 'Ihr Bild ist da.',
  proofMailed: 'Eine E-Mail ist unterwegs. Öffnen Sie den Link darin, dann kommen wieder E-Mails zum Forum.',
  chooseLanguage: 'Wählen Sie eine der Sprachen.',
  writeName: 'Schreiben Sie Ihren Namen.',
  whichContract: 'Sagen Sie, welcher Vertrag: die Bestellnummer, oder was Sie bestellt haben.',
  noEmail: 'Das ist keine E-Mail-Adresse.',
  typedGone:
    'Es wartet nichts mehr auf Ihre Bestätigung. Haben Sie schon bestätigt, ist Ihr Widerruf bei uns eingegangen; wenn nicht, geben Sie ihn bitte noch einmal ein.',
  orderNotYours: 'Wir haben diese Bestellung nicht unter Ihren gefunden.',
  refundNotYours: 'Wir haben diese Erstattung nicht unter Ihren gefunden.',
  nothingCharged: 'Für diese Bestellung wurde nichts abgebucht, also ist auch nichts zurückzugeben.',
  refundedAlready: 'Der ganze Betrag wurde schon zurückverlangt; wo das Geld ist, steht bei der Erstattung.',
  bankDecides:
    'Ihre Bank prüft diese Zahlung und entscheidet, wohin das Geld geht. Schreiben Sie uns, wenn Sie es lieber mit uns klären.',
  amountLarge: 'Das ist mehr, als bei dieser Bestellung noch zu erstatten ist.',
  amountUnclear: 'Schreiben Sie den Betrag mit Ziffern, zum Beispiel 10,00.',
  amountLike: 'Schreiben Sie den Betrag zum Beispiel als 10,00.',
  partMissing: 'Wählen Sie, was Sie zurückgeben, oder schreiben Sie einen Betrag.',
  piecesMany: 'Es wurden mehr Stücke gewählt, als noch zu erstatten sind.',
  changedMeanwhile:
    'Für diese Bestellung gibt es inzwischen eine andere Erstattung. Sehen Sie sie zuerst an und entscheiden Sie dann neu.',
  moneyLeft: 'Das Geld ist schon unterwegs, die Erstattung lässt sich nicht mehr zurücknehmen.',
  notOffered: 'Das bietet der Shop nicht mehr an.',
  fewWords:
    'Wählen Sie einen Grund oder schreiben Sie ein paar Worte, oder lassen Sie die Seite, wie sie ist.',
  underLength: 'Bitte weniger als {n} Zeichen.',
  giveOrderNumber: 'Geben Sie die Bestellnummer an.',
  giveOrderAddress: 'Geben Sie die E-Mail-Adresse an, mit der Sie bestellt haben.',
  orderCode: 'Geben Sie den Code aus der E-Mail ein.',
  orderCodeDigits: 'Der Code hat sechs Ziffern; er steht in der E-Mail.',
  orderCodeWrong:
    'Dieser Code passt nicht, wurde schon verwendet oder ist abgelaufen. Sehen Sie in die neueste E-Mail, oder lassen Sie sich einen neuen senden.',
  lookUpAgain:
    'Das hat eine Weile gedauert. Bitte geben Sie Bestellnummer und E-Mail-Adresse noch einmal ein.',
  orderLinkGone:
    'Dieser Link gilt nicht mehr. Nennen Sie uns die Bestellung, und wir senden Ihnen einen Code.',
  tagsGive: 'Schreiben Sie Stichwörter mit Kommas dazwischen.',
  onlyShopPeople: 'Das kann nur das Team des Shops.',
  onlyShop: 'Das kann nur der Shop.',
  onlyStaff: 'Das können nur der Inhaber und das Team dieses Shops.',
  noSolution: 'Diese Antwort gilt nicht mehr als Lösung.',
  chooseReplies: 'Wählen Sie die Antworten, die umziehen.',
  repliesAtMost: 'Wählen Sie höchstens {n} Antworten.',
  mergeHidden:
    'Dieser Beitrag ist verborgen, und was darin steht, wäre im anderen zu sehen. Zeigen Sie ihn erst wieder.',
  repliesGone:
    'Nicht alle diese Antworten stehen noch in diesem Beitrag. Sehen Sie nach und wählen Sie noch einmal.',
  firstHidden:
    'Die erste dieser Antworten ist verborgen und kann keine Frage sein. Zeigen Sie sie erst wieder.',
  shopFilesAtMost: 'Geben Sie dem Shop höchstens {n} Dateien. Entfernen Sie einige davon.',
  fileKind:
    'Dateien können Bilder (JPEG, PNG, WebP, GIF) oder PDF sein. Ein iPhone-Foto (HEIC) lässt sich vorher als JPEG speichern oder als Bildschirmfoto zeigen.',
  fileUnread:
    'Dieses Bild ließ sich nicht lesen. Öffnen Sie es auf Ihrem Gerät, speichern Sie es neu als JPEG oder PNG und versuchen Sie es noch einmal.',
  filePixels:
    'Dieses Bild hat mehr als 40 Millionen Bildpunkte. Verkleinern Sie es und versuchen Sie es noch einmal.',
  chooseAnswer: 'Wählen Sie eine der Antworten.',
  answerGone: 'Diese Antwort ist nicht mehr da.',
  nameShort: 'Bitte mindestens {n} Zeichen.',
  nameLong: 'Bitte höchstens {n} Zeichen.',
  nameSigns:
    "Bitte nur Buchstaben, Ziffern, Leerzeichen und . _ - ' mit mindestens einem Buchstaben oder einer Ziffer, und nichts, das wie eine Web- oder E-Mail-Adresse aussieht.",
  nameReserved:
    'Dieser Name könnte für den Shop oder sein Team gehalten werden. Bitte wählen Sie einen anderen.',
  takenBack: 'Ihre Antwort ist zurückgenommen. Ihr Text steht wieder hier.',
  flagged: 'Danke. Der Shop sieht es sich bald an.',
  noArticle: 'Diesen Hilfeartikel gibt es nicht.',
  yesOrNo: 'Drücken Sie Ja oder Nein.',
  helpful: 'Danke. Gut zu wissen, dass Ihnen das geholfen hat.',
  notHelpful:
    'Danke, dass Sie es sagen. Wir sehen uns das an und machen die Artikel damit besser; die Wege unten führen zu einem Menschen.',
  wentWrong: 'Bei uns ist etwas schiefgegangen. Bitte versuchen Sie es noch einmal.',
  noAddress: 'Das ist keine Adresse dieser Seite.',
  formLarge:
    'Das ist mehr, als dieses Formular annimmt. Gehen Sie zurück und kürzen Sie es; Ihr Text ist noch da.',
  formFilesLarge:
    'Das ist mehr, als dieses Formular annimmt (alle Dateien zusammen bis 10 MB). Gehen Sie zurück und kürzen Sie es; Ihr Text ist noch da.',
  filesBusy:
    'Gerade kommen viele Dateien an. Bitte versuchen Sie es in ein paar Sekunden noch einmal; es ist nichts verloren.',
  fromElsewhere:
    'Das kam von einer anderen Seite und wurde darum nicht ausgeführt. Öffnen Sie die Seite hier und versuchen Sie es noch einmal.',
  notComplete: 'Das ist kein vollständiges Formular mit einer Datei. Bitte versuchen Sie es noch einmal.',
  detailsSaved: 'Gespeichert. Nur Sie und der Shop sehen es.',
};
