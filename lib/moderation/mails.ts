import type { MailContent } from '@/lib/mail/compose';

type Reported = {
  /** Of the thread it stands in. */
  title: string;
  /** What the customer says is wrong with it. */
  reason: string;
  isHidden: boolean;
  /** Where the shop decides. */
  url: string;
};

/** To the owner: what a verified buyer reported is taken aside and waits for a word. */
export function reportedMail({ title, reason, isHidden, url }: Reported): MailContent {
  return {
    subject: isHidden ? `Hidden until you look: ${title}` : `A customer reported a post: ${title}`,
    blocks: [
      {
        text: isHidden
          ? 'A second customer reported this post. Only you, your helpers and its author see it until you decide.'
          : 'A customer who bought here reported this post. It is folded for readers until you decide.',
      },
      { quote: title },
      { text: 'They say:' },
      { quote: reason },
      { button: { label: 'Look at it', url } },
    ],
    why: 'You get this mail because you own this shop: one when a post is folded, and one when it is hidden.',
  };
}
