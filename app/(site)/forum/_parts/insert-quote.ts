import { applyEdit, selectionOf } from '@/app/(site)/forum/_parts/apply-edit';
import { insertBlock } from '@/app/(site)/forum/_parts/composer-edits';

/** Puts a quote into a box, behind what is there already. Loaded when somebody quotes. */
export function insertQuote(box: HTMLTextAreaElement, words: string): void {
  const { text: written } = selectionOf(box);
  box.scrollIntoView({ block: 'center' });
  applyEdit(box, insertBlock({ text: written, start: written.length, end: written.length }, words));
  box.scrollTop = box.scrollHeight;
}
