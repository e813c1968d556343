import type { MailContent } from '@/lib/mail/compose';
import { wordsOf } from '@/lib/words/catalogue';
import type { Language } from '@/lib/words/languages';
import { say } from '@/lib/words/say';

/** To everybody who had a problem, some days after it was said to be solved. */
export function stillSolvedMail(
  asked: {
    title: string;
    by: string;
    excerpt: string;
    isAsker: boolean;
    /** Whether somebody said already that this reply solved it. */
    wasAccepted: boolean;
    url: string;
  },
  language: Language,
): MailContent {
  const { stillSolved: words } = wordsOf(language).mails;
  return {
    language,
    subject: say(words.subject, { title: asked.title }),
    blocks: [
      { text: asked.isAsker ? words.asked : words.meToo },
      { quote: asked.title },
      { text: say(asked.wasAccepted ? words.accepted : words.replied, { name: asked.by }) },
      { quote: asked.excerpt },
      { button: { label: words.button, url: asked.url } },
      { text: words.how },
    ],
    why: asked.isAsker ? words.whyAsked : words.whyMeToo,
  };
}
