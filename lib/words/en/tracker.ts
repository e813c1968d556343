import type { ReasonKind } from '@/lib/refunds/reasons';

/** The page of one refund: where the money is, and what can be done. */
export const tracker = {
  title: 'Your refund',
  heading: 'Your refund of {amount}',
  askAgain: 'Ask again',
  changedMind: 'Changed your mind? The money goes back to the way you paid.',
  bankSorted: 'Did your bank sort it out? Then try once more, to the way you paid.',
  takeBack: {
    button: 'Take the refund back',
    taking: 'Taking it back…',
    exchange: 'Send me another one instead',
    repair: 'Have it repaired instead',
    credit: 'Give me store credit instead',
  },
  receipt: {
    heading: 'Details',
    reference: 'Reference',
    receipt: 'Receipt',
    order: 'Order',
    items: 'Items',
    amount: 'Amount',
    backTo: 'Paid back to',
    sameWay: 'The way you paid',
    byHand: 'By the shop, by hand',
    providerNumber: 'Number at the payment provider',
    bankNumber: 'Number for your bank',
    bankNumberHint: '{number}: tell it your bank if the money does not show',
    email: 'E-mail',
    mailed: 'Mail sent to {email}',
    mailing: 'A mail is on its way to {email}',
    words: 'Your words',
  },
  reason: {
    label: 'What could we do better?',
    why: 'Why do you want your money back?',
    kinds: {
      'changed-mind': 'I changed my mind',
      damaged: 'It is damaged or broken',
      'not-as-described': 'It is not as described',
      'wrong-item': 'It is the wrong item',
      late: 'It came too late',
      other: 'Something else',
    } satisfies Record<ReasonKind, string>,
    hint: 'Your refund does not depend on it.',
    others: 'Others wrote about this, too',
    sending: 'Sending…',
    send: 'Tell the shop',
  },
  shopWrites: 'The shop writes',
  notRight: 'Something not right?',
  tellUs: 'Tell us the reference {number} and we will look at it.',
  contact: 'Contact us',
  // What is read out for the mark of a step.
  marks: {
    done: 'Done',
    current: 'Happening now',
    upcoming: 'Still to come',
    problem: 'Needs attention',
  },
  steps: {
    received: 'Request received',
    approvedByOwner: 'Approved by the owner',
    approved: 'Requested and approved',
    madeByShop: 'Made by the shop',
    handed: 'Handed to the payment provider',
    range: 'between {from} and {to}',
    waiting: 'Waiting for the owner',
    waitingText:
      'Many refunds came in today, so the owner looks at this one before the money goes. You get a mail as soon as it is approved.',
    waitingLate:
      'The time for automatic refunds of this order had passed, so the owner decides, by {date}. You get a mail then.',
    waitingUntil:
      'Many refunds came in, so the owner looks at this one before the money goes, by {date}. You get a mail as soon as it is approved.',
    promiseBroken:
      'The owner promised to look at this by {date} and has not yet; we are sorry, and have reminded them. Your request stands, and nothing is lost. Contact us if you need the money now.',
    handing: 'Being handed to the payment provider',
    leavesAt: 'The money leaves at {time}. Until then you can take the refund back.',
    seconds: 'This takes seconds.',
    checking: 'We are checking with the bank',
    checkingText:
      'The payment provider has not answered clearly yet. We ask again by ourselves; your money cannot be lost and cannot be sent twice. You do not need to do anything.',
    checkingOwner:
      'The payment provider still gives no clear answer, so the owner looks into it personally. Your money cannot be lost and cannot be sent twice.',
    byHand: 'The shop pays you by hand',
    byHandText: 'For example by bank transfer, by {date}. It is noted here when it is done.',
    byHandUpcoming: 'Paid by the shop, by hand',
    byHandDone: 'Paid by hand',
    byHandDoneText: 'The shop noted that it has paid you. A bank transfer can take one or two working days.',
    onItsWay: 'On its way to your bank',
    onItsWayText: 'Banks usually show it {range}.',
    complete: 'Complete',
    completeUpcoming: 'We mail you when it is.',
    completeText:
      'The bank has it. If you do not see it yet: it is usually booked {range}. If the original charge disappears instead, that is the refund.',
    reversedText:
      'The charge was taken back before it was booked: it vanishes from your statement, and no separate refund appears there.',
    disputed: 'On hold at the bank',
    disputedText:
      'Your bank is looking into this payment (a dispute), so we cannot send money for it at the same time. The bank decides and tells you.',
    takenBack: 'Taken back',
    takenBackText: 'No money was sent. You can ask for it again at any time.',
    replacedText:
      'You chose: “{choice}”. The shop writes to you about it. No money was sent; you can still ask for it.',
    calledOff: 'Called off by the shop',
    calledOffText:
      'No money was sent. What the shop says about it stands below. If you do not agree, contact it; where the law lets you withdraw from the contract, that stays your right.',
    failed: 'Did not arrive',
    failedText:
      'The bank could not take the refund, for example because the card was closed. The money is still yours: contact us and we will find another way, or ask for the refund again.',
    elsewhere: 'Not sent: refunded before',
    elsewhereText:
      'The payment provider had refunded this payment already, in whole or in part, so this refund was not sent as well. If something of the order is left, you can ask for it.',
    disputeOver: 'Not sent: the bank has decided',
    disputeOverText:
      'The bank has closed its case and left the money with the shop; this refund had waited for that. If you still want it, ask for it again.',
    waitsForBuyer: 'The payment provider needs something from you',
    waitsForBuyerText:
      'It has mailed you how to get the money, for example to name a bank account. Nothing moves before that; if you find no such mail, contact us.',
    waitsForBalanceText:
      'It sends the money as soon as the shop’s account there has enough. The shop sees this too.',
    waitsForPaymentText:
      'Your payment itself is still on its way; the refund follows as soon as it has come in.',
  },
};
