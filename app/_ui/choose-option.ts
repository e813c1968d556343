/** What a key means in a box with a list below it (the combobox pattern of WAI-ARIA). */
export type KeyMeaning =
  | { does: 'choose'; place: number }
  | { does: 'open' }
  | { does: 'close' }
  | { does: 'go'; place: number }
  /** The key is for the text itself, which takes the choice back. */
  | { does: 'edit' }
  | { does: 'nothing' };

type Pressed = { key: string; altKey: boolean; isComposing: boolean };

/**
 * @param pressed `isComposing`: an input method is choosing letters, and its keys are its own
 * @param list whether it is shown, how many options it has and which is chosen (-1: the text)
 */
export function meaningOf(
  pressed: Pressed,
  list: { isShown: boolean; count: number; chosen: number },
): KeyMeaning {
  const { key, altKey } = pressed;
  if (pressed.isComposing) return { does: 'nothing' };
  if (key === 'ArrowDown' || key === 'ArrowUp') {
    if (altKey) return key === 'ArrowDown' ? { does: 'open' } : { does: 'close' };
    if (!list.isShown) return { does: 'open' };
    // The text is one of the places, so that going past either end comes back to what was typed.
    const places = list.count + 1;
    const step = key === 'ArrowDown' ? 1 : -1;
    return { does: 'choose', place: ((list.chosen + 1 + step + places) % places) - 1 };
  }
  if (key === 'Escape') return list.isShown ? { does: 'close' } : { does: 'nothing' };
  if (key === 'Enter') return { does: 'go', place: list.isShown ? list.chosen : -1 };
  if (['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(key) && list.chosen >= 0) return { does: 'edit' };
  return { does: 'nothing' };
}
