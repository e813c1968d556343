import type { MailContent } from '@/lib/mail/compose';
import { formatMoney, type Money } from '@/lib/money';
import { dayWords, promiseWords, utcWords } from '@/lib/refunds/moment-words';
import type { Alternative } from '@/lib/refunds/schema';
import { wordsOf } from '@/lib/words/catalogue';
import type { Language } from '@/lib/words/languages';
import { numberWords, say } from '@/lib/words/say';

/** What every mail about a refund names. */
export type AboutRefund = {
  orderNumber: string;
  amount: Money;
  /** The moment the mail tells of. */
  at: Date;
  /** The tracker, readable without signing in. */
  url: string;
  /** What its buyer reads. */
  language: Language;
};

/** One that says that the money went back. */
export type AboutPaid = AboutRefund & {
  /** The receipt, readable without signing in; null where none was written. */
  receiptUrl: string | null;
};

/** The words of a language, and what every sentence of a mail may name. */
export function mailWords({ language, amount, orderNumber, at }: AboutRefund) {
  return {
    words: wordsOf(language).refundMails,
    facts: { amount: formatMoney(amount, language), order: orderNumber, time: utcWords(at, language) },
  };
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
  const { language, url } = refund;
  const { words, facts } = mailWords(refund);
  return {
    language,
    subject: say(words.approved.subject, facts),
    blocks: [
      { text: say(words.approved.text, facts) },
      {
        list: [
          say(words.order, facts),
          ...refund.items.map(({ name, quantity }) => `${numberWords(quantity, language)} × ${name}`),
          say(words.amount, facts),
          say(words.reference, { number: refund.refundId }),
        ],
      },
      { text: words.approved.withdrawal },
      { text: whatComesNext(refund) },
      { button: { label: words.track, url } },
    ],
    why: words.why,
  };
}

function whatComesNext(refund: AboutRefund & { undoUntil: Date | null; byHandUntil: Date | null }): string {
  const { language, undoUntil, byHandUntil } = refund;
  const { words } = mailWords(refund);
  const undo = undoUntil ? [say(words.approved.undo, { time: utcWords(undoUntil, language) })] : [];
  const next = byHandUntil
    ? [say(words.byHandUntil, { day: dayWords(byHandUntil, language) })]
    : [undoUntil ? words.approved.afterUndo : words.approved.now, words.days];
  return [...undo, ...next].join(' ');
}

/** The buyer took the request back, or chose something else, before any money had left. */
export function takenBackMail(refund: AboutRefund & { instead: Alternative | null }): MailContent {
  const { language, url, instead } = refund;
  const { words, facts } = mailWords(refund);
  const choices = wordsOf(language).tracker.takeBack;
  return {
    language,
    subject: say(words.takenBack.subject, facts),
    blocks: [
      { text: say(words.takenBack.text, facts) },
      {
        text: instead ? say(words.takenBack.instead, { choice: choices[instead] }) : words.takenBack.again,
      },
      { button: { label: words.openPage, url } },
    ],
    why: words.why,
  };
}

/** For a request that waits for the owner: received, not yet approved.
 * @param refund.promisedBy until when the owner looks at it, told on the clock of `timeZone`
 * @param refund.isLate the time in which refunds approve themselves had passed */
export function queuedMail(
  refund: AboutRefund & { promisedBy: Date; timeZone: string; isLate: boolean },
): MailContent {
  const { language, url, promisedBy, timeZone, isLate } = refund;
  const { words, facts } = mailWords(refund);
  const promised = promiseWords(promisedBy, timeZone, language);
  const because = say(isLate ? words.queued.late : words.queued.many, { promised });
  return {
    language,
    subject: say(words.queued.subject, facts),
    blocks: [
      { text: say(words.queued.text, facts) },
      { text: `${because} ${words.queued.waits}` },
      { button: { label: words.track, url } },
    ],
    why: words.why,
  };
}

/** The provider has paid: it is with the bank. */
export function completedMail(refund: AboutPaid): MailContent {
  return paidMail(refund, mailWords(refund).words.completed);
}

/** The owner has paid by hand and ticked it off. */
export function paidByHandMail(refund: AboutPaid): MailContent {
  return paidMail(refund, mailWords(refund).words.paidByHand);
}

function paidMail(refund: AboutPaid, told: { subject: string; text: string; bank: string }): MailContent {
  const { language, url, receiptUrl } = refund;
  const { words, facts } = mailWords(refund);
  const tracker = { label: words.track, url };
  return {
    language,
    subject: say(told.subject, facts),
    blocks: [
      { text: say(told.text, facts) },
      { text: told.bank },
      { button: receiptUrl === null ? tracker : { label: words.openReceipt, url: receiptUrl } },
    ],
    why: words.why,
    ...(receiptUrl === null ? {} : { links: [tracker] }),
  };
}

/** We told them that it was paid by hand, and it was not. */
export function tickUndoneMail(refund: AboutRefund): MailContent {
  const { language, url } = refund;
  const { words, facts } = mailWords(refund);
  return {
    language,
    subject: say(words.tickUndone.subject, facts),
    blocks: [
      { text: say(words.tickUndone.text, facts) },
      { text: words.tickUndone.still },
      { button: { label: words.track, url } },
    ],
    why: words.why,
  };
}

/** The money did not arrive.
 * @param refund.wasComplete we had told them that it had */
export function failedMail(refund: AboutRefund & { wasComplete: boolean }): MailContent {
  const { language, url, wasComplete } = refund;
  const { words, facts } = mailWords(refund);
  return {
    language,
    subject: say(words.failed.subject, facts),
    blocks: [
      { text: say(wasComplete ? words.failed.cameBack : words.failed.text, facts) },
      { text: words.failed.next },
      { button: { label: words.seeWhat, url } },
    ],
    why: words.why,
  };
}

/** It was not sent, and nothing is wrong.
 * @param refund.why the payment had been refunded at the provider already, or the bank's dispute is over */
export function notSentMail(refund: AboutRefund & { why: 'elsewhere' | 'dispute-over' }): MailContent {
  const { language, url, why } = refund;
  const { words, facts } = mailWords(refund);
  const { notSent } = words;
  const isElsewhere = why === 'elsewhere';
  return {
    language,
    subject: say(notSent.subject, facts),
    blocks: [
      { text: say(isElsewhere ? notSent.elsewhere : notSent.disputeOver, facts) },
      { text: isElsewhere ? notSent.elsewhereNext : notSent.disputeOverNext },
      { button: { label: words.seeWhat, url } },
    ],
    why: words.why,
  };
}

/** The bank holds the payment because of a dispute; it decides, not we. */
export function disputedMail(refund: AboutRefund): MailContent {
  const { language, url } = refund;
  const { words, facts } = mailWords(refund);
  return {
    language,
    subject: say(words.disputed.subject, facts),
    blocks: [
      { text: say(words.disputed.text, facts) },
      { text: words.disputed.bank },
      { button: { label: words.disputed.button, url } },
    ],
    why: words.why,
  };
}
