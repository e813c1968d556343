import type { Withheld } from '@/lib/forum/withheld-queries';
import { plainText } from '@/lib/markdown';
import { beginningOfMarkdown } from '@/lib/markdown-beginning';

/** So many letters in a row are no accident: about eight words. */
const SAME_WORDS = 40;
/** Of a withheld reply the beginning is compared, since a digest quotes first lines. */
const COMPARED_CHARS = 2_000;
/** A thread in which more was hidden had a brigade, not answers; accepted ones are compared first. */
const COMPARED_REPLIES = 100;

/** The address of a thread, and of a reply in it in either of its forms. */
const LINKED =
  /\/t\/([0-9a-z]{16})(?![0-9a-z])(?:[^\s)]{0,300}?(?:[?&]reply=|#reply-)([0-9a-z]{16})(?![0-9a-z]))?/g;
const LINK = /\[(?:\\.|[^\]\\])*\]\([^)\s]*\)/g;

/** The ids of threads and replies that a digest's text links to, each once. */
export function linkedIds(body: string): string[] {
  return [...new Set([...linkedThreads(body), ...linkedReplies(body)])];
}

function linkedThreads(text: string): string[] {
  return [...text.matchAll(LINKED)].flatMap((match) => match[1] ?? []);
}

function linkedReplies(text: string): string[] {
  return [...text.matchAll(LINKED)].flatMap((match) => match[2] ?? []);
}

/** A digest's text without what readers may not see: of a thread the part that links to it and, with a problem's headline, the
 * lines that belong to it; of a reply the quotation, known by its link or, where there is none, by its words. What the shop says
 * itself stays. What was published stays stored as it was written.
 * @returns the same text when nothing has to go */
export function readableText(body: string, withheld: Withheld): string {
  if (withheld.ids.size === 0 && withheld.replies.length === 0) return body;
  const replies = withheld.replies.slice(0, COMPARED_REPLIES).map(lettersOfReply).filter(Boolean);
  const parts = body.split(/\n(?:[^\S\n]*\n)+/);
  const kept: string[] = [];
  let dropping = false;
  for (const part of parts) {
    const isHeadline = part.startsWith('**[');
    const isGone = linkedThreads(part).some((id) => withheld.ids.has(id));
    if (isHeadline || isHeading(part)) dropping = isHeadline && isGone;
    if (dropping || isGone) continue;
    kept.push(...withoutQuotations(part, withheld.ids, replies));
  }
  if (kept.join('\n') === parts.join('\n')) return body;
  // A heading with nothing left under it goes too.
  return kept.filter((part, at) => !(isHeading(part) && (kept[at + 1] ?? '#').startsWith('#'))).join('\n\n');
}

function isHeading(part: string): boolean {
  return part.startsWith('#') && !part.includes('\n');
}

/** The part without a quotation of a withheld reply; a quote that follows a line directly is looked at by itself. */
function withoutQuotations(part: string, gone: ReadonlySet<string>, replies: readonly string[]): string[] {
  const at = part.search(/^ {0,3}>/m);
  const pieces = at > 0 ? [part.slice(0, at).trimEnd(), part.slice(at)] : [part];
  const kept = pieces.filter((piece) => !isQuotation(piece, gone, replies));
  return kept.length === pieces.length ? [part] : kept;
}

function isQuotation(piece: string, gone: ReadonlySet<string>, replies: readonly string[]): boolean {
  const sources = /^ {0,3}>/.test(piece) ? linkedReplies(piece) : null;
  if (sources && sources.length > 0) return sources.some((id) => gone.has(id));
  const letters = lettersOf(piece.replace(LINK, ' '));
  if (letters === '') return false;
  return replies.some((reply) => (sources && reply.includes(letters)) || sharesWords(letters, reply));
}

/** Whether a run of letters stands in both; runs of twice the length are always found. */
function sharesWords(letters: string, reply: string): boolean {
  for (let at = 0; at + SAME_WORDS <= letters.length; at += SAME_WORDS) {
    if (reply.includes(letters.slice(at, at + SAME_WORDS))) return true;
  }
  return false;
}

/** What somebody wrote themselves: what they quoted may be words of a reply that can be seen. */
function lettersOfReply(body: string): string {
  const own = body
    .split('\n')
    .filter((line) => !/^ {0,3}>/.test(line))
    .join('\n');
  return lettersOf(plainText(beginningOfMarkdown(own, COMPARED_CHARS)));
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
