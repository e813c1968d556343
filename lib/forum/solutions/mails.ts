import type { MailContent } from '@/lib/mail/compose';

/** To everybody who had a problem, some days after it was said to be solved. */
export function stillSolvedMail(asked: {
  title: string;
  by: string;
  excerpt: string;
  isAsker: boolean;
  /** Whether somebody said already that this reply solved it. */
  wasAccepted: boolean;
  url: string;
}): MailContent {
  return {
    subject: `Did this solve it? ${asked.title}`,
    blocks: [
      { text: asked.isAsker ? 'A few days ago you asked:' : 'You said that you have this problem, too:' },
      { quote: asked.title },
      {
        text: asked.wasAccepted ? `This was marked as the solution, by ${asked.by}:` : `${asked.by} replied:`,
      },
      { quote: asked.excerpt },
      { button: { label: 'Say whether it worked', url: asked.url } },
      {
        text: 'The page has two buttons: "Yes, solved" and "Still stuck". Opening it changes nothing. If you say nothing, we take it as solved after a week.',
      },
    ],
    why: asked.isAsker
      ? 'You get this one mail because you asked this question in our forum.'
      : 'You get this one mail because you said that you have this problem, too.',
  };
}
