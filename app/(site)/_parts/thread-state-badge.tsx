import { CircleCheck, CircleHelp, MessagesSquare } from 'lucide-react';
import { Badge } from '@/app/_ui/badge';
import type { ThreadCard } from '@/lib/forum/make-thread-cards';

/** What became of a question so far. */
export function ThreadStateBadge({ state }: { state: ThreadCard['state'] }) {
  if (state === 'solved') {
    return (
      <Badge tone="good" icon={<CircleCheck aria-hidden />}>
        Solved
      </Badge>
    );
  }
  if (state === 'unanswered') {
    return (
      <Badge tone="warn" icon={<CircleHelp aria-hidden />}>
        Unanswered
      </Badge>
    );
  }
  return <Badge icon={<MessagesSquare aria-hidden />}>Open</Badge>;
}
