import MarkdownIt, { type StateCore, type Token } from 'markdown-it';
import { limitMarkdown } from '@/lib/markdown-limits';
import { isLocalImage, isSafeHref, shownUrl } from '@/lib/markdown-links';
import { readMentions } from '@/lib/markdown-mentions';
import { isDocumentHref } from '@/lib/uploads/names';

const md = new MarkdownIt({
  // HTML typed by people is shown as the text it is; only Markdown makes elements.
  html: false,
  linkify: true,
  // People write here as they write mail: a line they ended is a line that ends.
  breaks: true,
  typographer: false,
});
// Only what says http:// or https:// becomes a link by itself. Guessing at bare words would link 'setup.py' and 'readme.md',
// and would make a link out of a name.
md.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
md.linkify.add('//', null);
md.linkify.add('ftp:', null);
md.linkify.add('mailto:', null);
md.validateLink = isSafeHref;
md.normalizeLinkText = shownUrl;
limitMarkdown(md);
readMentions(md);

/** Pictures from elsewhere would tell their host who reads what and when: they become links to themselves. Our own lead to
 * the file, where they can be seen in full. */
function picturesToLinks(state: StateCore): void {
  const inMail = state.env.surface === 'mail';
  for (const block of state.tokens) {
    if (!block.children?.some((token) => token.type === 'image')) continue;
    let openLinks = 0;
    const children: Token[] = [];
    for (const token of block.children) {
      if (token.type === 'link_open') openLinks += 1;
      if (token.type === 'link_close') openLinks -= 1;
      if (token.type !== 'image') children.push(token);
      else children.push(...linkAround(state, token, { inMail, insideLink: openLinks > 0 }));
    }
    block.children = children;
  }
}

function linkAround(
  state: StateCore,
  image: Token,
  { inMail, insideLink }: { inMail: boolean; insideLink: boolean },
): Token[] {
  const src = String(image.attrGet('src') ?? '');
  const text = new state.Token('text', '', 0);
  text.content = textOfTokens(image.children ?? []).trim() || shownUrl(src);
  const shown = !inMail && isLocalImage(src) ? image : text;
  if (insideLink) return [shown];
  const open = new state.Token('link_open', 'a', 1);
  open.attrSet('href', src);
  return [open, shown, new state.Token('link_close', 'a', -1)];
}
md.core.ruler.push('pictures_to_links', picturesToLinks);

/** A document of ours is downloaded, not opened: its link says what comes. */
function markDocuments(state: StateCore): void {
  for (const { children } of state.tokens) {
    let begin = -1;
    for (let at = 0; children && at < children.length; at += 1) {
      const token = children[at];
      if (token?.type === 'link_open') begin = isDocumentHref(String(token.attrGet('href'))) ? at : -1;
      if (token?.type !== 'link_close' || begin === -1) continue;
      if (!/\bpdf\b/i.test(textOfTokens(children.slice(begin, at)))) {
        const mark = new state.Token('text', '', 0);
        mark.content = ' (PDF)';
        children.splice(at, 0, mark);
        at += 1;
      }
      begin = -1;
    }
  }
}
md.core.ruler.push('mark_documents', markDocuments);

/** Column alignment arrives as a style, which nobody gets; the old attribute says the same and can say nothing else. */
function alignCells(state: StateCore): void {
  for (const token of state.tokens) {
    if (token.type !== 'th_open' && token.type !== 'td_open') continue;
    const align = /^text-align:(left|center|right)$/.exec(String(token.attrGet('style') ?? ''))?.[1];
    if (align) token.attrs = [['align', align]];
  }
}
md.core.ruler.push('align_cells', alignCells);

/** What stands in a quote or a list. Its direction is that of the whole: a browser that is asked for the direction of a quote
 * looks past every part of it that was asked for its own, and would find none. */
export const NESTED = 'data-nested';
function markNested(state: StateCore): void {
  for (const token of state.tokens) {
    if (token.nesting === 1 && token.level > 0 && !/^(th|td|thead|tbody|tr)_open$/.test(token.type)) {
      token.attrSet(NESTED, '');
    }
  }
}
md.core.ruler.push('mark_nested', markNested);

/** The visible text of inline tokens; a line break is a newline, a picture its description. */
export function textOfTokens(tokens: readonly Token[]): string {
  let out = '';
  for (const token of tokens) {
    if (token.type === 'softbreak' || token.type === 'hardbreak') out += '\n';
    else if (token.type === 'image') out += textOfTokens(token.children ?? []);
    else out += token.content;
  }
  return out;
}

/** The one parser. Its output is not safe by itself: only `lib/markdown` may make HTML with it. `env.surface` is 'mail' or nothing. */
export const markdownParser = md;
