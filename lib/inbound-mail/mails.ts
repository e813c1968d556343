import type { MailContent } from '@/lib/mail/compose';

/** Tells somebody that their answer by mail did not become a reply, and why. */
export function notPostedMail(title: string, because: string, words: string, url: string): MailContent {
  return {
    subject: `Your reply could not be posted: ${title}`,
    blocks: [
      { text: `Your answer by mail did not become a reply. ${because}` },
      { text: 'You wrote:' },
      { quote: words },
      { button: { label: 'Open the thread', url } },
    ],
    why: 'You get this mail because you answered a mail of our forum. We send it once a week at most.',
  };
}
