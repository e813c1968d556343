import type { Language } from '@/lib/search/languages';
import { type Piece, SNIPPET_MAX } from '@/lib/search/schema';
import { stemsOf, type Word, wordsOf } from '@/lib/search/split-words';
import { startOfCharacter } from '@/lib/text';

/** What to mark: the stems of a question, and the start of the word being typed ('' for none). */
export type Marks = { stems: ReadonlySet<string>; prefix: string; languages: readonly Language[] };

/** Longer texts are looked at from their start; the best place is nearly always there. */
const LOOKED_AT = 12_000;
/** Words before the match that say what it is about. */
const LEAD_CHARS = 50;

/** Cuts a text into pieces, `hit` where a word matches. The pieces joined are the text. */
export function markMatches(text: string, marks: Marks): Piece[] {
  return piecesOf(text, matchesIn(text, marks), 0, text.length);
}

/** At most `SNIPPET_MAX` characters of a text around the place where most of the question is answered. */
export function cutSnippet(text: string, marks: Marks): Piece[] {
  const looked = text.slice(0, LOOKED_AT);
  const matches = matchesIn(looked, marks);
  const best = bestStart(matches);
  const from = best === null || best <= LEAD_CHARS ? 0 : wordStart(looked, best - LEAD_CHARS);
  const lead = from > 0 ? '… ' : '';
  const room = SNIPPET_MAX - lead.length - 2;
  const isWhole = looked.length - from <= room && looked.length === text.length;
  const to = isWhole ? looked.length : wordEnd(looked, from, Math.min(from + room, looked.length));
  const pieces = piecesOf(looked, matches, from, to);
  if (lead) pieces.unshift({ text: lead, hit: false });
  if (!isWhole) pieces.push({ text: ' …', hit: false });
  return pieces.map((piece) => ({ ...piece, text: piece.text.replace(/\s+/g, ' ') }));
}

/** The pieces as plain text. */
export function joinPieces(pieces: readonly Piece[]): string {
  return pieces.map((piece) => piece.text).join('');
}

function matchesIn(text: string, marks: Marks): Word[] {
  return wordsOf(text).filter(
    (word) =>
      marks.languages.some((language) =>
        stemsOf(word.surface, language).some((stem) => marks.stems.has(stem)),
      ) ||
      (marks.prefix.length > 1 && word.surface.startsWith(marks.prefix)),
  );
}

/** Where the window of a snippet's length with the most different matching words begins. */
function bestStart(matches: readonly Word[]): number | null {
  let best: number | null = null;
  let most = 0;
  const inside = new Map<string, number>();
  let head = 0;
  for (const word of matches) {
    inside.set(word.surface, (inside.get(word.surface) ?? 0) + 1);
    for (let first = matches[head]; first && word.end - first.start > SNIPPET_MAX - LEAD_CHARS; ) {
      const left = (inside.get(first.surface) ?? 1) - 1;
      if (left > 0) inside.set(first.surface, left);
      else inside.delete(first.surface);
      head += 1;
      first = matches[head];
    }
    // Long words tell more than short ones: "the" three times is no better place than "refund" once.
    const value = [...inside.keys()].reduce((sum, surface) => sum + Math.min(surface.length, 8), 0);
    if (value > most) {
      most = value;
      best = matches[head]?.start ?? null;
    }
  }
  return best;
}

function wordStart(text: string, at: number): number {
  const blank = text.indexOf(' ', at);
  return blank === -1 || blank > at + LEAD_CHARS ? startOfCharacter(text, at) : blank + 1;
}

function wordEnd(text: string, from: number, to: number): number {
  if (to >= text.length) return text.length;
  const blank = text.lastIndexOf(' ', to);
  return blank > from + SNIPPET_MAX / 2 ? blank : startOfCharacter(text, to);
}

function piecesOf(text: string, matches: readonly Word[], from: number, to: number): Piece[] {
  const pieces: Piece[] = [];
  let place = from;
  for (const { start, end } of matches) {
    if (start < place || end > to) continue;
    if (start > place) pieces.push({ text: text.slice(place, start), hit: false });
    pieces.push({ text: text.slice(start, end), hit: true });
    place = end;
  }
  if (place < to) pieces.push({ text: text.slice(place, to), hit: false });
  return pieces;
}
