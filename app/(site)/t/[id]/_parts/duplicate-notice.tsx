import { ActionButton } from '@/app/_ui/action-button';
import { Notice } from '@/app/_ui/notice';
import { unmarkDuplicateAction } from '@/app/(site)/t/[id]/[slug]/curation-actions';
import type { ThreadPage } from '@/lib/forum/page-queries';

/** Where to read on, when another thread is about the same problem. */
export function DuplicateNotice({ thread }: { thread: ThreadPage }) {
  const { duplicateOf, can, id } = thread;
  if (!duplicateOf) return null;
  return (
    <Notice tone="accent" title="The same problem was asked before">
      <a href={duplicateOf.href} className="text-link wrap-anywhere">
        <bdi>{duplicateOf.title}</bdi>
      </a>
      {can.markDuplicate ? (
        <div className="mt-2" data-no-print>
          <ActionButton
            action={unmarkDuplicateAction}
            fields={{ threadId: id }}
            variant="secondary"
            size="small"
          >
            It is another problem
          </ActionButton>
        </div>
      ) : null}
    </Notice>
  );
}
