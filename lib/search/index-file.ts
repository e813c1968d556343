import type { Language } from '@/lib/search/languages';
import { FIELD_WEIGHTS, LEVELS, WEIGHTS } from '@/lib/search/rules';

/** Parts of the file in their order; each is a run of bytes. */
export const SECTIONS = ['stems', 'words', 'wordTerms', 'subjects', 'documents', 'tape', 'postings'] as const;
export type Section = (typeof SECTIONS)[number];

/** Numbers kept of each document: seq, kind, when (two halves), where its fields end (4), its length × 10. */
export const NUMBERS_PER_DOCUMENT = 9;
/** Lengths are sums of field weights with one decimal. */
export const LENGTH_SCALE = 10;

/** What stands at the end of the file: where everything is, and what it was made from. */
export type Footer = {
  made: string;
  languages: readonly Language[];
  lastSeq: number;
  documents: number;
  bytes: Record<Section, number>;
};

/** Another build of the engine reads texts differently: its file is not ours. Raised by hand when words are split, folded
 * or stemmed in another way. */
const ENGINE = 1;

/** What the numbers in a file depend on. */
export const MADE_BY = JSON.stringify([
  ENGINE,
  LEVELS,
  FIELD_WEIGHTS,
  WEIGHTS.k1,
  WEIGHTS.b,
  process.versions.unicode,
]);
/** The last bytes of a whole file, after the footer's length. */
export const END_MARK = 0x504c5349;
