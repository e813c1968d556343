import { maskMoney, maskPrivate } from '@/lib/masking/mask-text';

/** What somebody said to the look at their words: hide it, leave it, or nothing yet. */
export type Decision = 'hidden' | 'written' | 'none';

/** A public text as it is to be posted; `decided` is false when it shows something private and nobody has said yet what
 * to do: then the text is what it would be without.
 * @param orderKeys order numbers as `orderNumberKey` folds them */
export function decideWords(
  text: string,
  decision: Decision,
  orderKeys: readonly string[] = [],
): { decided: boolean; text: string; hidden: string[] } {
  const masked = decision === 'written' ? maskMoney(text) : maskPrivate(text, orderKeys);
  return { ...masked, decided: decision !== 'none' || masked.hidden.length === 0 };
}
