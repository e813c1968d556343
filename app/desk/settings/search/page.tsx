import type { Metadata } from 'next';
import { FormMessage } from '@/app/_ui/form-message';
import { PageHeader } from '@/app/_ui/page-header';
import { SearchForm } from '@/app/desk/settings/search/search-form';
import { requireOwner } from '@/lib/accounts/session';
import { LANGUAGE_NAMES, LANGUAGES } from '@/lib/search/languages';
import { searchSettings } from '@/lib/search/queries';
import { SYNONYMS_MAX } from '@/lib/search/schema';
import { oneValue } from '@/lib/web/page-number';

export const metadata: Metadata = { title: 'Search settings' };

type Props = { searchParams: Promise<{ saved?: string | string[] }> };

export default async function SearchSettingsPage({ searchParams }: Props) {
  await requireOwner();
  const settings = await searchSettings();
  const saved = oneValue((await searchParams).saved) !== undefined;
  return (
    <>
      <PageHeader
        title="Search"
        intro="What your customers’ words mean in your shop. Synonyms take effect at once, languages within a minute or so."
        breadcrumbs={[{ href: '/desk/settings', label: 'Settings' }]}
      />
      {saved ? (
        <div className="mb-6 max-w-[34rem]">
          <FormMessage kind="success">Saved.</FormMessage>
        </div>
      ) : null}
      <SearchForm
        key={JSON.stringify(settings)}
        settings={settings}
        languages={LANGUAGES.map((code) => ({ code, name: LANGUAGE_NAMES[code] }))}
        synonymsMax={SYNONYMS_MAX}
      />
    </>
  );
}
