'use client';

import { type RefObject, useLayoutEffect, useRef } from 'react';

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
 * Hands the focus on when a form goes away while it is in there, because what the form does has been done: to the summary
 * that it was folded into, to what now stands in its place (`data-place`; of several the nearest), or to the heading of the
 * page. Otherwise whoever uses the keyboard or hears the page would begin again above its header. Where the focus is elsewhere
 * it is left alone, and so is another page.
 */
export function useHandOnFocus(): RefObject<HTMLFormElement | null> {
  const ref = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => {
    const form = ref.current;
    // Runs while the form still stands there.
    return () => {
      if (!form?.contains(document.activeElement)) return;
      const { top } = form.getBoundingClientRect();
      const summary = form.closest('details')?.querySelector('summary');
      const place = form.closest(`[${PLACE}]`)?.getAttribute(PLACE);
      const { pathname } = window.location;
      setTimeout(() => {
        if (!isFocusLost() || window.location.pathname !== pathname) return;
        const heading = document.querySelector<HTMLElement>('main h1');
        focusOn(summary?.isConnected ? summary : (nearest(place, top) ?? heading));
      });
    };
  }, []);
  return ref;
}

function nearest(place: string | null | undefined, top: number): HTMLElement | undefined {
  if (!place) return undefined;
  const all = [...document.querySelectorAll<HTMLElement>(`[${PLACE}="${CSS.escape(place)}"]`)];
  const away = (element: HTMLElement) => Math.abs(element.getBoundingClientRect().top - top);
  return all.sort((a, b) => away(a) - away(b))[0];
}
