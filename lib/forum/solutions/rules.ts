import { DAY } from '@/lib/clock';

/** So many different people have to say that an answer no longer works before it is put on review (issue: two). */
export const REPORTS_FOR_REVIEW = 2;
/** So many people who are still stuck reopen a question; its asker alone does (defaults). */
export const STUCK_TO_REOPEN = 2;
/** Whether it worked is asked this long after the answer: long enough to have tried it (defaults). */
export const ASK_AFTER = 3 * DAY;
/** Nobody objected for this long: assumed solved (defaults). */
export const ASSUME_AFTER = 7 * DAY;
/** What has rested for longer is history (an import, a time before this site asked): its people are not mailed. */
export const ASK_WITHIN = 14 * DAY;

/** What came back from one round of asking. `solved` is null while somebody has not answered. */
export type Said = { isAsker: boolean; solved: boolean | null };

/** Whether the answers of a round reopen the question: its asker is still stuck, or two of the others are. */
export function reopens(said: readonly Said[]): boolean {
  const stuck = said.filter(({ solved }) => solved === false);
  return stuck.some(({ isAsker }) => isAsker) || stuck.length >= STUCK_TO_REOPEN;
}

/** What the silence at the end of a round means. An open question is assumed solved unless somebody is still stuck; one that
 * was solved stays so. */
export function outcomeOfSilence(
  said: readonly Said[],
  isOpen: boolean,
): 'confirmed' | 'assumed' | 'contested' {
  if (said.some(({ solved }) => solved === true)) return 'confirmed';
  if (isOpen && said.some(({ solved }) => solved === false)) return 'contested';
  return 'assumed';
}

type Candidate = { id: string; authorId: string; voteCount: number; createdAt: Date; byStaff: boolean };

/** Which reply of an open thread to ask about: the one that helped most, of equals the shop's, of equals the latest. Null when
 * nobody but the asker wrote, or when the asker wrote last: then others are to answer, not the asker. */
export function replyToAskAbout(replies: readonly Candidate[], askerId: string): Candidate | null {
  const byTime = [...replies].sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
  if (byTime.at(-1)?.authorId === askerId) return null;
  const others = byTime.filter(({ authorId }) => authorId !== askerId).reverse();
  return others.sort((a, b) => b.voteCount - a.voteCount || Number(b.byStaff) - Number(a.byStaff))[0] ?? null;
}
