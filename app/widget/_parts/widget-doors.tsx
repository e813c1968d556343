import { MessageCircleQuestion, ReceiptText } from 'lucide-react';
import { buttonClasses } from '@/app/_ui/button';
import { classNames } from '@/app/_ui/class-names';
import { NewTab } from '@/app/widget/_parts/new-tab';

/** The ways on when reading did not help. They open the real site: nothing is asked, signed or paid in a frame. */
export function WidgetDoors({ ask }: { ask?: string }) {
  const look = classNames(buttonClasses('secondary', 'small'), 'flex-1 px-2! whitespace-nowrap');
  return (
    <nav aria-label="More help" className="mt-5 flex flex-wrap gap-2 border-t border-line pt-4">
      <NewTab href={ask ? `/forum/new?title=${encodeURIComponent(ask)}` : '/forum/new'} className={look}>
        <MessageCircleQuestion aria-hidden /> Ask a question
      </NewTab>
      <NewTab href="/refund" className={look}>
        <ReceiptText aria-hidden /> Get a refund
      </NewTab>
    </nav>
  );
}
