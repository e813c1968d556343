import { AcceptedAbove, ReplyItem } from '@/app/(site)/t/[id]/_parts/reply-item';
import { ThreadEventLine } from '@/app/(site)/t/[id]/_parts/thread-events';
import type { EventLine } from '@/lib/forum/event-queries';
import type { ReplyView } from '@/lib/forum/make-thread-page';
import type { ThreadPage } from '@/lib/forum/page-queries';

type Props = {
  thread: ThreadPage;
  /** The address of this page of the thread, without its anchor. */
  here: string;
  /** The id of the reply that is being edited. */
  editing: string | undefined;
  isSplitting: boolean;
  now: Date;
  timeZone: string;
};

type Line = { at: Date; reply: ReplyView } | { at: Date; event: EventLine };

/** The replies of one page in time order, and between them what happened to the thread. */
export function Conversation({ thread, here, editing, isSplitting, now, timeZone }: Props) {
  const lines: Line[] = [
    ...thread.replies.map((reply) => ({ at: reply.createdAt, reply })),
    ...thread.events.map((event) => ({ at: event.at, event })),
  ].sort((a, b) => a.at.getTime() - b.at.getTime());
  const place = { threadId: thread.id, here, threadHref: thread.href, isSplitting, now, timeZone };
  return lines.map((line) => {
    if ('event' in line) {
      const { event } = line;
      return (
        <ThreadEventLine
          key={event.id}
          event={event}
          threadHref={thread.href}
          now={now}
          timeZone={timeZone}
        />
      );
    }
    const { reply } = line;
    // On the first page the solution stands above, right under the question.
    if (reply.accepted && thread.page === 1) {
      return <AcceptedAbove key={reply.id} reply={reply} href={`#reply-${reply.id}`} />;
    }
    return <ReplyItem key={reply.id} reply={reply} isEditing={editing === reply.id} {...place} />;
  });
}
