import type { MailContent } from '@/lib/mail/compose';
import { type AboutRefund, mailWords } from '@/lib/refunds/mails';
import { dayWords } from '@/lib/refunds/moment-words';
import { say } from '@/lib/words/say';

/** The owner called a refund off before its money left.
 * @param refund.words the owner's, to the buyer */
export function calledOffMail(refund: AboutRefund & { words: string }): MailContent {
  const { language, url } = refund;
  const { words, facts } = mailWords(refund);
  return {
    language,
    subject: say(words.calledOff.subject, facts),
    blocks: [
      { text: say(words.calledOff.text, facts) },
      { quote: refund.words },
      { text: words.calledOff.rights },
      { button: { label: words.openPage, url } },
    ],
    why: words.whyAbout,
  };
}

/** The shop gives money back that nobody asked for. It does not say that the money is there.
 * @param refund.words the owner's, to the buyer; '' for none */
export function gestureMail(
  refund: AboutRefund & { refundId: string; words: string; byHandUntil: Date | null },
): MailContent {
  const { language, url, refundId, byHandUntil } = refund;
  const { words, facts } = mailWords(refund);
  return {
    language,
    subject: say(words.gesture.subject, facts),
    blocks: [
      { text: say(words.gesture.text, facts) },
      ...(refund.words ? [{ text: words.gesture.writes }, { quote: refund.words }] : []),
      {
        text: byHandUntil
          ? say(words.byHandUntil, { day: dayWords(byHandUntil, language) })
          : `${words.gesture.handing} ${words.days}`,
      },
      { list: [say(words.reference, { number: refundId })] },
      { button: { label: words.track, url } },
    ],
    why: words.whyAbout,
  };
}
