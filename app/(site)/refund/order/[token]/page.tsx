import type { Metadata } from 'next';
import { ActionButton } from '@/app/_ui/action-button';
import { ButtonLink } from '@/app/_ui/button';
import { Card } from '@/app/_ui/card';
import { EmptyState } from '@/app/_ui/empty-state';
import { PageBody } from '@/app/_ui/page-body';
import { PageHeader } from '@/app/_ui/page-header';
import { Sentence } from '@/app/_ui/sentence';
import { refundViewer } from '@/app/(site)/refund/_parts/guest';
import { OrderCard } from '@/app/(site)/refund/_parts/order-card';
import { mailLinkedCodeAction } from '@/app/(site)/refund/actions';
import { now } from '@/lib/clock';
import { formatMoney } from '@/lib/money';
import { type LinkedOrder, linkedOrder } from '@/lib/refunds/orders/linked-order';
import { ORDER_LINK_DAYS } from '@/lib/refunds/orders/sign-order-link';
import { shopSettings } from '@/lib/settings/queries';
import { pageWords } from '@/lib/web/language';
import { setResponseStatus } from '@/lib/web/response-status';
import type { Spoken } from '@/lib/words/catalogue';
import { say } from '@/lib/words/say';

type Props = { params: Promise<{ token: string }> };

// The token stays out of every Referer, and the Origin of the form stays whole; see the page of sign-in links.
export async function generateMetadata(): Promise<Metadata> {
  const { words } = await pageWords();
  return {
    title: words.refund.title,
    robots: { index: false, follow: false },
    referrer: 'strict-origin',
  };
}

/** Where the link in an order mail leads. Opening it changes nothing: scanners open every link, and some press buttons. Its
 * buyer, once known, has the button here; everybody else has a code mailed to the address of the order. */
export default async function OrderLinkPage({ params }: Props) {
  const [{ token }, viewer, spoken] = await Promise.all([params, refundViewer(), pageWords()]);
  const order = await linkedOrder(token, viewer, now());
  const words = spoken.words.refund;
  if (!order) {
    setResponseStatus(410);
    return (
      <PageBody width="reading">
        <EmptyState
          isWholePage
          title={words.link.gone}
          action={<ButtonLink href="/refund">{words.link.find}</ButtonLink>}
        >
          {say(words.link.goneText, { days: ORDER_LINK_DAYS })}
        </EmptyState>
      </PageBody>
    );
  }
  const { timeZone } = await shopSettings();
  return (
    <PageBody width="reading">
      <PageHeader
        title={words.heading}
        breadcrumbs={[{ href: '/refund', label: words.breadcrumb }]}
        // Which says that it comes at once.
        intro={order.decision.ok && !order.decision.isLate ? words.intro : undefined}
      />
      {order.own ? (
        <section aria-labelledby="orders">
          <h2 id="orders" className="mb-4">
            {words.chosen}
          </h2>
          <OrderCard order={order.own} timeZone={timeZone} spoken={spoken} />
        </section>
      ) : (
        <Unproven order={order} token={token} spoken={spoken} />
      )}
    </PageBody>
  );
}

/** What anybody who has the link may know, and the way on. */
function Unproven({ order, token, spoken }: { order: LinkedOrder; token: string; spoken: Spoken }) {
  const { refund: words } = spoken.words;
  return (
    <Card className="grid gap-5">
      <h2 className="text-[1.25rem]! wrap-anywhere">
        <Sentence text={words.order.heading} places={{ number: <bdi>{order.number}</bdi> }} />
      </h2>
      <p>{whatCanBeHad(order, spoken)}</p>
      <p className="text-muted">
        <Sentence
          text={order.decision.ok ? words.link.why : words.link.whyLook}
          places={{ email: <bdi className="inline-block max-w-full wrap-anywhere">{order.maskedEmail}</bdi> }}
        />
      </p>
      <ActionButton
        action={mailLinkedCodeAction}
        fields={{ token }}
        size="large"
        pendingLabel={words.link.mailing}
      >
        {words.link.mail}
      </ActionButton>
    </Card>
  );
}

function whatCanBeHad({ decision }: LinkedOrder, { language, words: { refund } }: Spoken): string {
  if (!decision.ok) return refund.order.refusals[decision.reason];
  const amount = formatMoney(decision.amount, language);
  return say(decision.isLate ? refund.link.late : refund.link.amount, { amount });
}
