/** Signing in: the form, the mail that is on its way, and the mailed link. */
export const signIn = {
  title: 'Sign in',
  intro: 'No password needed: we mail you a link. If you are new, it makes your account, too.',
  comeBack: 'Then you are back where you were.',
  email: 'E-mail',
  sending: 'Sending…',
  mailLink: 'Mail me a link',
  or: 'or with your password',
  password: 'Password',
  signingIn: 'Signing in…',
  withPassword: 'Sign in with password',
  newHere: 'New here? Choose a password',
  newText:
    'You get a mail to prove your address. Open its link in this browser, and your password works from then on.',
  newPassword: 'New password',
  passwordHint: 'At least {n} characters. A short sentence is easy to remember.',
  makeAccount: 'Make my account',
  checkTitle: 'Check your mail',
  checkText:
    'A mail with a link and a code is on its way. Open the link, or type the code here, within {n} minutes.',
  checkAsked:
    'A mail with a link and a code is on its way. Open the link, or type the code here, within {n} minutes: then your question is posted.',
  posted: 'Your question is posted',
  toQuestion: 'Go to your question',
  code: 'Six-digit code',
  name: 'Your public name',
  nameIfNew: 'if you are new',
  nameIfNewHint:
    'It stands beside what you write; a first name or a nickname is fine. Leave it empty if you have signed in here before.',
  nameHint: 'It stands beside what you write. A first name or a nickname is fine; you can change it later.',
  checking: 'Checking…',
  postQuestion: 'Post my question',
  posting: 'Posting…',
  nothingThere:
    'Nothing there after a few minutes? Look into the spam folder, check the address for a slip, and ask again. One address gets at most three mails an hour.',
  nothingThereAsked:
    'Nothing there after a few minutes? Look into the spam folder, check the address for a slip, and ask again; what you wrote is kept in this browser. One address gets at most three mails an hour.',
  backToQuestion: 'Back to the question',
  anotherAddress: 'Use another address',
  noMailTitle: 'This site does not send mail yet',
  noMailText:
    'No mail server is set (SMTP_URL), so each mail is written into the folder “outbox” of the data folder. The owner reads them in the desk, under Mail.',
  back: 'Back to sign-in',
  goneTitle: 'This link does not work any more',
  gonePosted: 'The question that it belongs to is posted.',
  goQuestion: 'Go to the question',
  askAgain: 'Ask for a new link',
  welcome: 'Welcome to {shop}',
  confirmed: 'Your address {email} is confirmed. One thing is left: the name others see.',
  as: 'As {name} ({email}).',
  other: 'You are signed in as {name} now; going on signs that account out here.',
  droppedTitle: 'The password chosen at sign-up is not used',
  droppedText:
    'It was chosen in another browser, and we cannot know that this was you. You can choose one in your account at any time.',
  question: 'Your question',
  questionText:
    'This question is posted with it. Not yours? Then somebody mistyped their address: close this page.',
};
