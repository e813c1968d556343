import { Fragment } from 'react';
import { NewSinceLine } from '@/app/(site)/t/[id]/_parts/reading-marks';
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
  canQuote: boolean;
  /** The id of the first reply that is new to this person. */
  firstNew: string | null;
  now: Date;
  timeZone: string;
};

type Line = { at: Date; reply: ReplyView } | { at: Date; event: EventLine };

/** The replies of one page in time order, and between them what happened to the thread. */
export function Conversation(props: Props) {
  const { thread, here, editing, isSplitting, canQuote, firstNew, now, timeZone } = props;
  const lines: Line[] = [
    ...thread.replies.map((reply) => ({ at: reply.createdAt, reply })),
    ...thread.events.map((event) => ({ at: event.at, event })),
  ].sort((a, b) => a.at.getTime() - b.at.getTime());
  const place = { threadId: thread.id, here, threadHref: thread.href, isSplitting, canQuote, now, timeZone };
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
    const isAbove = reply.accepted && thread.page === 1;
    return (
      <Fragment key={reply.id}>
        {reply.id === firstNew ? <NewSinceLine /> : null}
        {isAbove ? (
          <AcceptedAbove reply={reply} href={`#reply-${reply.id}`} />
        ) : (
          <ReplyItem reply={reply} isEditing={editing === reply.id} {...place} />
        )}
      </Fragment>
    );
  });
}
