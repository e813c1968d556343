import { asMarkdownText } from '@/lib/markdown-text';

/** How a question begins once it is a reply in another thread: with its title, unless that says what the other one says. */
export function questionAsReply(question: { title: string; body: string }, targetTitle: string): string {
  const isSaid = question.title.toLowerCase() === targetTitle.toLowerCase();
  return isSaid ? question.body : `${headOf(question.title)}${question.body}`;
}

/** The same backwards: the words of a reply that was a question, without the title it carried. */
export function replyAsQuestion(body: string, title: string): string {
  const head = headOf(title);
  return body.startsWith(head) ? body.slice(head.length) : body;
}

function headOf(title: string): string {
  return `**${asMarkdownText(title)}**\n\n`;
}

type Numbered = { id: string; number: number };

/** How far somebody has read once the replies have new numbers: up to the same reply as before. Older ones that came in between
 * count as read; nobody is sent back to the start of a long thread.
 * @param before the replies with their old numbers, in their order
 * @returns old position → new position, for the positions given */
export function newPositions(
  positions: readonly number[],
  before: readonly Numbered[],
  after: ReadonlyMap<string, number>,
): Map<number, number> {
  return new Map(
    positions.map((position) => {
      const last = before.findLast(({ number }) => number <= position);
      return [position, last ? (after.get(last.id) ?? 0) : 0];
    }),
  );
}
