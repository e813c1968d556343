import { BookPlus, Eye, EyeOff, LockOpen } from 'lucide-react';
import { ActionButton } from '@/app/_ui/action-button';
import { MergeAndSplit, SameProblem } from '@/app/(site)/t/[id]/_parts/curation-tools';
import { ReasonDetails } from '@/app/(site)/t/[id]/_parts/reason-details';
import {
  hidePostAction,
  lockThreadAction,
  promoteThreadAction,
  restorePostAction,
  unlockThreadAction,
} from '@/app/(site)/t/[id]/[slug]/actions';
import type { Actor } from '@/lib/accounts/schema';
import type { ThreadPage } from '@/lib/forum/page-queries';
import { REASON_MAX } from '@/lib/moderation/schema';

/** What the shop's people can do with a thread. */
export function StaffBar({ thread, actor }: { thread: ThreadPage; actor: Actor | null }) {
  const { can, id } = thread;
  if (!can.moderate) return null;
  return (
    <section
      aria-label="For the shop"
      className="mt-5 flex flex-wrap items-start gap-2.5 rounded-xl border border-dashed border-edge/60 p-3"
    >
      {can.promote ? (
        <ActionButton action={promoteThreadAction} fields={{ threadId: id }} variant="secondary" size="small">
          <BookPlus aria-hidden />
          Make an article of it
        </ActionButton>
      ) : null}
      <SameProblem thread={thread} actor={actor} />
      <MergeAndSplit thread={thread} />
      {can.lock ? (
        <ReasonDetails
          summary="Lock…"
          question="A locked thread takes no replies, votes or edits. It stays readable, and you can unlock it."
          action={lockThreadAction}
          fields={{ threadId: id }}
          id={`lock-${id}`}
          label="Why"
          hint="Shown above the thread."
          optional
          reasonMax={REASON_MAX}
          button="Lock the thread"
        />
      ) : null}
      {can.unlock ? (
        <ActionButton action={unlockThreadAction} fields={{ threadId: id }} variant="secondary" size="small">
          <LockOpen aria-hidden />
          Unlock
        </ActionButton>
      ) : null}
      <HideOrRestore kind="thread" id={id} isHidden={can.restore} />
    </section>
  );
}

/** Hiding a post in two steps, or showing it again in one. */
export function HideOrRestore({
  kind,
  id,
  isHidden,
}: {
  kind: 'thread' | 'reply';
  id: string;
  isHidden: boolean;
}) {
  if (isHidden) {
    return (
      <ActionButton action={restorePostAction} fields={{ kind, id }} variant="secondary" size="small">
        <Eye aria-hidden />
        Show it again
      </ActionButton>
    );
  }
  return (
    <ReasonDetails
      summary={
        kind === 'thread' ? (
          'Hide…'
        ) : (
          <>
            <EyeOff aria-hidden />
            Hide…
          </>
        )
      }
      variant={kind === 'thread' ? 'secondary' : 'quiet'}
      question={`Only the shop and its author will see this ${kind}. You can show it again.`}
      action={hidePostAction}
      fields={{ kind, id }}
      id={`hide-${id}`}
      label="Why"
      hint="Its author reads this."
      optional
      reasonMax={REASON_MAX}
      button={`Hide the ${kind}`}
    />
  );
}
