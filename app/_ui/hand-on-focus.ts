'use client';

/** Marks what a form stands in; what takes its place has the same value. */
const PLACE = 'data-place';

/** Puts the focus on something that takes none by itself, until it is left again. */
export function focusOn(element: HTMLElement | null | undefined): void {
  if (!element) return;
  if (!element.matches('a[href], button, input, select, summary, textarea')) {
    element.tabIndex = -1;
    element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true });
  }
  element.focus({ preventScroll: true });
}

/** Whether nothing has the focus: what had it went away. */
export function isFocusLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

/**
 * The `ref` of a form that may go away while the focus is in it, because what it does has been done: the focus is handed on
 * to what is said instead of it, to the summary that it was folded into, to the place where it stood (`data-place`) or what
 * now stands there, or to the heading of the page. Otherwise whoever uses the keyboard or hears the page would begin again
 * above its header. Where the focus is elsewhere it is left alone, and so is another page.
 */
export function handOnFocus(form: HTMLFormElement): () => void {
  // Called while the form still stands there.
  return () => {
    if (!form.contains(document.activeElement)) return;
    const details = form.closest('details');
    const place = form.closest<HTMLElement>(`[${PLACE}]`);
    const { pathname } = window.location;
    setTimeout(() => {
      if (!isFocusLost() || window.location.pathname !== pathname) return;
      const said = details?.querySelector<HTMLElement>('[role=status]') ?? details?.querySelector('summary');
      const here = [said, place].find((element) => element?.isConnected);
      focusOn(here ?? standingFor(place) ?? headingOfPage());
    });
  };
}

/** What took a place; when the text itself moved further up, the last of them is the line that it left behind. */
function standingFor(place: HTMLElement | null): HTMLElement | undefined {
  const name = place?.getAttribute(PLACE);
  if (!name) return undefined;
  return [...document.querySelectorAll<HTMLElement>(`[${PLACE}="${CSS.escape(name)}"]`)].at(-1);
}

function headingOfPage(): HTMLElement | null {
  return document.querySelector('main h1');
}
