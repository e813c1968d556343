/**
 * Text hygiene for everything people type. Pure, linear in its input, and idempotent: cleaning twice
 * gives the same text. Escaping is not done here; that belongs to whoever prints the text.
 */

/** Marks stacked on one letter beyond this are noise: no living orthography needs five after NFC, zalgo needs dozens. */
export const MAX_COMBINING_MARKS = 4;

const EXTRA_MARKS = new RegExp(`(\\p{M}{${MAX_COMBINING_MARKS}})\\p{M}+`, 'gu');
const LONE_SURROGATES = /[\uD800-\uDFFF]/gu;
const LINE_ENDS = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;
/** C0 and C1 controls except tab and newline, and code points Unicode promises never to assign. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the purpose
const CONTROLS = /[\u0000-\u0008\u000E-\u001F\u007F-\u009F\uFDD0-\uFDEF\uFFFE\uFFFF]/g;

/**
 * Three alternatives, tried in order:
 * 1. a sub-national flag (black flag, tag letters, cancel tag), kept whole;
 * 2. characters that are needed in places and a trick elsewhere (joiners, variation selectors): see `isNeeded`;
 * 3. characters that only ever hide or reorder text: bidi marks, embeddings, overrides and isolates (direction is
 *    set with dir=auto instead), zero-width spaces, soft hyphens, fillers that look blank, tag letters.
 */
const INVISIBLE =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: each is looked at by itself
  /(\u{1F3F4}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{2,6}\u{E007F})|([\u200C\u200D\uFE00-\uFE0F\u180B-\u180D\u180F\u{E0100}-\u{E01EF}])|[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF0-\uFFFB\u{1BCA0}-\u{1BCA3}\u{1D173}-\u{1D17A}\u{E0000}-\u{E00FF}\u{E01F0}-\u{E0FFF}]/gu;

/** Scripts whose spelling uses the zero-width joiner and non-joiner (Persian, Indic and their neighbours). */
const JOINING_SCRIPT =
  /[\p{scx=Arab}\p{scx=Syrc}\p{scx=Mong}\p{scx=Nkoo}\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}\p{scx=Khmr}\p{scx=Mymr}]/u;
const EMOJI_BEFORE_JOINER = /\p{Extended_Pictographic}|\uFE0F|[\u{1F3FB}-\u{1F3FF}]/u;
const PICTURE = /\p{Extended_Pictographic}/u;
const TAKES_VARIATION = /[\p{Emoji}\p{S}\p{Script=Han}\p{Script=Mymr}]/u;
const MONGOLIAN = /\p{Script=Mong}/u;

function characterBefore(text: string, index: number): string {
  const low = text.charCodeAt(index - 1);
  const isPair = low >= 0xdc00 && low <= 0xdfff && index > 1;
  return text.slice(isPair ? index - 2 : index - 1, index);
}

function characterAt(text: string, index: number): string {
  const point = text.codePointAt(index);
  return point === undefined ? '' : String.fromCodePoint(point);
}

/** Whether a joiner or selector does visible work here: it must follow directly the kind of character it acts on. */
function isNeeded(invisible: string, index: number, text: string): boolean {
  const before = characterBefore(text, index);
  if (invisible === '\u200C') return JOINING_SCRIPT.test(before);
  if (invisible === '\u200D') {
    if (JOINING_SCRIPT.test(before)) return true;
    return EMOJI_BEFORE_JOINER.test(before) && PICTURE.test(characterAt(text, index + 1));
  }
  if (invisible >= '\u180B' && invisible <= '\u180F') return MONGOLIAN.test(before);
  return TAKES_VARIATION.test(before);
}

/**
 * Removes bidi controls and invisible characters, keeping joiners inside the scripts that spell with them and
 * inside emoji sequences (a family emoji is one picture because of them).
 */
export function stripInvisible(text: string): string {
  return text.replace(INVISIBLE, (found: string, flag?: string, conditional?: string, index?: number) => {
    if (flag !== undefined) return flag;
    if (conditional === undefined || index === undefined) return '';
    return isNeeded(conditional, index, text) ? found : '';
  });
}

/** At most `MAX_COMBINING_MARKS` marks in a row; the rest is cut off. */
export function clipCombiningMarks(text: string): string {
  return text.replace(EXTRA_MARKS, '$1');
}

function scrub(text: string): string {
  const plain = stripInvisible(
    text.replace(LONE_SURROGATES, '\uFFFD').replace(LINE_ENDS, '\n').replace(CONTROLS, ''),
  );
  // Marks are clipped before NFC as well: sorting a run of 30,000 marks into canonical order is quadratic work.
  return clipCombiningMarks(clipCombiningMarks(plain).normalize('NFC'));
}

/**
 * A multi-line field (post, reply, article): NFC, LF line ends, no control or invisible characters, lone surrogates
 * replaced by U+FFFD, stacked marks clipped, blank lines at the start and white space at the end removed.
 * Indentation stays: it means something in Markdown.
 */
export function cleanText(text: string): string {
  return scrub(text)
    .replace(/^(?:[^\S\n]*\n)+/, '')
    .trimEnd();
}

/** A single-line field (title, tag, search query): as `cleanText`, and every run of white space becomes one space. */
export function cleanLine(text: string): string {
  // The braille blank is not white space to Unicode but looks like it: a title of nothing else must come out empty.
  return scrub(text)
    .replace(/[\s\u2800]+/g, ' ')
    .trim();
}

/** Accents and vowel points that readers leave out when they search: Latin/Greek/Cyrillic, Hebrew, Arabic. */
const ACCENTS = /[\u0300-\u036F\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u064B-\u065F\u0670]/g;

/**
 * A form in which equivalent spellings are equal: NFKC (full width, ligatures), case folded, accents removed.
 * For comparing and looking up, never for showing. 'CAFÉ' = 'cafe', 'STRASSE' = 'straße', 'ﬁn' = 'fin'.
 */
export function foldForComparison(text: string): string {
  const compatible = clipCombiningMarks(stripInvisible(text)).normalize('NFKC');
  // Upper then lower is full case folding for what matters here: ß and SS, final sigma, dotless i.
  const folded = compatible.toUpperCase().toLowerCase().replace(/ς/g, 'σ');
  return folded.normalize('NFD').replace(ACCENTS, '').normalize('NFC');
}

const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
/** No character that people know as one is longer; looking further would cost time in a long text. */
const CHARACTER_MAX = 64;

/** Where the character at a place begins: a flag, a family or a letter with its marks is one, and is not cut in two. */
export function startOfCharacter(text: string, place: number): number {
  const from = Math.max(0, place - CHARACTER_MAX);
  const around = text.slice(from, place + CHARACTER_MAX);
  const start = from + (characters.segment(around).containing(place - from)?.index ?? place - from);
  // One character that fills all the room (joined pictures without end) is cut after a whole code point.
  if (start > from) return start;
  return /[\uDC00-\uDFFF]/.test(text.charAt(place)) ? place - 1 : place;
}
