import MarkdownIt, { type MarkdownIt as Parser, type StateBlock } from 'markdown-it';
import { MAX_HREF_LENGTH } from '@/lib/markdown-links';

/**
 * Where Markdown's own rules would allow a text of 30,000 characters to cost seconds or megabytes. What is over a limit
 * is not lost: it is shown as the text it was typed as.
 */

/** Quotes and lists inside each other (defaults: nesting ≤ 20). */
export const MAX_NESTING = 20;
/** A table fills up missing cells, so that a few hundred letters could ask for 65,000; the largest real ones have some hundred. */
const MAX_CELLS = 10_000;

type BlockRule = (state: StateBlock, start: number, end: number, silent: boolean) => boolean;

/** The parser's own rule of that name (a chain with only this rule enabled has it as its one member). */
function blockRule(name: string): BlockRule {
  const { ruler } = new MarkdownIt().block;
  ruler.enableOnly(name);
  const [rule] = ruler.getRules('');
  if (!rule) throw new Error(`markdown-it has no block rule "${name}"`);
  return rule;
}

const depthOf = Symbol('open quotes and lists');

/** Lets the rule step aside, so that its sign stays text, once `MAX_NESTING` containers are open. */
function limitedNesting(rule: BlockRule): BlockRule {
  return (state, start, end, silent) => {
    const depth = (state.env[depthOf] as number | undefined) ?? 0;
    if (depth >= MAX_NESTING) return false;
    state.env[depthOf] = depth + 1;
    const matched = rule(state, start, end, silent);
    state.env[depthOf] = depth;
    return matched;
  };
}

const stretchOf = Symbol('stretch of lines without a blank one');
type Stretch = { from: number; to: number };

/** The lines a table could take: up to the next blank one. Remembered, as every line of a paragraph asks again. */
function linesFrom(state: StateBlock, start: number, end: number): number {
  const known = state.env[stretchOf] as Stretch | undefined;
  if (known && known.from <= start && start < known.to) return known.to - start;
  let to = start;
  while (to < end && !state.isEmpty(to)) to += 1;
  state.env[stretchOf] = { from: start, to } satisfies Stretch;
  return to - start;
}

function limitedCells(rule: BlockRule): BlockRule {
  return (state, start, end, silent) => {
    if (!rule(state, start, end, true)) return false;
    const header = state.src.slice(state.bMarks[start], state.eMarks[start]);
    const columns = header.split('|').length;
    if (columns * linesFrom(state, start, end) > MAX_CELLS) return false;
    return silent || rule(state, start, end, false);
  };
}

/** An address that goes on for longer than one may be is not looked at: the scan for its end would be repeated from every 'http' in it. */
function limitLinkScan(md: Parser): void {
  const { linkify } = md;
  const match = linkify.match.bind(linkify);
  const matchAtStart = linkify.matchAtStart.bind(linkify);
  linkify.match = (text) =>
    text.split(/\s+/).some((run) => run.length > MAX_HREF_LENGTH) ? [] : match(text);
  linkify.matchAtStart = (text) => matchAtStart(text.slice(0, MAX_HREF_LENGTH + 1));
}

/** Puts all limits on a parser. The `alt` chains are the ones the parser itself gives these rules. */
export function limitMarkdown(md: Parser): void {
  const { ruler } = md.block;
  ruler.at('blockquote', limitedNesting(blockRule('blockquote')), {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
  ruler.at('list', limitedNesting(blockRule('list')), { alt: ['paragraph', 'reference', 'blockquote'] });
  ruler.at('table', limitedCells(blockRule('table')), { alt: ['paragraph', 'reference'] });
  limitLinkScan(md);
}
