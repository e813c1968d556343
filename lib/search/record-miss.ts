import { calendarDay, now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { newId } from '@/lib/ids';
import { readQuery } from '@/lib/search/schema';
import { foldForComparison } from '@/lib/text';

/** Remembers that a search found nothing, once per wording and day with a count; never who asked.
 * What looks like an address or a long number (an order, a card) is somebody's own and is not kept. */
export async function recordMiss(query: string): Promise<void> {
  const wording = foldForComparison(readQuery(query))
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
  if (wording.length < 3 || query.includes('@') || /\d{5}/.test(wording)) return;
  const at = now();
  const day = calendarDay(at, 'UTC');
  await db.searchMiss.upsert({
    where: { query_day: { query: wording, day } },
    create: { id: newId(), query: wording, day, at },
    update: { count: { increment: 1 }, at },
  });
}
