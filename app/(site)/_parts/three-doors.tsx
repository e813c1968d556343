import { LifeBuoy, MessageCircleQuestion, ReceiptText } from 'lucide-react';
import { CardLink } from '@/app/_ui/card';
import type { Words } from '@/lib/words/catalogue';

type Props = {
  /** What was looked for, to be filled into the question. */
  ask?: string;
  words: Words['home']['doors'];
};

/** The three equal ways on when reading did not help: ask, contact, refund. */
export function ThreeDoors({ ask, words }: Props) {
  const askHref = ask ? `/forum/new?title=${encodeURIComponent(ask)}` : '/forum/new';
  return (
    <ul className="grid gap-4 sm:grid-cols-3">
      <li>
        <CardLink href={askHref} title={words.ask} icon={<MessageCircleQuestion aria-hidden />}>
          {words.askText}
        </CardLink>
      </li>
      <li>
        <CardLink href="/contact" title={words.contact} icon={<LifeBuoy aria-hidden />}>
          {words.contactText}
        </CardLink>
      </li>
      <li>
        <CardLink href="/refund" title={words.refund} icon={<ReceiptText aria-hidden />}>
          {words.refundText}
        </CardLink>
      </li>
    </ul>
  );
}
