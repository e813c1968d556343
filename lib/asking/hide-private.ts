import type { Actor } from '@/lib/accounts/schema';
import { ownOrderNumbers } from '@/lib/asking/queries';
import type { AskQuestion, Details } from '@/lib/asking/schema';
import { NOTE_MAX } from '@/lib/asking/schema';
import { type Decision, decideWords } from '@/lib/masking/decide-words';
import { orderNumberKey } from '@/lib/refunds/orders/rules';

type Words = { title: string; body: string; details: Details };
type Hidden = { decided: true; words: Words } | { decided: false; masked: { title: string; body: string } };

/** The public words of a question without what is private in them. Whoever sends such words is asked once: `decided` is
 * false, with the words as they would stand there.
 * @param ownNumbers order numbers of the asker; the one typed beside the question counts, too */
export function hidePrivate(input: AskQuestion, ownNumbers: readonly string[]): Hidden {
  const { title, body, orderNumber, address, note, intent } = input;
  const keys = [...ownNumbers, orderNumber].map(orderNumberKey);
  const decision = intent === 'ask' ? 'none' : intent;
  const head = decideWords(title, decision, keys);
  const text = decideWords(body, decision, keys);
  if (!head.decided || !text.decided)
    return { decided: false, masked: { title: head.text, body: text.text } };
  const hidden = [...new Set([...head.hidden, ...text.hidden])];
  const kept = input.forShop && hidden.length > 0 ? `Hidden from the question: ${hidden.join(', ')}` : '';
  const details = {
    orderNumber,
    address,
    privateFiles: input.privateFiles,
    note: [note, kept].filter(Boolean).join('\n\n').slice(0, NOTE_MAX),
  };
  return { decided: true, words: { title: head.text, body: text.text, details } };
}

/** The public words of a reply, decided or not by the button that was pressed. */
export async function publicWords(body: string, intent: string | undefined, actor: Actor) {
  return decideWords(body, decisionOf(intent), (await ownOrderNumbers(actor)).map(orderNumberKey));
}

/** The same for a question that is changed: its title and its text, as far as they are given. */
export async function publicQuestion(
  { title, body }: { title?: string; body?: string },
  intent: string | undefined,
  actor: Actor,
) {
  const keys = (await ownOrderNumbers(actor)).map(orderNumberKey);
  const decide = (text: string | undefined) =>
    text === undefined ? null : decideWords(text, decisionOf(intent), keys);
  const [head, text] = [decide(title), decide(body)];
  return {
    decided: head?.decided !== false && text?.decided !== false,
    title: head?.text ?? title,
    body: text?.text ?? body,
  };
}

function decisionOf(intent: string | undefined): Decision {
  return intent === 'hidden' || intent === 'written' ? intent : 'none';
}
