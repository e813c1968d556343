import { ArrowUp, Check, CircleCheck, Pencil, ThumbsUp, Undo2 } from 'lucide-react';
import { ActionButton } from '@/app/_ui/action-button';
import { ButtonLink } from '@/app/_ui/button';
import { classNames } from '@/app/_ui/class-names';
import { Notice } from '@/app/_ui/notice';
import { Prose } from '@/app/_ui/prose';
import { AnswerActs, AnswerBadge, AnswerNotice } from '@/app/(site)/t/[id]/_parts/answer-standing';
import { EditReplyForm } from '@/app/(site)/t/[id]/_parts/edit-forms';
import { FlagDetails } from '@/app/(site)/t/[id]/_parts/flag-details';
import { PostByline } from '@/app/(site)/t/[id]/_parts/post-byline';
import { HideOrRestore } from '@/app/(site)/t/[id]/_parts/staff-bar';
import {
  acceptAnswerAction,
  unacceptAnswerAction,
  voteReplyAction,
} from '@/app/(site)/t/[id]/[slug]/actions';
import type { ReplyView } from '@/lib/forum/make-thread-page';
import { renderMarkdown } from '@/lib/markdown';

type Props = {
  reply: ReplyView;
  threadId: string;
  /** The address of this page of the thread, without its anchor. */
  here: string;
  threadHref: string;
  isEditing: boolean;
  now: Date;
  timeZone: string;
};

/** One reply with everything this person can do with it. */
export function ReplyItem({ reply, threadId, here, threadHref, isEditing, now, timeZone }: Props) {
  return (
    <article
      id={`reply-${reply.id}`}
      data-reply-number={reply.number}
      className={classNames(
        'scroll-mt-24 rounded-2xl border bg-surface p-4 target:border-accent-line target:shadow-lifted sm:p-5',
        reply.accepted && !reply.hidden ? 'border-good-line' : 'border-line',
      )}
    >
      <div className="flex flex-wrap items-start justify-between gap-3">
        <PostByline
          author={reply.author}
          isAsker={reply.isAsker}
          createdAt={reply.createdAt}
          editedAt={reply.editedAt}
          historyHref={`${threadHref}/history`}
          href={`${here}#reply-${reply.id}`}
          now={now}
          timeZone={timeZone}
        />
        <AnswerBadge answer={reply.answer} />
      </div>
      {reply.hidden ? (
        <Notice tone="warn" title="Hidden by the shop" className="mt-3">
          {reply.hidden.reason || 'No reason was given.'}
        </Notice>
      ) : null}
      <AnswerNotice reply={reply} />
      <div className="mt-3">
        {isEditing && reply.can.edit ? (
          <EditReplyForm reply={{ id: reply.id, body: reply.body }} back={`${here}#reply-${reply.id}`} />
        ) : (
          <Prose html={renderMarkdown(reply.body)} />
        )}
      </div>
      <ReplyActs reply={reply} threadId={threadId} here={here} />
    </article>
  );
}

function ReplyActs({ reply, threadId, here }: { reply: ReplyView; threadId: string; here: string }) {
  const { can, id } = reply;
  const votes = reply.voteCount > 0 ? ` · ${reply.voteCount}` : '';
  const pair = { threadId, replyId: id };
  const editHref = `${here}${here.includes('?') ? '&' : '?'}edit=${id}#reply-${id}`;
  const nothing = !can.vote && !can.accept && !can.edit && !can.flag && !can.moderate;
  if (nothing && reply.voteCount === 0) return null;
  return (
    <div className="mt-3 flex flex-wrap items-start gap-2" data-no-print>
      {can.vote ? (
        <ActionButton
          action={voteReplyAction}
          fields={{ replyId: id, vote: reply.voted ? 'off' : 'on' }}
          variant={reply.voted ? 'secondary' : 'quiet'}
          size="small"
        >
          {reply.voted ? <Check aria-hidden /> : <ThumbsUp aria-hidden />}
          {reply.voted ? `You found this helpful${votes}` : `Helpful${votes}`}
        </ActionButton>
      ) : reply.voteCount > 0 ? (
        <p className="flex min-h-11 items-center gap-2 text-[0.92rem] text-muted">
          <ThumbsUp aria-hidden className="size-4" />
          {reply.voteCount === 1
            ? '1 person found this helpful'
            : `${reply.voteCount} people found this helpful`}
        </p>
      ) : null}
      {can.accept ? (
        reply.accepted ? (
          <ActionButton action={unacceptAnswerAction} fields={pair} variant="quiet" size="small">
            <Undo2 aria-hidden />
            Not solved by this
          </ActionButton>
        ) : (
          <ActionButton action={acceptAnswerAction} fields={pair} variant="secondary" size="small">
            <CircleCheck aria-hidden />
            This solved it
          </ActionButton>
        )
      ) : null}
      <AnswerActs reply={reply} />
      {can.edit ? (
        <ButtonLink href={editHref} variant="quiet" size="small" rel="nofollow">
          <Pencil aria-hidden />
          Edit
        </ButtonLink>
      ) : null}
      {can.flag && !can.moderate ? <FlagDetails kind="reply" id={id} /> : null}
      {can.moderate ? <HideOrRestore kind="reply" id={id} isHidden={reply.hidden !== null} /> : null}
    </div>
  );
}

/** Where an accepted reply stood in the conversation: it is shown at the top of the thread. */
export function AcceptedAbove({ reply, href }: { reply: ReplyView; href: string }) {
  return (
    <p
      data-reply-number={reply.number}
      className="flex min-h-11 items-center gap-2 rounded-xl border border-dashed border-good-line px-4 text-[0.95rem] text-muted"
    >
      <ArrowUp aria-hidden className="size-4 shrink-0" />
      <a href={href} className="hover:underline">
        <bdi>{reply.author.name}</bdi> wrote the reply that solved it
      </a>
    </p>
  );
}
