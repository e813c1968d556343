import type { Metadata } from 'next';
import { ButtonLink } from '@/app/_ui/button';
import { EmptyState } from '@/app/_ui/empty-state';
import { PageHeader } from '@/app/_ui/page-header';
import { SearchMisses } from '@/app/desk/searches/search-misses';
import { requireHelper } from '@/lib/accounts/session';
import { MISSES_DAYS } from '@/lib/insights/morning-queries';
import { searchMisses } from '@/lib/search/queries';
import { shopSettings } from '@/lib/settings/queries';

export const metadata: Metadata = { title: 'Searches that found nothing' };

/** The rare ones after these are mostly typing errors. */
const SHOWN = 100;

export default async function SearchesPage() {
  await requireHelper();
  const [misses, { timeZone }] = await Promise.all([searchMisses(MISSES_DAYS, SHOWN), shopSettings()]);
  return (
    <>
      <PageHeader
        title="Searches that found nothing"
        intro={`What was looked for in vain in the last ${MISSES_DAYS} days, the most frequent first. It is not kept who searched.`}
        breadcrumbs={[{ href: '/desk', label: 'Morning' }]}
      />
      {misses.length === 0 ? (
        <EmptyState
          title="Every search found something"
          action={<ButtonLink href="/desk">Back to the morning</ButtonLink>}
        >
          Words that nothing answers appear here, so that you can write an article for them.
        </EmptyState>
      ) : (
        <SearchMisses misses={misses} timeZone={timeZone} />
      )}
    </>
  );
}
