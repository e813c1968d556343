import type { Metadata } from 'next';
import { ButtonLink } from '@/app/_ui/button';
import { Card } from '@/app/_ui/card';
import { EmptyState } from '@/app/_ui/empty-state';
import { PageBody } from '@/app/_ui/page-body';
import { PageHeader } from '@/app/_ui/page-header';
import { refundViewer } from '@/app/(site)/refund/_parts/guest';
import { LookupForm } from '@/app/(site)/refund/_parts/lookup-form';
import { OrderCard } from '@/app/(site)/refund/_parts/order-card';
import { orderForGuest, ordersOf } from '@/lib/refunds/orders/queries';
import { shopSettings } from '@/lib/settings/queries';

// The site's own referrer policy (same-origin) stays: with no-referrer a form without script would arrive with
// "Origin: null" and be refused.
export const metadata: Metadata = {
  title: 'Refund or withdraw from contract',
  robots: { index: false, follow: false },
};

export default async function RefundPage() {
  const viewer = await refundViewer();
  const [{ timeZone }, mine, proven] = await Promise.all([
    shopSettings(),
    viewer.actor ? ordersOf(viewer.actor) : [],
    orderForGuest(viewer.guestOrderId),
  ]);
  const orders = proven ? [proven, ...mine.filter((order) => order.id !== proven.id)] : mine;
  return (
    <PageBody width="reading">
      <PageHeader
        title="Refund, or withdraw from contract"
        intro="You get your money back for any reason, at once, to the way you paid. This page is also where you withdraw from a contract; you get a confirmation by e-mail with date and time."
      />
      {orders.length > 0 ? (
        <section aria-labelledby="orders" className="mb-10">
          <h2 id="orders" className="mb-4">
            Step 1 of 2: choose the order to withdraw from
          </h2>
          <div className="grid grid-cols-1 gap-5">
            {orders.map((order) => (
              <OrderCard key={order.id} order={order} timeZone={timeZone} />
            ))}
          </div>
        </section>
      ) : viewer.actor ? (
        <div className="mb-10">
          <EmptyState title="No orders under your address">
            Orders made with {viewer.actor.email ?? 'your proven e-mail address'} appear here by themselves.
            Was it another address? Find the order below.
          </EmptyState>
        </div>
      ) : null}
      <section aria-labelledby="find">
        <h2 id="find" className="mb-2">
          {orders.length > 0 ? 'Another order' : 'Step 1 of 2: withdraw from contract here'}
        </h2>
        <p className="mb-5 max-w-prose text-muted">
          Tell us which order. We mail a code to the address it was made with, so that nobody else can use
          your order. You do not need an account.
        </p>
        <Card>
          <LookupForm />
        </Card>
      </section>
      {viewer.actor ? null : (
        <p className="mt-8 flex flex-wrap items-center gap-x-3 gap-y-2 text-muted">
          Do you have an account?
          <ButtonLink href="/sign-in?next=/refund" size="small" prefetch={false}>
            Sign in and see your orders
          </ButtonLink>
        </p>
      )}
    </PageBody>
  );
}
