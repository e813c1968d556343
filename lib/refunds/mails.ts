import type { MailContent } from '@/lib/mail/compose';
import { formatMoney, type Money } from '@/lib/money';

/** What every mail about a refund names. */
export type AboutRefund = {
  orderNumber: string;
  amount: Money;
  /** The moment the mail tells of. */
  at: Date;
  /** The tracker, readable without signing in. */
  url: string;
};

const WHY = 'You get this because a refund was asked for an order made with this address.';
const TRACK = 'See where your refund is';

/** "Saturday 21 November 2026 at 22:33 UTC": what an acknowledgement must be dated with. */
export function utcWords(at: Date): string {
  const words = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short', timeZone: 'UTC' });
  return `${words.format(at)} UTC`;
}

/** "Tuesday 24 November 2026 at 14:10 (Berlin time)": a promise, on the clock of the shop that gives it. */
export function promiseWords(at: Date, timeZone: string): string {
  const words = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short', timeZone }).format(
    at,
  );
  const place = timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? timeZone;
  return place === 'UTC' ? `${words} UTC` : `${words} (${place} time)`;
}

/** "Saturday 21 November 2026", for promises that are kept within a day. */
export function dayWords(at: Date): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' }).format(at);
}

/** The acknowledgement of a refund that was approved: what, how much, when; it doubles as the receipt of a withdrawal from
 * the contract (Directive (EU) 2023/2673). It does not say that the money is there. */
export function approvedMail(
  refund: AboutRefund & {
    refundId: string;
    items: { name: string; quantity: number }[];
    /** Until when it can be taken back; the money leaves afterwards. */
    undoUntil: Date | null;
    /** The shop pays by hand, by then; null when a payment provider pays. */
    byHandUntil: Date | null;
  },
): MailContent {
  const amount = formatMoney(refund.amount);
  return {
    subject: `Your refund of ${amount} is approved (order ${refund.orderNumber})`,
    blocks: [
      {
        text: `We received your request on ${utcWords(refund.at)} and approved it. You do not need to do anything else.`,
      },
      {
        list: [
          `Order: ${refund.orderNumber}`,
          ...refund.items.map((item) => `${item.quantity} × ${item.name}`),
          `Amount: ${amount}`,
          `Reference: ${refund.refundId}`,
        ],
      },
      {
        text: 'This is also the confirmation that we received your withdrawal from the contract, if you have that right.',
      },
      { text: whatComesNext(refund) },
      { button: { label: TRACK, url: refund.url } },
    ],
    why: WHY,
  };
}

function whatComesNext({
  undoUntil,
  byHandUntil,
}: {
  undoUntil: Date | null;
  byHandUntil: Date | null;
}): string {
  const undo = undoUntil
    ? `Pressed by mistake? Until ${utcWords(undoUntil)} you can take it back on the page below. `
    : '';
  if (byHandUntil) {
    return `${undo}The shop pays this refund by hand, for example by bank transfer, by ${dayWords(byHandUntil)}. We write again when it is paid.`;
  }
  const handing = undoUntil ? 'Then we hand it to your bank.' : 'We are handing the refund to your bank now.';
  return `${undo}${handing} It usually takes 5 to 10 working days to show there, and we write again when the bank has it.`;
}

/** The buyer took the request back, or chose something else, before any money had left. */
export function takenBackMail(refund: AboutRefund & { instead: string | null }): MailContent {
  const amount = formatMoney(refund.amount);
  return {
    subject: `Your refund of ${amount} was taken back (order ${refund.orderNumber})`,
    blocks: [
      {
        text: `You took your refund of ${amount} for order ${refund.orderNumber} back on ${utcWords(refund.at)}. No money was sent.`,
      },
      {
        text: refund.instead
          ? `You chose: “${refund.instead}”. The shop writes to you about it. You can still ask for the money.`
          : 'You can ask for it again at any time, in the same place.',
      },
      { button: { label: 'Open the page of this refund', url: refund.url } },
    ],
    why: WHY,
  };
}

/** For a request that waits for the owner: received, not yet approved.
 * @param refund.promised until when the owner looks at it, in words
 * @param refund.isLate the time in which refunds approve themselves had passed */
export function queuedMail(refund: AboutRefund & { promised: string; isLate: boolean }): MailContent {
  const amount = formatMoney(refund.amount);
  return {
    subject: `We have your refund request for ${amount} (order ${refund.orderNumber})`,
    blocks: [
      {
        text: `We received your request to refund ${amount} for order ${refund.orderNumber} on ${utcWords(refund.at)}. It also confirms that we received your withdrawal from the contract, if you have that right.`,
      },
      {
        text: `${refund.isLate ? 'The time for automatic refunds of this order has passed' : 'Many refunds came in'}, so the owner looks at this one personally, by ${refund.promised}. You do not need to do anything. The money has not been sent yet; we write again when it is decided.`,
      },
      { button: { label: TRACK, url: refund.url } },
    ],
    why: WHY,
  };
}

/** The provider has paid: it is with the bank. */
export function completedMail(refund: AboutRefund): MailContent {
  const amount = formatMoney(refund.amount);
  return {
    subject: `Your refund of ${amount} is complete (order ${refund.orderNumber})`,
    blocks: [
      {
        text: `The payment provider confirmed on ${utcWords(refund.at)} that ${amount} for order ${refund.orderNumber} went back to the way you paid.`,
      },
      {
        text: 'Banks can take some days to show it. If the original charge disappears from your statement instead, that is the refund too.',
      },
      { button: { label: 'Open the receipt', url: refund.url } },
    ],
    why: WHY,
  };
}

/** The owner has paid by hand and ticked it off. */
export function paidByHandMail(refund: AboutRefund): MailContent {
  const amount = formatMoney(refund.amount);
  return {
    subject: `Your refund of ${amount} is paid (order ${refund.orderNumber})`,
    blocks: [
      {
        text: `The shop noted on ${utcWords(refund.at)} that it has paid you ${amount} for order ${refund.orderNumber} by hand.`,
      },
      {
        text: 'A bank transfer can take one or two working days to show. If it does not come, answer this mail.',
      },
      { button: { label: 'Open the receipt', url: refund.url } },
    ],
    why: WHY,
  };
}

/** We told them that it was paid by hand, and it was not. */
export function tickUndoneMail(refund: AboutRefund): MailContent {
  const amount = formatMoney(refund.amount);
  return {
    subject: `A correction: your refund of ${amount} is not paid yet (order ${refund.orderNumber})`,
    blocks: [
      {
        text: `We told you that your refund of ${amount} for order ${refund.orderNumber} was paid. That was noted by mistake; the shop corrected it on ${utcWords(refund.at)}. We are sorry.`,
      },
      { text: 'The money is still yours. The shop pays it by hand, and we write again when it is paid.' },
      { button: { label: TRACK, url: refund.url } },
    ],
    why: WHY,
  };
}

/** The money did not arrive.
 * @param refund.wasComplete we had told them that it had */
export function failedMail(refund: AboutRefund & { wasComplete: boolean }): MailContent {
  const amount = formatMoney(refund.amount);
  const what = refund.wasComplete
    ? `We told you that your refund of ${amount} for order ${refund.orderNumber} was complete. On ${utcWords(refund.at)} the bank sent it back, so the money is with us again and not with you. We are sorry.`
    : `Your refund of ${amount} for order ${refund.orderNumber} did not go through (${utcWords(refund.at)}). No money has moved; it is still yours.`;
  return {
    subject: `Your refund of ${amount} did not arrive (order ${refund.orderNumber})`,
    blocks: [
      { text: what },
      {
        text: 'This happens when a card was closed or replaced. Answer this mail or contact us and we will find another way to pay you; you may also ask for the refund again on the page below.',
      },
      { button: { label: 'See what happened', url: refund.url } },
    ],
    why: WHY,
  };
}

/** It was not sent, and nothing is wrong.
 * @param refund.why the payment had been refunded at the provider already, or the bank's dispute is over */
export function notSentMail(refund: AboutRefund & { why: 'elsewhere' | 'dispute-over' }): MailContent {
  const amount = formatMoney(refund.amount);
  const at = utcWords(refund.at);
  const isElsewhere = refund.why === 'elsewhere';
  const what = isElsewhere
    ? `Before your refund of ${amount} for order ${refund.orderNumber} was sent, the payment provider told us that this payment had been refunded there already, in whole or in part (${at}). So this refund was not sent as well.`
    : `The bank has closed its case about the payment for order ${refund.orderNumber} and left the money with the shop (${at}). Your refund of ${amount} had waited for that and was not sent.`;
  const next = isElsewhere
    ? 'What went back before is on its way to you or there already. If something of the order is left, you can ask for it on the page below.'
    : 'If you still want the money back, ask for it again on the page below.';
  return {
    subject: `Your refund of ${amount} was not sent (order ${refund.orderNumber})`,
    blocks: [{ text: what }, { text: next }, { button: { label: 'See what happened', url: refund.url } }],
    why: WHY,
  };
}

/** The bank holds the payment because of a dispute; it decides, not we. */
export function disputedMail(refund: AboutRefund): MailContent {
  const amount = formatMoney(refund.amount);
  return {
    subject: `Your refund of ${amount} is on hold at the bank (order ${refund.orderNumber})`,
    blocks: [
      {
        text: `The bank is looking into the payment for order ${refund.orderNumber} (a dispute), so the refund of ${amount} could not be sent (${utcWords(refund.at)}).`,
      },
      {
        text: 'The bank decides where the money goes and tells you. If you would rather settle it with us, withdraw the dispute at your bank and write to us.',
      },
      { button: { label: 'See the details', url: refund.url } },
    ],
    why: WHY,
  };
}

/** The code with which a guest proves an order. */
export function orderCodeMail(code: { orderNumber: string; code: string; minutes: number }): MailContent {
  return {
    subject: `Your code for order ${code.orderNumber}`,
    blocks: [
      {
        text: `Somebody, probably you, wants to see order ${code.orderNumber}. Enter this code on our refund page:`,
      },
      { code: code.code },
      {
        text: `It works once, for ${code.minutes} minutes. If it was not you, do nothing: without the code nothing happens. Never tell it to anybody, not even to us.`,
      },
    ],
    why: 'You get this because your order number and address were entered on our refund page.',
  };
}
