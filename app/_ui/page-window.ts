/** One place in the condensed list of pages: a page number, or a gap of pages left out. */
export type PageSlot = number | 'gap-before' | 'gap-after';

/**
 * Which page numbers to show: the first, the last, the current and one neighbour on each side; a gap that would
 * hide a single page shows that page instead. At most seven slots, so it fits 320 px on two lines.
 */
export function pageWindow(page: number, last: number): PageSlot[] {
  const from = page - 1 <= 3 ? 1 : page - 1;
  const to = page + 1 >= last - 2 ? last : page + 1;
  const slots: PageSlot[] = [];
  if (from > 1) slots.push(1, 'gap-before');
  for (let number = from; number <= to; number += 1) slots.push(number);
  if (to < last) slots.push('gap-after', last);
  return slots;
}
