import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { ButtonLink } from '@/app/_ui/button';
import { Card } from '@/app/_ui/card';
import { PageBody } from '@/app/_ui/page-body';
import { PageHeader } from '@/app/_ui/page-header';
import { keptLookup } from '@/app/(site)/refund/_parts/guest';
import { CodeForm } from '@/app/(site)/refund/code/code-form';
import { CODE_MINUTES, CODE_TRIES } from '@/lib/refunds/orders/schema';

export const metadata: Metadata = {
  title: 'Enter the code',
  robots: { index: false, follow: false },
};

export default async function CodePage() {
  const lookup = await keptLookup();
  if (!lookup) redirect('/refund');
  return (
    <PageBody width="reading">
      <PageHeader
        title="Look into your mailbox"
        breadcrumbs={[{ href: '/refund', label: 'Refund' }]}
        intro={
          <>
            If order <bdi>{lookup.number}</bdi> was made with <bdi>{lookup.email}</bdi>, a code is on its way
            there. It works for {CODE_MINUTES} minutes and {CODE_TRIES} tries.
          </>
        }
      />
      <Card>
        <CodeForm />
      </Card>
      <p className="mt-6 flex flex-wrap items-center gap-x-3 gap-y-2 text-muted">
        Nothing arrived? Look into the spam folder, or check number and address.
        <ButtonLink href="/refund" size="small">
          Start again
        </ButtonLink>
      </p>
    </PageBody>
  );
}
