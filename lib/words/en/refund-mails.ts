/** Mails about refunds and orders, in the language of the buyer. A moment names its zone, for some of them prove something. */
export const refundMails = {
  moment: '{day} at {clock} UTC',
  promise: '{day} at {clock} ({place} time)',
  why: 'You get this because a refund was asked for an order made with this address.',
  whyAbout: 'You get this because it is about a refund of an order made with this address.',
  track: 'See where your refund is',
  openPage: 'Open the page of this refund',
  openReceipt: 'Open the receipt',
  seeWhat: 'See what happened',
  order: 'Order: {order}',
  amount: 'Amount: {amount}',
  reference: 'Reference: {number}',
  byHandUntil:
    'The shop pays this refund by hand, for example by bank transfer, by {day}. We write again when it is paid.',
  days: 'It usually takes 5 to 10 working days to show there, and we write again when the bank has it.',
  approved: {
    subject: 'Your refund of {amount} is approved (order {order})',
    text: 'We received your request on {time} and approved it. You do not need to do anything else.',
    withdrawal:
      'This is also the confirmation that we received your withdrawal from the contract, if you have that right.',
    undo: 'Pressed by mistake? Until {time} you can take it back on the page below.',
    afterUndo: 'Then we hand it to your bank.',
    now: 'We are handing the refund to your bank now.',
  },
  takenBack: {
    subject: 'Your refund of {amount} was taken back (order {order})',
    text: 'You took your refund of {amount} for order {order} back on {time}. No money was sent.',
    instead: 'You chose: “{choice}”. The shop writes to you about it. You can still ask for the money.',
    again: 'You can ask for it again at any time, in the same place.',
  },
  queued: {
    subject: 'We have your refund request for {amount} (order {order})',
    text: 'We received your request to refund {amount} for order {order} on {time}. It also confirms that we received your withdrawal from the contract, if you have that right.',
    late: 'The time for automatic refunds of this order has passed, so the owner looks at this one personally, by {promised}.',
    many: 'Many refunds came in, so the owner looks at this one personally, by {promised}.',
    waits:
      'You do not need to do anything. The money has not been sent yet; we write again when it is decided.',
  },
  completed: {
    subject: 'Your refund of {amount} is complete (order {order})',
    text: 'The payment provider confirmed on {time} that {amount} for order {order} went back to the way you paid.',
    bank: 'Banks can take some days to show it. If the original charge disappears from your statement instead, that is the refund too.',
  },
  paidByHand: {
    subject: 'Your refund of {amount} is paid (order {order})',
    text: 'The shop noted on {time} that it has paid you {amount} for order {order} by hand.',
    bank: 'A bank transfer can take one or two working days to show. If it does not come, answer this mail.',
  },
  tickUndone: {
    subject: 'A correction: your refund of {amount} is not paid yet (order {order})',
    text: 'We told you that your refund of {amount} for order {order} was paid. That was noted by mistake; the shop corrected it on {time}. We are sorry.',
    still: 'The money is still yours. The shop pays it by hand, and we write again when it is paid.',
  },
  failed: {
    subject: 'Your refund of {amount} did not arrive (order {order})',
    cameBack:
      'We told you that your refund of {amount} for order {order} was complete. On {time} the bank sent it back, so the money is with us again and not with you. We are sorry.',
    text: 'Your refund of {amount} for order {order} did not go through ({time}). No money has moved; it is still yours.',
    next: 'This happens when a card was closed or replaced. Answer this mail or contact us and we will find another way to pay you; you may also ask for the refund again on the page below.',
  },
  notSent: {
    subject: 'Your refund of {amount} was not sent (order {order})',
    elsewhere:
      'Before your refund of {amount} for order {order} was sent, the payment provider told us that this payment had been refunded there already, in whole or in part ({time}). So this refund was not sent as well.',
    elsewhereNext:
      'What went back before is on its way to you or there already. If something of the order is left, you can ask for it on the page below.',
    disputeOver:
      'The bank has closed its case about the payment for order {order} and left the money with the shop ({time}). Your refund of {amount} had waited for that and was not sent.',
    disputeOverNext: 'If you still want the money back, ask for it again on the page below.',
  },
  disputed: {
    subject: 'Your refund of {amount} is on hold at the bank (order {order})',
    text: 'The bank is looking into the payment for order {order} (a dispute), so the refund of {amount} could not be sent ({time}).',
    bank: 'The bank decides where the money goes and tells you. If you would rather settle it with us, withdraw the dispute at your bank and write to us.',
    button: 'See the details',
  },
  calledOff: {
    subject: 'Your refund of {amount} was called off (order {order})',
    text: 'The shop called your refund of {amount} for order {order} off on {time}. No money was sent. The shop writes:',
    rights:
      'If you do not agree, answer this mail. Calling a refund off takes no right from you: you can also withdraw from the contract where the law gives you that right.',
  },
  gesture: {
    subject: '{amount} back for your order {order}',
    text: 'The shop decided on {time} to give you {amount} back for order {order}. You do not need to do anything.',
    writes: 'The shop writes:',
    handing: 'It is being handed to your bank now and goes back to the way you paid.',
  },
  code: {
    subject: 'Your code for order {order}',
    text: 'Somebody, probably you, wants to see order {order}. Enter this code on our refund page:',
    once: 'It works once, for {minutes} minutes. If it was not you, do nothing: without the code nothing happens. Never tell it to anybody, not even to us.',
    why: 'You get this because your order number and address were entered on our refund page.',
  },
};
