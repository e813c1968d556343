import { ActionButton } from '@/app/_ui/action-button';
import { Notice } from '@/app/_ui/notice';
import { unmarkDuplicateAction } from '@/app/(site)/t/[id]/[slug]/curation-actions';
import type { ThreadPage } from '@/lib/forum/page-queries';
import { pageWords } from '@/lib/web/language';

/** Where to read on, when another thread is about the same problem. */
export async function DuplicateNotice({ thread }: { thread: ThreadPage }) {
  const { duplicateOf, can, id } = thread;
  if (!duplicateOf) return null;
  const { duplicate: words, moment } = (await pageWords()).words.thread;
  return (
    <Notice tone="accent" title={words.title}>
      <a href={duplicateOf.href} className="text-link wrap-anywhere">
        <bdi>{duplicateOf.title}</bdi>
      </a>
      {can.markDuplicate ? (
        <div className="mt-2" data-no-print data-place="question">
          <ActionButton
            pendingLabel={moment}
            action={unmarkDuplicateAction}
            fields={{ threadId: id }}
            variant="secondary"
            size="small"
          >
            {words.notSame}
          </ActionButton>
        </div>
      ) : null}
    </Notice>
  );
}
