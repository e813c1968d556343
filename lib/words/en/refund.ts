import type { RefundState } from '@/lib/refunds/schema';

/** Asking for one's money back, and following it. */
export const refund = {
  title: 'Refund or withdraw from contract',
  heading: 'Refund, or withdraw from contract',
  intro:
    'You get your money back for any reason, at once, to the way you paid. This page is also where you withdraw from a contract; you get a confirmation by e-mail with date and time.',
  breadcrumb: 'Refund',
  choose: 'Step 1 of 2: choose the order to withdraw from',
  chosen: 'Your order',
  others: { one: 'Your other order', other: 'Your {n} other orders' },
  noOrders: 'No orders under your address',
  noOrdersText:
    'Orders made with {email} appear here by themselves. Was it another address? Find the order below.',
  yourAddress: 'your proven e-mail address',
  another: 'Another order',
  first: 'Step 1 of 2: withdraw from contract here',
  which:
    'Tell us which order. We mail a code to the address it was made with, so that nobody else can use your order. You do not need an account.',
  haveAccount: 'Do you have an account?',
  signIn: 'Sign in and see your orders',
  lookup: {
    number: 'Order number',
    numberHint: 'It is in the mail that confirmed your order.',
    email: 'E-mail address you ordered with',
    looking: 'Looking…',
    find: 'Find my order',
  },
  code: {
    title: 'Enter the code',
    heading: 'Look into your mailbox',
    intro:
      'If order {number} was made with {email}, a code is on its way there. It works for {minutes} minutes and {tries} tries.',
    sent: 'A code for order {number} is on its way to {email}. It works for {minutes} minutes and {tries} tries.',
    label: 'Six-digit code',
    checking: 'Checking…',
    show: 'Show my order',
    nothing:
      'Nothing arrived? Look into the spam folder, or check number and address. After several codes or wrong tries we send the next one an hour later, at the latest a day later.',
    again: 'Start again',
  },
  // What the link in a mail of the shop opens.
  link: {
    amount: 'You can have {amount} back, for any reason.',
    late: 'The time for automatic refunds of this order has passed. You can still ask for {amount}: the owner decides within a day.',
    why: 'So that nobody else can use this link, we mail a six-digit code to {email}, the address of the order. No money moves before you have entered it and pressed the button that comes then.',
    whyLook:
      'So that nobody else can use this link, we mail a six-digit code to {email}, the address of the order. With it you see the order, and where the money is.',
    mail: 'Mail me the code',
    mailing: 'Mailing…',
    gone: 'This link does not work any more',
    goneText:
      'Links in order mails work for {days} days. You can still have your money back: tell us which order.',
    find: 'Find my order',
  },
  order: {
    heading: 'Order {number}',
    paid: 'Paid',
    refundOf: 'Refund of {amount}',
    confirm: 'Step 2 of 2: confirm withdrawal.',
    press: 'One press gives {amount} back to the way you paid. No reason needed.',
    pressByHand: 'One press gives {amount} back; the shop pays it by hand. No reason needed.',
    until: 'Possible until {date}.',
    // After the time in which refunds approve themselves.
    late: 'The time for automatic refunds ended on {date}. You can still ask for {amount}: the owner decides within a day, and you get a mail. No reason needed.',
    askLate: 'Ask the shop for {amount}',
    askPart: 'Ask the shop for this part',
    asking: 'Asking…',
    givenBack: '{amount} of it is given back or on its way; {left} is left.',
    contact: 'Contact us',
    refunding: 'Refunding…',
    button: 'Refund {amount}',
    // Why there is no button.
    refusals: {
      'nothing-captured': 'Nothing was charged for this order, so there is nothing to give back.',
      'already-refunded': 'The whole amount has been asked back already; its refund says where the money is.',
      disputed:
        'Your bank is looking into this payment, and it decides where the money goes. Write to us if you would rather settle it with us.',
    },
  },
  part: {
    summary: 'Only a part of it',
    each: '{price} each',
    keep: 'Keep it',
    of: '{n} of {left}',
    orAmount: 'Or an amount in {currency}',
    amount: 'Amount in {currency}',
    optional: 'optional',
    refunding: 'Refunding…',
    button: 'Refund this part',
  },
  states: {
    queued: 'Waiting for the owner',
    requested: 'Approved',
    submitting: 'Being sent',
    unknown: 'Checking with the bank',
    pending: 'On its way',
    succeeded: 'Complete',
    failed: 'Did not arrive',
    canceled: 'Canceled',
    disputed: 'On hold at the bank',
  } satisfies Record<RefundState, string>,
  toBePaidByHand: 'To be paid by hand',
};
