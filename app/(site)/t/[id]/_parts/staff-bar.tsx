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
import { pageWords } from '@/lib/web/language';

/** What the shop's people can do with a thread. */
export async function StaffBar({ thread, actor }: { thread: ThreadPage; actor: Actor | null }) {
  const { can, id } = thread;
  if (!can.moderate) return null;
  const { words: all } = await pageWords();
  const { staff: words, moment } = all.thread;
  const { optional } = all.writing.edit;
  return (
    <section
      aria-label={words.label}
      data-place="question"
      className="mt-5 flex flex-wrap items-start gap-2.5 rounded-xl border border-dashed border-edge/60 p-3"
    >
      {can.promote ? (
        <ActionButton
          action={promoteThreadAction}
          fields={{ threadId: id }}
          variant="secondary"
          size="small"
          pendingLabel={moment}
        >
          <BookPlus aria-hidden />
          {words.promote}
        </ActionButton>
      ) : null}
      <SameProblem thread={thread} actor={actor} />
      <MergeAndSplit thread={thread} />
      {can.lock ? (
        <ReasonDetails
          summary={words.lock}
          question={words.lockText}
          action={lockThreadAction}
          fields={{ threadId: id }}
          id={`lock-${id}`}
          label={words.why}
          hint={words.lockHint}
          optional={optional}
          reasonMax={REASON_MAX}
          button={words.lockButton}
          moment={moment}
        />
      ) : null}
      {can.unlock ? (
        <ActionButton
          action={unlockThreadAction}
          fields={{ threadId: id }}
          variant="secondary"
          size="small"
          pendingLabel={moment}
        >
          <LockOpen aria-hidden />
          {words.unlock}
        </ActionButton>
      ) : null}
      <HideOrRestore kind="thread" id={id} isHidden={can.restore} />
    </section>
  );
}

/** Hiding a post in two steps, or showing it again in one. */
export async function HideOrRestore({
  kind,
  id,
  isHidden,
}: {
  kind: 'thread' | 'reply';
  id: string;
  isHidden: boolean;
}) {
  const { words: all } = await pageWords();
  const { staff: words, moment } = all.thread;
  const at = kind === 'reply' ? `#reply-${id}` : undefined;
  if (isHidden) {
    return (
      <ActionButton
        action={restorePostAction}
        fields={{ kind, id }}
        at={at}
        variant="secondary"
        size="small"
        pendingLabel={moment}
      >
        <Eye aria-hidden />
        {words.showAgain}
      </ActionButton>
    );
  }
  return (
    <ReasonDetails
      summary={
        kind === 'thread' ? (
          words.hide
        ) : (
          <>
            <EyeOff aria-hidden />
            {words.hide}
          </>
        )
      }
      variant={kind === 'thread' ? 'secondary' : 'quiet'}
      question={kind === 'thread' ? words.hideThreadText : words.hideReplyText}
      action={hidePostAction}
      fields={{ kind, id }}
      id={`hide-${id}`}
      at={at}
      label={words.why}
      hint={words.hideHint}
      optional={all.writing.edit.optional}
      reasonMax={REASON_MAX}
      button={kind === 'thread' ? words.hideThread : words.hideReply}
      moment={moment}
    />
  );
}
