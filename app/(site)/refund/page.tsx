import type { Metadata } from 'next';
import { ButtonLink } from '@/app/_ui/button';
import { Card } from '@/app/_ui/card';
import { EmptyState } from '@/app/_ui/empty-state';
import { PageBody } from '@/app/_ui/page-body';
import { PageHeader } from '@/app/_ui/page-header';
import { Sentence } from '@/app/_ui/sentence';
import { refundViewer } from '@/app/(site)/refund/_parts/guest';
import { LookupForm } from '@/app/(site)/refund/_parts/lookup-form';
import { OrderCard } from '@/app/(site)/refund/_parts/order-card';
import { isId } from '@/lib/ids';
import { type OrderView, orderForGuest, ordersOf } from '@/lib/refunds/orders/queries';
import { ORDER_NUMBER_MAX } from '@/lib/refunds/orders/schema';
import { shopSettings } from '@/lib/settings/queries';
import { pageWords } from '@/lib/web/language';
import { oneValue } from '@/lib/web/page-number';
import { sayCount } from '@/lib/words/say';

// The site's own referrer policy (same-origin) stays: with no-referrer a form without script would arrive with
// "Origin: null" and be refused.
export async function generateMetadata(): Promise<Metadata> {
  const { words } = await pageWords();
  return { title: words.refund.title, robots: { index: false, follow: false } };
}

type Props = { searchParams: Promise<{ order?: string | string[]; number?: string | string[] }> };

export default async function RefundPage({ searchParams }: Props) {
  const [viewer, spoken, search] = await Promise.all([refundViewer(), pageWords(), searchParams]);
  const words = spoken.words.refund;
  const [{ timeZone }, mine, proven] = await Promise.all([
    shopSettings(),
    viewer.actor ? ordersOf(viewer.actor) : [],
    orderForGuest(viewer.guestOrderId),
  ]);
  const orders = proven ? [proven, ...mine.filter((order) => order.id !== proven.id)] : mine;
  // A link may have chosen the order; it is theirs, or as good as unknown.
  const wanted = oneValue(search.order);
  const chosen = orders.find((order) => order.id === wanted);
  const others = orders.filter((order) => order !== chosen);
  const cards = (shown: OrderView[]) => (
    <div className="grid grid-cols-1 gap-5">
      {shown.map((order) => (
        <OrderCard key={order.id} order={order} timeZone={timeZone} spoken={spoken} />
      ))}
    </div>
  );
  return (
    <PageBody width="reading">
      <PageHeader title={words.heading} intro={words.intro} />
      {orders.length > 0 ? (
        <section aria-labelledby="orders" className="mb-10">
          <h2 id="orders" className="mb-4">
            {chosen ? words.chosen : words.choose}
          </h2>
          {cards(chosen ? [chosen] : orders)}
          {chosen && others.length > 0 ? (
            <details className="mt-4">
              <summary className="inline-flex min-h-11 cursor-pointer items-center text-muted underline underline-offset-4">
                {sayCount(words.others, others.length, spoken.language)}
              </summary>
              <div className="mt-3">{cards(others)}</div>
            </details>
          ) : null}
        </section>
      ) : viewer.actor ? (
        <div className="mb-10">
          <EmptyState title={words.noOrders}>
            <Sentence
              text={words.noOrdersText}
              places={{ email: viewer.actor.email ? <bdi>{viewer.actor.email}</bdi> : words.yourAddress }}
            />
          </EmptyState>
        </div>
      ) : null}
      <section aria-labelledby="find">
        <h2 id="find" className="mb-2">
          {orders.length > 0 ? words.another : words.first}
        </h2>
        <p className="mb-5 max-w-prose text-muted">{words.which}</p>
        <Card>
          <LookupForm
            words={words.lookup}
            number={(oneValue(search.number) ?? '').slice(0, ORDER_NUMBER_MAX)}
          />
        </Card>
      </section>
      {viewer.actor ? null : (
        <p className="mt-8 flex flex-wrap items-center gap-x-3 gap-y-2 text-muted">
          {words.haveAccount}
          <ButtonLink
            href={`/sign-in?next=${encodeURIComponent(isId(wanted) ? `/refund?order=${wanted}` : '/refund')}`}
            size="small"
            prefetch={false}
          >
            {words.signIn}
          </ButtonLink>
        </p>
      )}
    </PageBody>
  );
}
