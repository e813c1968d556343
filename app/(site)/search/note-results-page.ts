import { headers } from 'next/headers';
import { isStaff } from '@/lib/accounts/policy';
import type { Actor } from '@/lib/accounts/schema';
import { recordSearch } from '@/lib/insights/record-search';
import { looksLikeAPerson } from '@/lib/insights/rules';
import { afterAnswer } from '@/lib/web/after-answer';
import { tryUse } from '@/lib/web/rate-limit';
import { visitorLimitKey, visitorTraits } from '@/lib/web/visitor';

/** Counts a search that was sent (Enter, a link, a bookmark), with and without script, once the page has gone out.
 * Programs and the shop's own people are not counted, and a flood of nonsense does not fill the owner's list. */
export async function noteResultsPage(
  query: string,
  results: number,
  actor: Actor | null,
  place: 'page' | 'widget' = 'page',
): Promise<void> {
  if (query === '' || isStaff(actor) || !looksLikeAPerson(await headers())) return;
  const [key, traits] = [await visitorLimitKey(), await visitorTraits()];
  afterAnswer('note-results-page', async () => {
    const { ok } = await tryUse('noteSearch', key);
    if (ok) await recordSearch({ query, place, results }, traits);
  });
}
