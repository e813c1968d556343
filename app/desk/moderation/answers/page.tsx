import type { Metadata } from 'next';
import Link from 'next/link';
import { ActionButton } from '@/app/_ui/action-button';
import { Card } from '@/app/_ui/card';
import { EmptyState } from '@/app/_ui/empty-state';
import { PageHeader } from '@/app/_ui/page-header';
import { TimeAgo } from '@/app/_ui/time-ago';
import { reviewListedAnswerAction } from '@/app/desk/moderation/actions';
import { ModerationTabs } from '@/app/desk/moderation/moderation-tabs';
import { requireHelper } from '@/lib/accounts/session';
import { now } from '@/lib/clock';
import { answersToReview } from '@/lib/forum/solutions/queries';
import { shopSettings } from '@/lib/settings/queries';

export const metadata: Metadata = { title: 'Solutions to check' };

/** Nobody checks more than this in one morning; the rest moves up. */
const SHOWN = 30;

export default async function AnswersToReviewPage() {
  await requireHelper();
  const [{ items, total }, { timeZone }] = await Promise.all([answersToReview(SHOWN), shopSettings()]);
  const at = now();
  return (
    <>
      <PageHeader
        title="Solutions to check"
        intro="Two people said that these no longer work. Until you say so, search offers them last."
      />
      <ModerationTabs current="/desk/moderation/answers" count={total} />
      {items.length === 0 ? (
        <EmptyState title="Every solution still holds">
          When two people say that a solution no longer works, it is listed here.
        </EmptyState>
      ) : (
        <ul className="grid gap-4">
          {items.map((answer) => (
            <li key={answer.replyId}>
              <Card>
                <h2 dir="auto" className="text-[1.1rem]!">
                  <Link href={answer.href} className="hover:text-accent-text">
                    {answer.threadTitle}
                  </Link>
                </h2>
                <p dir="auto" className="mt-2">
                  {answer.excerpt}
                </p>
                <p className="mt-1 text-[0.88rem] text-muted">
                  <bdi>{answer.by}</bdi> · {answer.reports} people say that it no longer works, since{' '}
                  <TimeAgo at={answer.since} now={at} timeZone={timeZone} />
                </p>
                <div className="mt-4 flex flex-wrap gap-2.5">
                  <ActionButton
                    action={reviewListedAnswerAction}
                    fields={{ replyId: answer.replyId, verdict: 'still-true' }}
                    variant="secondary"
                    size="small"
                  >
                    Still true
                  </ActionButton>
                  <ActionButton
                    action={reviewListedAnswerAction}
                    fields={{ replyId: answer.replyId, verdict: 'outdated' }}
                    variant="secondary"
                    size="small"
                  >
                    Outdated
                  </ActionButton>
                </div>
              </Card>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
