import type { ReactNode } from 'react';
import { ActionButton } from '@/app/_ui/action-button';
import { ButtonLink, buttonClasses } from '@/app/_ui/button';
import { TargetForm } from '@/app/(site)/t/[id]/_parts/target-form';
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
    <ToolPanel
      summary="Same problem as…"
      text="Readers are led to the other thread, which counts this one. It stays, and you can take this back."
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
      <TargetForm
        threadId={id}
        action={markDuplicateAction}
        id={`same-${id}`}
        label="Address of the other thread"
        button="It is the same problem"
      />
    </ToolPanel>
  );
}

/** Putting two threads together or taking one apart; for the staff. */
export function MergeAndSplit({ thread }: { thread: ThreadPage }) {
  if (!thread.can.curate) return null;
  return (
    <>
      {thread.hidden ? null : (
        <ToolPanel
          summary="Merge into…"
          text="The question and all replies move into the other thread, in time order. This address leads there from then on."
        >
          <TargetForm
            threadId={thread.id}
            action={mergeThreadsAction}
            id={`merge-${thread.id}`}
            label="Address of the other thread"
            button="Merge into it"
          />
        </ToolPanel>
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

function ToolPanel({ summary, text, children }: { summary: string; text: string; children: ReactNode }) {
  return (
    <details>
      <summary className={`${buttonClasses('secondary', 'small')} list-none`}>{summary}</summary>
      <div className="mt-2 max-w-prose rounded-xl border border-line bg-sunken p-4">
        <p className="mb-3">{text}</p>
        {children}
      </div>
    </details>
  );
}
