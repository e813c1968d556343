'use client';

import { type RefObject, useEffect, useRef } from 'react';

/** Longest text kept in a browser; the limits of the fields are below it. */
const DRAFT_MAX = 100_000;

function fieldsOf(form: HTMLFormElement): (HTMLInputElement | HTMLTextAreaElement)[] {
  return [...form.elements].filter(
    (field): field is HTMLInputElement | HTMLTextAreaElement =>
      field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && field.type === 'text'),
  );
}

/**
 * Keeps what is typed into a form in this browser, on every input, and puts it back when one comes again (also after
 * signing in). Forgets it once the form was sent and not refused.
 * @param draft `isNewer` when the page came with what this form sent before, so that the draft is at least as new
 * @param onRestore called after something was put back
 */
export function useDraft(
  form: RefObject<HTMLFormElement | null>,
  { key, isNewer = false }: { key: string; isNewer?: boolean },
  sending: { pending: boolean; failed: boolean },
  onRestore?: () => void,
): void {
  const storageKey = `porchlight-draft:${key}`;
  const wasPending = useRef(false);
  const restored = useRef(onRestore);
  restored.current = onRestore;

  useEffect(() => {
    const element = form.current;
    if (!element) return;
    restoreInto(element, storageKey, isNewer);
    restored.current?.();
    const keep = () => {
      const values = Object.fromEntries(fieldsOf(element).map((field) => [field.name, field.value]));
      const text = JSON.stringify(values);
      if (text.length <= DRAFT_MAX) write(storageKey, Object.values(values).some(Boolean) ? text : null);
    };
    element.addEventListener('input', keep);
    return () => element.removeEventListener('input', keep);
  }, [form, storageKey, isNewer]);

  useEffect(() => {
    if (wasPending.current && !sending.pending && !sending.failed) write(storageKey, null);
    wasPending.current = sending.pending;
  }, [sending.pending, sending.failed, storageKey]);

  // Sent and led away to the new page: this form is gone before an answer reaches it.
  useEffect(
    () => () => {
      if (wasPending.current) write(storageKey, null);
    },
    [storageKey],
  );
}

function restoreInto(form: HTMLFormElement, key: string, isNewer: boolean): void {
  try {
    const values: unknown = JSON.parse(window.localStorage.getItem(key) ?? 'null');
    if (typeof values !== 'object' || values === null) return;
    for (const field of fieldsOf(form)) {
      const value: unknown = Reflect.get(values, field.name);
      if (typeof value !== 'string' || value === '') continue;
      // Else what the page came with (a title from the address, an answer of the server) is newer than the draft.
      if (isNewer || field.value === '') field.value = value;
    }
  } catch {
    // A browser that keeps nothing, or something that is not ours: nothing to put back.
  }
}

function write(key: string, text: string | null): void {
  try {
    if (text === null) window.localStorage.removeItem(key);
    else window.localStorage.setItem(key, text);
  } catch {
    // Storage is full or forbidden; the text is still in the form.
  }
}
