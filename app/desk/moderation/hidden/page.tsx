import type { Metadata } from 'next';
import { ActionButton } from '@/app/_ui/action-button';
import { Card } from '@/app/_ui/card';
import { EmptyState } from '@/app/_ui/empty-state';
import { PageHeader } from '@/app/_ui/page-header';
import { Pagination } from '@/app/_ui/pagination';
import { TimeAgo } from '@/app/_ui/time-ago';
import { restoreHiddenAction } from '@/app/desk/moderation/actions';
import { ModerationTabs } from '@/app/desk/moderation/moderation-tabs';
import { PostSummary } from '@/app/desk/moderation/post-summary';
import { requireHelper } from '@/lib/accounts/session';
import { now } from '@/lib/clock';
import { hiddenPosts } from '@/lib/moderation/queries';
import { shopSettings } from '@/lib/settings/queries';
import { pageNumber } from '@/lib/web/page-number';

export const metadata: Metadata = { title: 'Hidden posts' };

const HERE = '/desk/moderation/hidden';

export default async function HiddenPostsPage({
  searchParams,
}: {
  searchParams: Promise<{ page?: string | string[] }>;
}) {
  const actor = await requireHelper();
  const [list, { timeZone }] = await Promise.all([
    hiddenPosts(actor, pageNumber((await searchParams).page)),
    shopSettings(),
  ]);
  const at = now();
  return (
    <>
      <PageHeader title="Hidden posts" intro="Only the shop and their authors see these." />
      <ModerationTabs current={HERE} count={list.total} />
      {list.items.length === 0 ? (
        <EmptyState title="Nothing is hidden">
          Posts you hide are kept here and can be shown again.
        </EmptyState>
      ) : (
        <ul className="grid gap-4">
          {list.items.map((post) => (
            <li key={post.id}>
              <Card>
                <PostSummary post={post} />
                <p className="mt-3 mb-4 text-[0.92rem] text-muted">
                  Hidden by <bdi>{post.by}</bdi> <TimeAgo at={post.at} now={at} timeZone={timeZone} />
                  {post.reason ? (
                    <>
                      : <span dir="auto">{post.reason}</span>
                    </>
                  ) : null}
                </p>
                <ActionButton
                  action={restoreHiddenAction}
                  fields={{ kind: post.kind, id: post.id }}
                  variant="secondary"
                  size="small"
                >
                  Show it again
                </ActionButton>
              </Card>
            </li>
          ))}
        </ul>
      )}
      <Pagination
        page={list.page}
        perPage={list.perPage}
        total={list.total}
        hrefFor={(number) => (number === 1 ? HERE : `${HERE}?page=${number}`)}
      />
    </>
  );
}
