import { ActionButton } from '@/app/_ui/action-button';
import { ButtonLink } from '@/app/_ui/button';
import { loadDuplicates } from '@/app/(site)/t/[id]/_parts/load-thread';
import { TargetDetails } from '@/app/(site)/t/[id]/_parts/target-details';
import { markDuplicateAction, mergeThreadsAction } from '@/app/(site)/t/[id]/[slug]/curation-actions';
import type { Actor } from '@/lib/accounts/schema';
import type { ThreadPage } from '@/lib/forum/page-queries';
import { pageWords } from '@/lib/web/language';

type Props = { thread: ThreadPage; actor: Actor | null };

/** Saying that this is the same problem as another thread; what is most like it is offered first. */
export async function SameProblem({ thread, actor }: Props) {
  const { id } = thread;
  if (!thread.can.markDuplicate || thread.duplicateOf) return null;
  const { same: words, moment } = (await pageWords()).words.thread;
  const offered = await loadDuplicates(thread, actor);
  return (
    <TargetDetails
      words={words}
      moment={moment}
      summary={words.summary}
      text={words.text}
      threadId={id}
      action={markDuplicateAction}
      id={`same-${id}`}
      button={words.button}
      variant={thread.can.moderate ? 'secondary' : 'quiet'}
    >
      {offered.length > 0 ? (
        <ul className="mb-4 grid gap-3" aria-label={words.offered}>
          {offered.map((other) => (
            <li key={other.id} className="grid gap-1.5">
              <a href={other.url} className="text-link wrap-anywhere">
                <bdi>{other.title}</bdi>
              </a>
              <ActionButton
                pendingLabel={moment}
                action={markDuplicateAction}
                fields={{ threadId: id, target: other.id }}
                variant="secondary"
                size="small"
              >
                {words.sameAs}
                <span className="sr-only">: {other.title}</span>
              </ActionButton>
            </li>
          ))}
        </ul>
      ) : null}
    </TargetDetails>
  );
}

/** Putting two threads together or taking one apart; for the staff. */
export async function MergeAndSplit({ thread }: { thread: ThreadPage }) {
  if (!thread.can.curate) return null;
  const { same, staff: words, moment } = (await pageWords()).words.thread;
  return (
    <>
      {thread.hidden ? null : (
        <TargetDetails
          words={same}
          moment={moment}
          summary={words.merge}
          text={words.mergeText}
          threadId={thread.id}
          action={mergeThreadsAction}
          id={`merge-${thread.id}`}
          button={words.mergeButton}
        />
      )}
      {thread.total > 0 ? (
        <ButtonLink href={splitHref(thread)} variant="secondary" size="small" rel="nofollow">
          {words.split}
        </ButtonLink>
      ) : null}
    </>
  );
}

function splitHref({ href, page }: ThreadPage): string {
  return `${href}?${page > 1 ? `page=${page}&` : ''}split=1#split`;
}
