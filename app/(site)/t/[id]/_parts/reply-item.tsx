import { ArrowUp, Check, CircleCheck, Pencil, ThumbsUp, Undo2 } from 'lucide-react';
import { ActionButton } from '@/app/_ui/action-button';
import { Button, ButtonLink } from '@/app/_ui/button';
import { classNames } from '@/app/_ui/class-names';
import { Notice } from '@/app/_ui/notice';
import { Prose } from '@/app/_ui/prose';
import { Sentence } from '@/app/_ui/sentence';
import { WritingWords } from '@/app/(site)/forum/_parts/writing-words';
import { AnswerActs, AnswerBadge, AnswerNotice } from '@/app/(site)/t/[id]/_parts/answer-standing';
import { EditReplyForm } from '@/app/(site)/t/[id]/_parts/edit-forms';
import { FlagDetails } from '@/app/(site)/t/[id]/_parts/flag-details';
import { Folded } from '@/app/(site)/t/[id]/_parts/folded';
import { PostByline } from '@/app/(site)/t/[id]/_parts/post-byline';
import { QuoteLink } from '@/app/(site)/t/[id]/_parts/quote-link';
import { REPLY_FORM } from '@/app/(site)/t/[id]/_parts/reply-form-id';
import { SplitChoice } from '@/app/(site)/t/[id]/_parts/split-form';
import { HideOrRestore } from '@/app/(site)/t/[id]/_parts/staff-bar';
import {
  acceptAnswerAction,
  unacceptAnswerAction,
  voteReplyAction,
} from '@/app/(site)/t/[id]/[slug]/actions';
import type { ReplyView } from '@/lib/forum/make-thread-page';
import { postHref } from '@/lib/forum/rules';
import { REPLY_MAX } from '@/lib/forum/schema';
import { renderReplyMarkdown } from '@/lib/markdown';
import { pageWords } from '@/lib/web/language';
import { say, sayCount } from '@/lib/words/say';

type Props = {
  reply: ReplyView;
  threadId: string;
  /** The address of this page of the thread, without its anchor. */
  here: string;
  threadHref: string;
  isEditing: boolean;
  /** The staff is choosing replies for a thread of their own. */
  isSplitting: boolean;
  /** Whether this person may reply, and so quote. */
  canQuote: boolean;
  now: Date;
  timeZone: string;
};

/** One reply with everything this person can do with it. */
export async function ReplyItem(props: Props) {
  const { words: all, language } = await pageWords();
  const words = all.thread;
  const { reply, threadId, here, threadHref, isEditing, isSplitting, canQuote, now, timeZone } = props;
  return (
    <article
      id={`reply-${reply.id}`}
      data-post={reply.id}
      data-place={reply.id}
      aria-labelledby={`reply-${reply.id}-by`}
      data-post-by={reply.author.name}
      data-post-href={postHref(threadId, reply.id)}
      data-reply-number={reply.number}
      className={classNames(
        'relative scroll-mt-24 rounded-2xl border bg-surface p-4 target:border-accent-line target:shadow-lifted sm:p-5',
        reply.accepted && !reply.hidden ? 'border-good-line' : 'border-line',
      )}
    >
      <h3 id={`reply-${reply.id}-by`} className="sr-only">
        {say(words.replyBy, { n: reply.number, name: reply.author.name })}
      </h3>
      {isSplitting ? (
        <SplitChoice replyId={reply.id} label={say(words.split.tick, { n: reply.number })} />
      ) : null}
      <div className="flex flex-wrap items-start justify-between gap-3">
        <PostByline
          author={reply.author}
          isAsker={reply.isAsker}
          createdAt={reply.createdAt}
          editedAt={reply.editedAt}
          historyHref={`${threadHref}/history`}
          href={`${threadHref}?reply=${reply.id}`}
          now={now}
          timeZone={timeZone}
        >
          <ReplyNumber reply={reply} threadHref={threadHref} label={words.linkTo} />
        </PostByline>
        <AnswerBadge answer={reply.answer} />
      </div>
      {reply.hidden ? (
        <Notice tone="warn" title={words.hiddenTitle} className="mt-3">
          <bdi>{reply.hidden.reason || words.noReason}</bdi>
        </Notice>
      ) : null}
      <AnswerNotice reply={reply} />
      <div className="mt-3">
        {isEditing && reply.can.edit ? (
          <WritingWords words={all.writing} language={language}>
            <EditReplyForm
              threadId={threadId}
              max={REPLY_MAX}
              reply={{ id: reply.id, body: reply.body }}
              back={`${here}#reply-${reply.id}`}
            />
          </WritingWords>
        ) : (
          <Folded aside={reply.aside}>
            <Prose html={renderReplyMarkdown(reply.body)} className="prose-reply" />
          </Folded>
        )}
      </div>
      {isEditing && reply.can.edit ? null : (
        <ReplyActs reply={reply} threadId={threadId} here={here} canQuote={canQuote} />
      )}
    </article>
  );
}

type NumberProps = { reply: ReplyView; threadHref: string; label: string };

/** The address of this reply that stays true wherever it is moved; to follow or to copy. */
function ReplyNumber({ reply, threadHref, label }: NumberProps) {
  return (
    <a
      href={`${threadHref}?reply=${reply.id}`}
      rel="nofollow"
      className="hover:text-accent-text hover:underline"
    >
      <span className="sr-only">{label} </span>#{reply.number}
    </a>
  );
}

type ActsProps = { reply: ReplyView; threadId: string; here: string; canQuote: boolean };

async function ReplyActs({ reply, threadId, here, canQuote }: ActsProps) {
  const { can, id } = reply;
  const votes = reply.voteCount > 0 ? ` · ${reply.voteCount}` : '';
  const pair = { threadId, replyId: id };
  const at = `#reply-${id}`;
  const editHref = `${here}${here.includes('?') ? '&' : '?'}edit=${id}#reply-${id}`;
  const nothing = !canQuote && !can.vote && !can.accept && !can.edit && !can.flag && !can.moderate;
  if (nothing && reply.voteCount === 0) return null;
  const { words: all, language } = await pageWords();
  const words = all.thread;
  return (
    <div className="mt-3 flex flex-wrap items-start gap-1 sm:gap-2" data-no-print>
      {can.vote ? (
        <ActionButton
          action={voteReplyAction}
          at={at}
          pendingLabel={words.moment}
          fields={{ replyId: id, vote: reply.voted ? 'off' : 'on' }}
          variant={reply.voted ? 'secondary' : 'quiet'}
          size="small"
        >
          {reply.voted ? <Check aria-hidden /> : <ThumbsUp aria-hidden />}
          {reply.voted ? words.foundHelpful : words.helpful}
          {votes}
        </ActionButton>
      ) : reply.voteCount > 0 ? (
        <p className="flex min-h-11 items-center gap-2 text-[0.92rem] text-muted">
          <ThumbsUp aria-hidden className="size-4" />
          {sayCount(words.helpedPeople, reply.voteCount, language)}
        </p>
      ) : null}
      {can.accept ? (
        reply.accepted ? (
          <ActionButton
            action={unacceptAnswerAction}
            at={at}
            fields={pair}
            variant="quiet"
            size="small"
            pendingLabel={words.moment}
          >
            <Undo2 aria-hidden />
            {words.notSolved}
          </ActionButton>
        ) : (
          <ActionButton
            action={acceptAnswerAction}
            at={at}
            fields={pair}
            variant="secondary"
            size="small"
            pendingLabel={words.moment}
          >
            <CircleCheck aria-hidden />
            {words.thisSolved}
          </ActionButton>
        )
      ) : null}
      {can.withdraw ? (
        <Button
          type="submit"
          form={REPLY_FORM}
          name="intent"
          value={`undo:${id}`}
          formNoValidate
          variant="secondary"
          size="small"
        >
          <Undo2 aria-hidden />
          {words.undo}
          <span className="sr-only"> {words.undoWhat}</span>
        </Button>
      ) : null}
      {canQuote ? <QuoteLink post={id} here={here} label={words.quote} /> : null}
      {can.edit ? (
        <ButtonLink href={editHref} variant="quiet" size="small" rel="nofollow">
          <Pencil aria-hidden />
          {words.edit}
        </ButtonLink>
      ) : null}
      <AnswerActs reply={reply} />
      {can.flag && !can.moderate ? <FlagDetails kind="reply" id={id} /> : null}
      {can.moderate ? <HideOrRestore kind="reply" id={id} isHidden={reply.hidden !== null} /> : null}
    </div>
  );
}

/** Where an accepted reply stood in the conversation: it is shown at the top of the thread. */
export async function AcceptedAbove({ reply, href }: { reply: ReplyView; href: string }) {
  const { words } = await pageWords();
  return (
    <p
      data-reply-number={reply.number}
      className="flex min-h-11 items-center gap-2 rounded-xl border border-dashed border-good-line px-4 text-[0.95rem] text-muted"
    >
      <ArrowUp aria-hidden className="size-4 shrink-0" />
      <a href={href} data-place={reply.id} className="hover:underline">
        <Sentence text={words.thread.wroteSolution} places={{ name: <bdi>{reply.author.name}</bdi> }} />
      </a>
    </p>
  );
}
