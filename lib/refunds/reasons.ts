/** Why money is wanted back, as a buyer may choose it afterwards; nobody has to. Few, so that a chart of them says something. */
export const REASON_KINDS = [
  'changed-mind',
  'damaged',
  'not-as-described',
  'wrong-item',
  'late',
  'other',
] as const;
export type ReasonKind = (typeof REASON_KINDS)[number];

/** As the desk, which speaks English, names them. */
export const reasonKindWords: Record<ReasonKind | 'none', string> = {
  'changed-mind': 'Changed their mind',
  damaged: 'Damaged or broken',
  'not-as-described': 'Not as described',
  'wrong-item': 'Wrong item',
  late: 'Came too late',
  other: 'Something else',
  none: 'Nobody said',
};

/** A stored kind; one of an older version counts as not said. */
export function reasonKindOf(stored: string | null): ReasonKind | null {
  return REASON_KINDS.find((kind) => kind === stored) ?? null;
}
