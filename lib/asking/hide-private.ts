import type { AskQuestion, Details } from '@/lib/asking/schema';
import { NOTE_MAX } from '@/lib/asking/schema';
import { maskMoney, maskPrivate } from '@/lib/masking/mask-text';
import { orderNumberKey } from '@/lib/refunds/orders/rules';

type Words = { title: string; body: string; details: Details };
type Hidden = { decided: true; words: Words } | { decided: false; masked: { title: string; body: string } };

/** The public words of a question without what is private in them. Whoever sends such words is asked once: `decided` is
 * false, with the words as they would stand there.
 * @param ownNumbers order numbers of the asker; the one typed beside the question counts, too */
export function hidePrivate(input: AskQuestion, ownNumbers: readonly string[]): Hidden {
  const { title, body, orderNumber, address, note, intent } = input;
  const keys = [...ownNumbers, orderNumber].map(orderNumberKey);
  const hide = intent === 'written' ? maskMoney : (text: string) => maskPrivate(text, keys);
  const [head, text] = [hide(title), hide(body)];
  const hidden = [...new Set([...head.hidden, ...text.hidden])];
  if (hidden.length > 0 && intent === 'ask')
    return { decided: false, masked: { title: head.text, body: text.text } };
  const kept = input.forShop && hidden.length > 0 ? `Hidden from the question: ${hidden.join(', ')}` : '';
  const details = {
    orderNumber,
    address,
    note: [note, kept].filter(Boolean).join('\n\n').slice(0, NOTE_MAX),
  };
  return { decided: true, words: { title: head.text, body: text.text, details } };
}
