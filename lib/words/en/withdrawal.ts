/** Withdrawing from a contract (Directive (EU) 2023/2673): the two labels are those of its Article 11a. */
export const withdrawal = {
  function: 'Withdraw from contract here',
  intro:
    'Tell us that you withdraw from your contract. You need no account and give no reason; we confirm it by e-mail at once, with date and time.',
  name: 'Your name',
  contract: 'Which contract?',
  contractHint: 'The order number, or what you ordered and when.',
  email: 'E-mail address for the confirmation',
  next: 'Go on',
  reviewTitle: 'Confirm your withdrawal',
  reviewIntro: 'This is what you declare. Nothing is sent before you confirm.',
  statement: 'I, {name}, withdraw from the contract: {contract}',
  confirm: 'Confirm withdrawal',
  change: 'Change something',
  goneTitle: 'Nothing waits for your confirmation here',
  goneText:
    'If you have confirmed already, your withdrawal has reached us. If not, nothing was sent: please enter it again.',
  doneTitle: 'Your withdrawal has reached us',
  doneText: 'Received on {time}. The confirmation is on its way to {email}.',
  doneUnmailed:
    'Received on {time}. Several mails have gone to {email} already, so please print or save this page as your confirmation.',
  number: 'Number of your withdrawal: {number}',
  money:
    'The money goes back the way you paid. Faster: find the order on the page for refunds, and it is on its way at once.',
  moneyButton: 'Get the money back now',
  mailSubject: 'We have received your withdrawal (number {number})',
  mailReceived: 'We received your withdrawal from the contract on {time}. This is your confirmation.',
  mailWhy: 'You get this mail because this address was given for the confirmation of a withdrawal.',
};
