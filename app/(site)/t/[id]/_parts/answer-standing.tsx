import { CircleAlert, CircleCheck, CircleSlash, Undo2 } from 'lucide-react';
import { ActionButton } from '@/app/_ui/action-button';
import { Badge } from '@/app/_ui/badge';
import { Notice } from '@/app/_ui/notice';
import { reportAnswerAction, reviewAnswerAction } from '@/app/(site)/t/[id]/[slug]/solution-actions';
import type { AnswerStanding, ReplyView } from '@/lib/forum/make-thread-page';
import { pageWords } from '@/lib/web/language';

/** What became of an accepted answer, in two words. */
export async function AnswerBadge({ answer }: { answer: AnswerStanding | null }) {
  if (answer === null) return null;
  const words = (await pageWords()).words.thread.standing;
  if (answer.outdatedAt) {
    return (
      <Badge tone="warn" icon={<CircleSlash aria-hidden />}>
        {words.outdated}
      </Badge>
    );
  }
  if (answer.reviewSince) {
    return (
      <Badge tone="warn" icon={<CircleAlert aria-hidden />}>
        {words.checking}
      </Badge>
    );
  }
  return (
    <Badge tone="good" icon={<CircleCheck aria-hidden />}>
      {answer.assumed ? words.assumed : words.solved}
    </Badge>
  );
}

/** The same as a sentence, where it is not simply a solution. */
export async function AnswerNotice({ reply }: { reply: ReplyView }) {
  const { answer } = reply;
  if (answer === null || reply.hidden) return null;
  const words = (await pageWords()).words.thread.standing;
  if (answer.outdatedAt) {
    return (
      <Notice tone="warn" title={words.outdatedTitle} className="mt-3">
        {words.outdatedText}
      </Notice>
    );
  }
  if (answer.reviewSince) {
    return (
      <Notice tone="warn" title={words.checkingTitle} className="mt-3">
        {words.checkingText}
      </Notice>
    );
  }
  if (answer.assumed) {
    return <p className="mt-3 text-[0.92rem] text-muted">{words.assumedText}</p>;
  }
  return null;
}

/** "No longer works", and the shop's word on it. */
export async function AnswerActs({ reply }: { reply: ReplyView }) {
  const { answer, can, id, reported } = reply;
  const { standing: words, moment } = (await pageWords()).words.thread;
  const isDoubted = answer !== null && (answer.reviewSince !== null || answer.outdatedAt !== null);
  return (
    <>
      {can.report ? (
        <ActionButton
          pendingLabel={moment}
          action={reportAnswerAction}
          at={`#reply-${id}`}
          fields={{ replyId: id, broken: reported ? 'off' : 'on' }}
          variant="quiet"
          size="small"
        >
          {reported ? <Undo2 aria-hidden /> : <CircleSlash aria-hidden />}
          {reported ? words.saidBroken : words.sayBroken}
        </ActionButton>
      ) : null}
      {can.moderate && isDoubted ? (
        <ActionButton
          pendingLabel={moment}
          action={reviewAnswerAction}
          at={`#reply-${id}`}
          fields={{ replyId: id, verdict: 'still-true' }}
          variant="secondary"
          size="small"
        >
          <CircleCheck aria-hidden />
          {words.stillTrue}
        </ActionButton>
      ) : null}
      {can.moderate && answer && !answer.outdatedAt ? (
        <ActionButton
          pendingLabel={moment}
          action={reviewAnswerAction}
          at={`#reply-${id}`}
          fields={{ replyId: id, verdict: 'outdated' }}
          variant="quiet"
          size="small"
        >
          <CircleSlash aria-hidden />
          {words.outdated}
        </ActionButton>
      ) : null}
    </>
  );
}
