import { now } from '@/lib/clock';
import type { Tx } from '@/lib/db/transaction';
import { newId } from '@/lib/ids';

/** What can happen to a thread besides being written in; the words are app/(site)/t/[id]/_parts/thread-events. */
export type ThreadEventKind =
  | 'solved'
  | 'unsolved'
  | 'reopened'
  | 'on-review'
  | 'still-true'
  | 'outdated'
  | 'moved'
  | 'merged'
  | 'split'
  | 'duplicate'
  | 'not-duplicate';

/** Writes one line of a thread's history, in the transaction of what it tells.
 * @param event.byId left out when the site acted by its rules */
export async function noteEvent(
  tx: Tx,
  threadId: string,
  event: {
    kind: ThreadEventKind;
    byId?: string;
    replyId?: string;
    otherThreadId?: string;
    note?: string;
  },
): Promise<void> {
  await tx.threadEvent.create({
    data: {
      id: newId(),
      threadId,
      kind: event.kind,
      byId: event.byId ?? null,
      replyId: event.replyId ?? null,
      otherThreadId: event.otherThreadId ?? null,
      note: event.note ?? '',
      at: now(),
    },
  });
}
