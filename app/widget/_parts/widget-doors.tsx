import { MessageCircleQuestion, ReceiptText } from 'lucide-react';
import { buttonClasses } from '@/app/_ui/button';
import { classNames } from '@/app/_ui/class-names';
import { NewTab } from '@/app/widget/_parts/new-tab';
import type { Words } from '@/lib/words/catalogue';

/** The ways on when reading did not help. They open the real site: nothing is asked, signed or paid in a frame. */
export function WidgetDoors({ ask, words }: { ask?: string; words: Words['widget']['doors'] }) {
  const look = classNames(buttonClasses('secondary', 'small'), 'flex-1 px-2! whitespace-nowrap');
  return (
    <nav aria-label={words.label} className="mt-5 flex flex-wrap gap-2 border-t border-line pt-4">
      <NewTab
        href={ask ? `/forum/new?title=${encodeURIComponent(ask)}` : '/forum/new'}
        className={look}
        words={words}
      >
        <MessageCircleQuestion aria-hidden /> {words.ask}
      </NewTab>
      <NewTab href="/refund" className={look} words={words}>
        <ReceiptText aria-hidden /> {words.refund}
      </NewTab>
    </nav>
  );
}
