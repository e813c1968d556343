import type { MailContent } from '@/lib/mail/compose';

/** More of a reply than this is read on the page. */
export const MAIL_EXCERPT = 600;

type Told = {
  title: string;
  /** Who wrote or accepted, by public name. */
  by: string;
  /** First words as plain text. */
  excerpt: string;
  url: string;
};

/** To the person who asked, when somebody else replied. */
export function replyPostedMail({ title, by, excerpt, url }: Told): MailContent {
  return {
    subject: `New reply: ${title}`,
    blocks: [
      { text: 'There is a new reply to your question:' },
      { quote: title },
      { text: `${by} wrote:` },
      { quote: excerpt },
      { button: { label: 'Read and answer', url } },
      { text: 'If it solved your problem, press "This solved it" there, so that others find it too.' },
    ],
    why: 'You get this mail because you asked this question in our forum.',
  };
}

/** To the author of a reply, when it was marked as the solution. */
export function answerAcceptedMail({ title, by, excerpt, url }: Told): MailContent {
  return {
    subject: 'Your reply solved a question',
    blocks: [
      { text: `${by} marked your reply as the solution. Thank you!` },
      { text: 'The question:' },
      { quote: title },
      { text: 'Your reply:' },
      { quote: excerpt },
      { button: { label: 'See the thread', url } },
    ],
    why: 'You get this mail because you replied to this question in our forum.',
  };
}
