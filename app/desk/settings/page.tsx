import type { Metadata } from 'next';
import { ButtonLink } from '@/app/_ui/button';
import { FormMessage } from '@/app/_ui/form-message';
import { PageHeader } from '@/app/_ui/page-header';
import { SettingsForm } from '@/app/desk/settings/settings-form';
import { WidgetSnippet } from '@/app/desk/settings/widget-snippet';
import { requireOwner } from '@/lib/accounts/session';
import { config } from '@/lib/config';
import { shopSettings } from '@/lib/settings/queries';
import { ADDRESS_MAX, LEGAL_NAME_MAX, SHOP_NAME_MAX, TAX_NUMBER_MAX } from '@/lib/settings/schema';
import { oneValue } from '@/lib/web/page-number';

export const metadata: Metadata = { title: 'Settings' };

type Props = { searchParams: Promise<{ saved?: string | string[] }> };

export default async function SettingsPage({ searchParams }: Props) {
  await requireOwner();
  const settings = await shopSettings();
  const saved = oneValue((await searchParams).saved) !== undefined;
  const timeZones = [...new Set(['UTC', settings.timeZone, ...Intl.supportedValuesOf('timeZone')])];
  return (
    <>
      <PageHeader
        title="Settings"
        intro="Name, colour and rules of your shop. They take effect at once."
        actions={
          <>
            <ButtonLink href="/desk/categories">Categories</ButtonLink>
            <ButtonLink href="/desk/settings/search">Search</ButtonLink>
            <ButtonLink href="/desk/settings/tokens">API tokens</ButtonLink>
          </>
        }
      />
      {saved ? (
        <div className="mb-6 max-w-[34rem]">
          <FormMessage kind="success">Saved.</FormMessage>
        </div>
      ) : null}
      <SettingsForm
        key={JSON.stringify(settings)}
        settings={settings}
        timeZones={timeZones}
        nameMax={SHOP_NAME_MAX}
        receiptMax={{ legalName: LEGAL_NAME_MAX, legalAddress: ADDRESS_MAX, taxNumber: TAX_NUMBER_MAX }}
      />
      <WidgetSnippet siteUrl={config().siteUrl} isAllowedSomewhere={settings.widgetOrigins !== ''} />
    </>
  );
}
