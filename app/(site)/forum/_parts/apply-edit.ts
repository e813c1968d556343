import type { Edit, Selection } from '@/app/(site)/forum/_parts/composer-edits';

export function selectionOf(area: HTMLTextAreaElement): Selection {
  return { text: area.value, start: area.selectionStart, end: area.selectionEnd };
}

/** Changes the text as typing would, so that the browser's own undo knows it, and tells the form. */
export function applyEdit(area: HTMLTextAreaElement, edit: Edit): void {
  area.focus({ preventScroll: true });
  area.setSelectionRange(edit.from, edit.to);
  replaceSelection(area, edit.insert);
  area.setSelectionRange(...edit.select);
}

function replaceSelection(area: HTMLTextAreaElement, insert: string): void {
  if (insert === '' && area.selectionStart === area.selectionEnd) return;
  const expected = area.value.slice(0, area.selectionStart) + insert + area.value.slice(area.selectionEnd);
  // The old command is the only one that browsers put on their undo list.
  if (insert === '') document.execCommand('delete');
  else document.execCommand('insertText', false, insert);
  if (area.value === expected) return;
  area.value = expected;
  tellInput(area);
}

/** Replaces a piece of the text wherever it is now; the caret stays where the writer has it. False when it is gone. */
export function replacePiece(area: HTMLTextAreaElement, piece: string, insert: string): boolean {
  const at = area.value.indexOf(piece);
  if (at === -1) return false;
  const { selectionStart, selectionEnd } = area;
  const end = at + piece.length;
  if (document.activeElement === area) {
    const moved = (place: number) =>
      place >= end ? place + insert.length - piece.length : Math.min(place, at);
    applyEdit(area, { from: at, to: end, insert, select: [moved(selectionStart), moved(selectionEnd)] });
  } else {
    area.setRangeText(insert, at, end, 'preserve');
    tellInput(area);
  }
  return true;
}

/** What listens to typing (drafts, counters) learns of a change that was not typed. */
export function tellInput(field: HTMLElement): void {
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
