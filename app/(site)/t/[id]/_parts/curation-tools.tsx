import { ActionButton } from '@/app/_ui/action-button';
import { ButtonLink } from '@/app/_ui/button';
import { TargetDetails } from '@/app/(site)/t/[id]/_parts/target-details';
import { markDuplicateAction, mergeThreadsAction } from '@/app/(site)/t/[id]/[slug]/curation-actions';
import type { Actor } from '@/lib/accounts/schema';
import type { ThreadPage } from '@/lib/forum/page-queries';
import { possibleDuplicates } from '@/lib/search/similar-answers';

type Props = { thread: ThreadPage; actor: Actor | null };

/** Saying that this is the same problem as another thread; what is most like it is offered first. */
export async function SameProblem({ thread, actor }: Props) {
  const { id, title, body } = thread;
  if (!thread.can.markDuplicate || thread.duplicateOf) return null;
  const offered = thread.can.moderate ? await possibleDuplicates({ id, title, body }, actor) : [];
  return (
    <TargetDetails
      summary="Same problem as…"
      text="Readers are led to the other thread, which counts this one. It stays, and you can take this back."
      threadId={id}
      action={markDuplicateAction}
      id={`same-${id}`}
      button="It is the same problem"
      variant={thread.can.moderate ? 'secondary' : 'quiet'}
    >
      {offered.length > 0 ? (
        <ul className="mb-4 grid gap-3" aria-label="Threads like this one">
          {offered.map((other) => (
            <li key={other.id} className="grid gap-1.5">
              <a href={other.url} className="text-link wrap-anywhere">
                <bdi>{other.title}</bdi>
              </a>
              <ActionButton
                action={markDuplicateAction}
                fields={{ threadId: id, target: other.id }}
                variant="secondary"
                size="small"
              >
                Same as this<span className="sr-only">: {other.title}</span>
              </ActionButton>
            </li>
          ))}
        </ul>
      ) : null}
    </TargetDetails>
  );
}

/** Putting two threads together or taking one apart; for the staff. */
export function MergeAndSplit({ thread }: { thread: ThreadPage }) {
  if (!thread.can.curate) return null;
  return (
    <>
      {thread.hidden ? null : (
        <TargetDetails
          summary="Merge into…"
          text="The question and all replies move into the other thread, in time order. This address leads there from then on."
          threadId={thread.id}
          action={mergeThreadsAction}
          id={`merge-${thread.id}`}
          button="Merge into it"
        />
      )}
      {thread.total > 0 ? (
        <ButtonLink href={splitHref(thread)} variant="secondary" size="small" rel="nofollow">
          Split…
        </ButtonLink>
      ) : null}
    </>
  );
}

function splitHref({ href, page }: ThreadPage): string {
  return `${href}?${page > 1 ? `page=${page}&` : ''}split=1#split`;
}
