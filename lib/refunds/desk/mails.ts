import type { MailContent } from '@/lib/mail/compose';
import { formatMoney } from '@/lib/money';
import { type AboutRefund, dayWords, utcWords } from '@/lib/refunds/mails';

const WHY = 'You get this because it is about a refund of an order made with this address.';

/** The owner called a refund off before its money left.
 * @param refund.words the owner's, to the buyer */
export function calledOffMail(refund: AboutRefund & { words: string }): MailContent {
  const amount = formatMoney(refund.amount);
  return {
    subject: `Your refund of ${amount} was called off (order ${refund.orderNumber})`,
    blocks: [
      {
        text: `The shop called your refund of ${amount} for order ${refund.orderNumber} off on ${utcWords(refund.at)}. No money was sent. The shop writes:`,
      },
      { quote: refund.words },
      {
        text: 'If you do not agree, answer this mail. Calling a refund off takes no right from you: you can also withdraw from the contract where the law gives you that right.',
      },
      { button: { label: 'Open the page of this refund', url: refund.url } },
    ],
    why: WHY,
  };
}

/** The shop gives money back that nobody asked for. It does not say that the money is there.
 * @param refund.words the owner's, to the buyer; '' for none */
export function gestureMail(
  refund: AboutRefund & { refundId: string; words: string; byHandUntil: Date | null },
): MailContent {
  const amount = formatMoney(refund.amount);
  return {
    subject: `${amount} back for your order ${refund.orderNumber}`,
    blocks: [
      {
        text: `The shop decided on ${utcWords(refund.at)} to give you ${amount} back for order ${refund.orderNumber}. You do not need to do anything.`,
      },
      ...(refund.words ? [{ text: 'The shop writes:' }, { quote: refund.words }] : []),
      {
        text: refund.byHandUntil
          ? `The shop pays this refund by hand, for example by bank transfer, by ${dayWords(refund.byHandUntil)}. We write again when it is paid.`
          : 'It is being handed to your bank now and goes back to the way you paid. It usually takes 5 to 10 working days to show there, and we write again when the bank has it.',
      },
      { list: [`Reference: ${refund.refundId}`] },
      { button: { label: 'See where your refund is', url: refund.url } },
    ],
    why: WHY,
  };
}
