/** Mails about somebody's account, in the language of who holds it. */
export const accountMails = {
  aboutAccount: 'You get this mail because it is about your account.',
  leaving: {
    subject: 'Your account will be deleted',
    begin:
      'You asked for your account to be deleted. That happens on {date}; until then, for {n} days, you can keep it with one press.',
    keepsTexts: 'What you wrote stays, under the name “Former member”.',
    removesTexts:
      'What you wrote is removed as well. An answer that solved somebody’s problem stays, without your name.',
    orders: 'Orders and refunds are kept as long as the law asks the shop to.',
    button: 'Keep my account',
    notYou: 'If it was not you who asked, sign in, keep the account, and set a new password.',
  },
  kept: {
    subject: 'Your account stays',
    text: 'Your account will not be deleted. Everything is as it was.',
  },
  forgotten: {
    subject: 'Take your forgotten password away',
    begin:
      'You said that you do not know your password any more. On this page you take it away; then sign in with a mailed link and set a new one.',
    button: 'Take the password away',
    ignore: 'If you did not ask for this, delete this mail: nothing changes.',
    why: 'You get this mail because it was asked for on the page of your account.',
  },
  passwordChanged: {
    subject: 'Your password was changed',
    begin: 'The password of your account was just set or changed. All other devices were signed out.',
    notYou:
      'If that was not you, or you regret it, take the password away on this page. Every device is signed out then, and you get a link to sign in.',
    button: 'This was not me',
    why: 'You get this mail because changes of a password are always told to its owner.',
  },
  oldAddress: {
    subject: 'Is the new address of your account yours?',
    begin:
      'Somebody signed in to your account and wants to change its address to {email}. It changes only after you confirm it here and in the new mailbox.',
    button: 'Confirm it, or stop it',
    notYou: 'The link works for {n} hours. If it was not you: stop it there and set a new password.',
  },
  newAddress: {
    subject: 'Confirm your new address for {shop}',
    begin: 'Somebody wants to use this address for their account. If that is you, confirm it.',
    button: 'Look at it and confirm',
    ignore: 'The link works for {n} hours. If it is not you, delete this mail: nothing changes.',
    why: 'You get this mail because this address was entered on an account page.',
  },
  addressChanged: {
    subject: 'The address of your account was changed',
    text: 'Both mailboxes confirmed it, so your account has its new address from now on. You sign in with that one.',
  },
  addressWhy: 'You get this mail because changes of an address are always told to its owner.',
};
