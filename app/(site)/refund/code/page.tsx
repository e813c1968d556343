import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { ButtonLink } from '@/app/_ui/button';
import { Card } from '@/app/_ui/card';
import { PageBody } from '@/app/_ui/page-body';
import { PageHeader } from '@/app/_ui/page-header';
import { Sentence } from '@/app/_ui/sentence';
import { keptLookup } from '@/app/(site)/refund/_parts/guest';
import { CodeForm } from '@/app/(site)/refund/code/code-form';
import { now } from '@/lib/clock';
import { linkedOrder } from '@/lib/refunds/orders/linked-order';
import { CODE_MINUTES, CODE_TRIES } from '@/lib/refunds/orders/schema';
import { pageWords } from '@/lib/web/language';

export async function generateMetadata(): Promise<Metadata> {
  const { words } = await pageWords();
  return { title: words.refund.code.title, robots: { index: false, follow: false } };
}

export default async function CodePage() {
  const lookup = await keptLookup();
  const asked = lookup && ('token' in lookup ? await askedByLink(lookup.token) : lookup);
  if (!asked) redirect('/refund');
  const all = (await pageWords()).words.refund;
  const words = all.code;
  const { label, checking, show } = words;
  return (
    <PageBody width="reading">
      <PageHeader
        title={words.heading}
        breadcrumbs={[{ href: '/refund', label: all.breadcrumb }]}
        intro={
          <Sentence
            text={'token' in lookup ? words.sent : words.intro}
            places={{
              number: <bdi>{asked.number}</bdi>,
              email: <bdi className="inline-block max-w-full wrap-anywhere">{asked.email}</bdi>,
              minutes: CODE_MINUTES,
              tries: CODE_TRIES,
            }}
          />
        }
      />
      <Card>
        <CodeForm words={{ label, checking, show }} />
      </Card>
      <p className="mt-6 flex flex-wrap items-center gap-x-3 gap-y-2 text-muted">
        {words.nothing}
        <ButtonLink href="/refund" size="small">
          {words.again}
        </ButtonLink>
      </p>
    </PageBody>
  );
}

/** The link of an order mail may have come to somebody else's hands: the address stays masked. */
async function askedByLink(token: string) {
  const order = await linkedOrder(token, { actor: null, guestOrderId: null }, now());
  return order && { number: order.number, email: order.maskedEmail };
}
