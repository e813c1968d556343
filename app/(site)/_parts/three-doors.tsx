import { LifeBuoy, MessageCircleQuestion, ReceiptText } from 'lucide-react';
import { CardLink } from '@/app/_ui/card';

type Props = {
  /** What was looked for, to be filled into the question. */
  ask?: string;
};

/** The three equal ways on when reading did not help: ask, contact, refund. */
export function ThreeDoors({ ask }: Props) {
  const askHref = ask ? `/forum/new?title=${encodeURIComponent(ask)}` : '/forum/new';
  return (
    <ul className="grid gap-4 sm:grid-cols-3">
      <li>
        <CardLink href={askHref} title="Ask a question" icon={<MessageCircleQuestion aria-hidden />}>
          Other customers and the shop answer in the forum, within a day.
        </CardLink>
      </li>
      <li>
        <CardLink href="/contact" title="Contact us" icon={<LifeBuoy aria-hidden />}>
          Every way to reach us, and how soon each one is answered.
        </CardLink>
      </li>
      <li>
        <CardLink href="/refund" title="Get a refund" icon={<ReceiptText aria-hidden />}>
          For any reason, approved at once, followed until the money is there.
        </CardLink>
      </li>
    </ul>
  );
}
