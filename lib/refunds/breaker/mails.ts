import type { MailContent } from '@/lib/mail/compose';

/** To the owner: the breaker holds refunds back. No link in it acts; approving is a button behind the sign-in.
 * @param waiting.promised until when the first of them was promised to be looked at, in words */
export function waitingMail(waiting: {
  count: number;
  amounts: readonly string[];
  promised: string;
  isReminder: boolean;
  url: string;
}): MailContent {
  const { count, amounts, promised, isReminder, url } = waiting;
  const what = count === 1 ? 'A refund waits' : `${count} refunds wait`;
  return {
    subject: isReminder
      ? `${what} for you until ${promised}`
      : `${what} for your approval (${amounts.join(', ')})`,
    blocks: [
      {
        text: `More was asked for than goes by itself, so ${count === 1 ? 'one refund waits' : `${count} refunds wait`} for you: ${amounts.join(', ')}. Nothing was sent, and nobody was refused.`,
      },
      {
        text: `${count === 1 ? 'The buyer was' : 'The buyers were'} told that you look at it until ${promised}${count === 1 ? '' : ' (the first of them)'}. One press approves all of them.`,
      },
      { button: { label: 'Look at what waits', url } },
    ],
    why: 'You get this mail because you own this shop and its refunds are held back. How much goes by itself is in its settings.',
  };
}
