import { CircleCheck, CircleHelp, MessagesSquare } from 'lucide-react';
import { Badge } from '@/app/_ui/badge';
import type { ThreadCard } from '@/lib/forum/make-thread-cards';
import type { Words } from '@/lib/words/catalogue';

/** What became of a question so far. */
export function ThreadStateBadge({ state, words }: { state: ThreadCard['state']; words: Words['parts'] }) {
  if (state === 'solved') {
    return (
      <Badge tone="good" icon={<CircleCheck aria-hidden />}>
        {words.solved}
      </Badge>
    );
  }
  if (state === 'unanswered') {
    return (
      <Badge tone="warn" icon={<CircleHelp aria-hidden />}>
        {words.unanswered}
      </Badge>
    );
  }
  return <Badge icon={<MessagesSquare aria-hidden />}>{words.open}</Badge>;
}
