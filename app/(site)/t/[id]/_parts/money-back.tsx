import Link from 'next/link';
import { Sentence } from '@/app/_ui/sentence';
import { loadDetails } from '@/app/(site)/t/[id]/_parts/load-thread';
import type { Actor } from '@/lib/accounts/schema';
import type { ThreadPage } from '@/lib/forum/page-queries';
import { answerDueAt } from '@/lib/forum/rules';
import { formatMoney } from '@/lib/money';
import { moneyInstead } from '@/lib/refunds/orders/money-instead';
import { pageWords } from '@/lib/web/language';

type Props = { thread: ThreadPage; actor: Actor | null; now: Date };

/** For the asker alone, once the day is over in which an answer was promised and nothing has solved it: the way to their
 * money. A link, so that nothing happens here; for everybody else nothing, and no statement. */
export async function MoneyBack({ thread, actor, now }: Props) {
  if (actor?.id !== thread.authorId || thread.state === 'solved' || now < answerDueAt(thread)) return null;
  const details = (await loadDetails(thread.id, actor))?.details;
  const orders = await moneyInstead(actor, details ?? { orderId: null, orderNumber: '' });
  const [first] = orders;
  if (!first) return null;
  const { words: all, language } = await pageWords();
  const words = all.thread.instead;
  const isOne = orders.length === 1;
  return (
    <p className="px-1 text-[0.95rem] text-muted wrap-anywhere" data-no-print>
      {words.question}{' '}
      <Sentence
        text={isOne ? words.one : words.several}
        places={{ amount: formatMoney(first.amount, language), number: <bdi>{first.number}</bdi> }}
      />{' '}
      <Link href={isOne ? `/refund?order=${first.id}` : '/refund'} prefetch={false} className="text-link">
        {isOne ? words.refund : words.choose}
      </Link>
    </p>
  );
}
