import { OrderCard } from '@/app/(site)/refund/_parts/order-card';
import { OrderLink } from '@/app/desk/refunds/order-link';
import type { OrderView } from '@/lib/refunds/orders/queries';
import { wordsOf } from '@/lib/words/catalogue';

/** The desk speaks English. */
const ENGLISH = { language: 'en', words: wordsOf('en') } as const;

type Props = { orders: OrderView[]; timeZone: string; mayRefund: boolean };

/** What the desk's order search found; the owner may refund from here for somebody on the phone. */
export function OrderResults({ orders, timeZone, mayRefund }: Props) {
  return (
    <section aria-label="Orders found" className="mb-10 grid gap-5 lg:grid-cols-2">
      {orders.map((order) => (
        <div key={order.id}>
          <p className="mb-1 break-all text-[0.92rem] text-muted">{order.email}</p>
          <OrderCard order={order} timeZone={timeZone} spoken={ENGLISH} desk={{ mayRefund }} />
          <OrderLink orderId={order.id} link={order.mailLink} mayRevoke={mayRefund} />
        </div>
      ))}
    </section>
  );
}
