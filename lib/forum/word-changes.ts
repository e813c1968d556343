import { diffWordsWithSpace } from 'diff';

/** A run of a text that stayed, came or went. */
export type Change = { kind: 'same' | 'added' | 'removed'; text: string };

/** Beyond so many differences, or so long a look, two texts are told as one for the other: nobody reads such a list. */
const EDITS_AT_MOST = 1500;
const LOOK_MS = 100;

/** What changed from one text to the next, word by word; both can be read back from it. */
export function wordChanges(before: string, after: string): Change[] {
  const found = diffWordsWithSpace(before, after, { maxEditLength: EDITS_AT_MOST, timeout: LOOK_MS });
  if (!found) {
    return [
      { kind: 'removed' as const, text: before },
      { kind: 'added' as const, text: after },
    ].filter(({ text }) => text !== '');
  }
  return found.map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
}

/** So much of what stayed is shown on each side of a change. */
const AROUND = 120;

/** The changes with long runs that stayed cut to their ends; `cut` where something was left out. */
export function nearChanges(changes: readonly Change[]): (Change & { cut?: 'start' | 'middle' | 'end' })[] {
  return changes.map((change, index) => {
    const { kind, text } = change;
    if (kind !== 'same' || text.length <= 3 * AROUND) return change;
    const head = text.slice(0, AROUND).replace(/\S*$/u, '');
    const tail = text.slice(-AROUND).replace(/^\S*/u, '');
    if (index === 0) return { kind, text: tail, cut: 'start' };
    if (index === changes.length - 1) return { kind, text: head, cut: 'end' };
    return { kind, text: `${head} … ${tail}`, cut: 'middle' };
  });
}
