import type { DigestBlock, ProblemState } from '@/lib/digests/rules';
import type { DigestText } from '@/lib/digests/schema';
import { asMarkdownText } from '@/lib/markdown-text';

/** Duplicates named below a problem; the rest is only counted among the people. */
const ALSO_ASKED_SHOWN = 3;

const HEADINGS: Record<ProblemState, string> = {
  solved: 'Solved',
  answered: 'Answered, not yet confirmed',
  open: 'Still open',
};
const STATES: ProblemState[] = ['solved', 'answered', 'open'];

/** The words a draft starts with, for the owner to edit. What people wrote (titles, answers) is text in it and nothing
 * else: no link, no picture, no heading of theirs comes through. The title never quotes anybody.
 * @param solvedThisWeek for the day on which nothing happened */
export function draftText(blocks: readonly DigestBlock[], solvedThisWeek: number): DigestText {
  if (blocks.length === 0) return nothingHappened(solvedThisWeek);
  const sections = STATES.flatMap((state) => {
    const found = blocks.filter((block) => block.state === state);
    return found.length === 0 ? [] : [`# ${HEADINGS[state]}`, ...found.map(blockText)];
  });
  return { title: titleOf(blocks), body: sections.join('\n\n') };
}

function nothingHappened(solvedThisWeek: number): DigestText {
  const week =
    solvedThisWeek === 0
      ? 'If something is on your mind, ask in the [forum](/forum); we answer within a day.'
      : `${solvedThisWeek} ${plural(solvedThisWeek, 'question was', 'questions were')} solved this week; you find ${plural(solvedThisWeek, 'it', 'them')} in the [forum](/forum?state=solved).`;
  return { title: 'No new problems', body: `No new problems since the last digest.\n\n${week}` };
}

function titleOf(blocks: readonly DigestBlock[]): string {
  const count = (state: ProblemState) => blocks.filter((block) => block.state === state).length;
  const parts = [
    [count('solved'), 'solved'] as const,
    [count('answered'), 'answered'] as const,
    [count('open'), 'still open'] as const,
  ].filter(([amount]) => amount > 0);
  const [first, ...rest] = parts;
  if (!first) return 'No new problems';
  const start = `${first[0]} ${plural(first[0], 'problem', 'problems')} ${first[1]}`;
  return [start, ...rest.map(([amount, words]) => `${amount} ${words}`)].join(', ');
}

function blockText(block: DigestBlock): string {
  const lines = [
    `**[${asMarkdownText(block.title)}](${block.href})** (${block.people} ${plural(block.people, 'person', 'people')})`,
  ];
  // The link says whose words these are: they are shown as long as that reply is.
  if (block.answer) {
    lines.push(`> ${asMarkdownText(block.answer.words)} [Read the answer](${block.answer.href})`);
  }
  if (block.article) {
    lines.push(`Short answer: [${asMarkdownText(block.article.title)}](${block.article.href})`);
  }
  if (block.state === 'answered') lines.push('There are replies. If one of them helped you, please say so.');
  if (block.state === 'open') lines.push('We are on it.');
  const shown = block.alsoAsked.slice(0, ALSO_ASKED_SHOWN);
  if (shown.length > 0) {
    lines.push(`Also asked: ${shown.map((one) => `[${asMarkdownText(one.title)}](${one.href})`).join(', ')}`);
  }
  return lines.join('\n\n');
}

function plural(amount: number, one: string, many: string): string {
  return amount === 1 ? one : many;
}
