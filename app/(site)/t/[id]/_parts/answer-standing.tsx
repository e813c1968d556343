import { CircleAlert, CircleCheck, CircleSlash, Undo2 } from 'lucide-react';
import { ActionButton } from '@/app/_ui/action-button';
import { Badge } from '@/app/_ui/badge';
import { Notice } from '@/app/_ui/notice';
import { reportAnswerAction, reviewAnswerAction } from '@/app/(site)/t/[id]/[slug]/solution-actions';
import type { AnswerStanding, ReplyView } from '@/lib/forum/make-thread-page';

/** What became of an accepted answer, in two words. */
export function AnswerBadge({ answer }: { answer: AnswerStanding | null }) {
  if (answer === null) return null;
  if (answer.outdatedAt) {
    return (
      <Badge tone="warn" icon={<CircleSlash aria-hidden />}>
        Outdated
      </Badge>
    );
  }
  if (answer.reviewSince) {
    return (
      <Badge tone="warn" icon={<CircleAlert aria-hidden />}>
        Being checked
      </Badge>
    );
  }
  return (
    <Badge tone="good" icon={<CircleCheck aria-hidden />}>
      {answer.assumed ? 'Assumed solved' : 'Solved it'}
    </Badge>
  );
}

/** The same as a sentence, where it is not simply a solution. */
export function AnswerNotice({ reply }: { reply: ReplyView }) {
  const { answer } = reply;
  if (answer === null || reply.hidden) return null;
  if (answer.outdatedAt) {
    return (
      <Notice tone="warn" title="This no longer works" className="mt-3">
        It did once. The shop has checked it since; look for a newer reply, or ask.
      </Notice>
    );
  }
  if (answer.reviewSince) {
    return (
      <Notice tone="warn" title="Two people say that this no longer works" className="mt-3">
        The shop has a look at it. Until then, take it with care.
      </Notice>
    );
  }
  if (answer.assumed) {
    return (
      <p className="mt-3 text-[0.92rem] text-muted">
        Everybody who had this problem was asked, and nobody objected.
      </p>
    );
  }
  return null;
}

/** "No longer works", and the shop's word on it. */
export function AnswerActs({ reply }: { reply: ReplyView }) {
  const { answer, can, id, reported } = reply;
  const isDoubted = answer !== null && (answer.reviewSince !== null || answer.outdatedAt !== null);
  return (
    <>
      {can.report ? (
        <ActionButton
          action={reportAnswerAction}
          fields={{ replyId: id, broken: reported ? 'off' : 'on' }}
          variant="quiet"
          size="small"
        >
          {reported ? <Undo2 aria-hidden /> : <CircleSlash aria-hidden />}
          {reported ? 'You said it no longer works' : 'No longer works'}
        </ActionButton>
      ) : null}
      {can.moderate && isDoubted ? (
        <ActionButton
          action={reviewAnswerAction}
          fields={{ replyId: id, verdict: 'still-true' }}
          variant="secondary"
          size="small"
        >
          <CircleCheck aria-hidden />
          Still true
        </ActionButton>
      ) : null}
      {can.moderate && answer && !answer.outdatedAt ? (
        <ActionButton
          action={reviewAnswerAction}
          fields={{ replyId: id, verdict: 'outdated' }}
          variant="quiet"
          size="small"
        >
          <CircleSlash aria-hidden />
          Outdated
        </ActionButton>
      ) : null}
    </>
  );
}
