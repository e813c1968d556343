import { Quote } from 'lucide-react';
import { buttonClasses } from '@/app/_ui/button';

/** Begins a reply with a quote of this post. A plain link, so that it works without script; with script it quotes what is
 * selected in the post, and what has been written already stays (quote-selection.tsx). */
export function QuoteLink({ post, here, label }: { post: string; here: string; label: string }) {
  return (
    <a
      href={`${here}${here.includes('?') ? '&' : '?'}quote=${post}#reply`}
      rel="nofollow"
      data-quote={post}
      className={buttonClasses('quiet', 'small')}
    >
      <Quote aria-hidden />
      {label}
    </a>
  );
}
