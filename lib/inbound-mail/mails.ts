import type { MailContent } from '@/lib/mail/compose';
import { wordsOf } from '@/lib/words/catalogue';
import type { Language } from '@/lib/words/languages';
import { refusalIn } from '@/lib/words/refusal-in';
import { say } from '@/lib/words/say';

/** Tells somebody that their answer by mail did not become a reply, and why.
 * @param mail.title of the thread, null when it is gone
 * @param mail.because the forum's own sentence, in English */
export function notPostedMail(
  mail: { title: string | null; because: string; wrote: string; url: string },
  language: Language,
): MailContent {
  const { notPosted: words } = wordsOf(language).mails;
  return {
    language,
    subject: say(words.subject, { title: mail.title ?? words.ourForum }),
    blocks: [
      { text: say(words.begin, { because: refusalIn(mail.because, language) }) },
      { text: words.youWrote },
      { quote: mail.wrote },
      { button: { label: words.button, url: mail.url } },
    ],
    why: words.why,
  };
}
