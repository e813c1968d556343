import type { Metadata } from 'next';
import { ActionButton } from '@/app/_ui/action-button';
import { Card } from '@/app/_ui/card';
import { EmptyState } from '@/app/_ui/empty-state';
import { PageHeader } from '@/app/_ui/page-header';
import { TimeAgo } from '@/app/_ui/time-ago';
import { dismissFlagsAction, hideFlaggedAction, restoreHiddenAction } from '@/app/desk/moderation/actions';
import { ModerationTabs } from '@/app/desk/moderation/moderation-tabs';
import { PostSummary } from '@/app/desk/moderation/post-summary';
import { requireHelper } from '@/lib/accounts/session';
import { now } from '@/lib/clock';
import { type FlaggedPost, flaggedPosts } from '@/lib/moderation/queries';
import { shopSettings } from '@/lib/settings/queries';

export const metadata: Metadata = { title: 'Moderation' };

export default async function ModerationPage() {
  const actor = await requireHelper();
  const [posts, { timeZone }] = await Promise.all([flaggedPosts(actor), shopSettings()]);
  return (
    <>
      <PageHeader title="Moderation" intro="What members reported, what is hidden, and who did what." />
      <ModerationTabs current="/desk/moderation" count={posts.length} />
      {posts.length === 0 ? (
        <EmptyState title="Nothing is reported">
          When somebody reports a post, it is listed here with their words.
        </EmptyState>
      ) : (
        <ul className="grid gap-4">
          {posts.map((post) => (
            <li key={post.id}>
              <Flagged post={post} now={now()} timeZone={timeZone} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Flagged({ post, now, timeZone }: { post: FlaggedPost; now: Date; timeZone: string }) {
  const fields = { kind: post.kind, id: post.id };
  return (
    <Card>
      <PostSummary post={post} />
      {post.isHidden ? (
        <p className="mt-3 font-semibold">Hidden until you decide: several customers reported it.</p>
      ) : null}
      <ul className="mt-4 grid gap-2 border-s-3 border-warn-line ps-4">
        {post.flags.map((flag) => (
          <li key={`${flag.by} ${flag.at.toISOString()}`}>
            <span dir="auto">{flag.reason}</span>{' '}
            <span className="text-[0.88rem] text-muted">
              <bdi>{flag.by}</bdi>, <TimeAgo at={flag.at} now={now} timeZone={timeZone} />
            </span>
          </li>
        ))}
      </ul>
      <div className="mt-4 flex flex-wrap gap-2.5">
        <ActionButton action={hideFlaggedAction} fields={fields} variant="danger" size="small">
          {post.isHidden ? 'Keep it hidden' : 'Hide the post'}
        </ActionButton>
        <ActionButton
          action={post.isHidden ? restoreHiddenAction : dismissFlagsAction}
          fields={fields}
          variant="secondary"
          size="small"
        >
          {post.isHidden ? 'Show it again' : 'Leave it as it is'}
        </ActionButton>
      </div>
    </Card>
  );
}
