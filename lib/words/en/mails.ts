/** Mails, in the language of who gets them. */
export const mails = {
  signIn: {
    subject: 'Your sign-in link for {shop}',
    begin: 'Here is the link to sign in. If you are new, it also makes your account.',
    button: 'Sign in',
    ignore:
      'If you did not ask for it, you can delete this mail: nothing happens unless somebody opens the link and presses the button there. Give the code to nobody.',
    why: 'You get this mail because this address was entered on the sign-in page of {site}.',
  },
  question: {
    subject: 'Confirm your question at {shop}',
    begin: 'You asked a question. It is posted once you confirm that this is your address.',
    button: 'Look at it and confirm',
    ignore:
      'If you did not ask for it, you can delete this mail: nothing is posted unless somebody opens the link and presses the button there. Give the code to nobody.',
    why: 'You get this mail because this address was entered on the page for questions of {site}.',
  },
  code: 'Or type this code on the page that is still open: {code}',
  once: 'Link and code work once, and for {n} minutes.',
};
