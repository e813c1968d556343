import { NoteReading } from '@/app/(site)/t/[id]/_parts/note-reading';
import type { ThreadPage } from '@/lib/forum/page-queries';
import { pageWords } from '@/lib/web/language';

/** The first reply of a page that is new to somebody who has read the thread up to a number; their own is not.
 * @param read null for whoever has not read it yet, to whom everything is new and nothing need be marked */
export function firstNewOf(
  thread: ThreadPage,
  read: number | null,
  reader: string | undefined,
): string | null {
  if (read === null) return null;
  return thread.replies.find(({ number, author }) => number > read && author.name !== reader)?.id ?? null;
}

/** A quiet line between what was read and what is new. */
export async function NewSinceLine() {
  return (
    <p className="flex items-center gap-3 text-[0.9rem] font-semibold text-accent-text before:h-px before:grow before:bg-accent-line after:h-px after:grow after:bg-accent-line">
      {(await pageWords()).words.thread.newSince}
    </p>
  );
}

/** Notes how far a signed-in person reads: what came into view, or, without script, that the page was opened. */
export function ReadingNoted({ thread }: { thread: ThreadPage }) {
  const pageEnd = Math.min(thread.lastNumber, thread.page * thread.perPage);
  return (
    <>
      <NoteReading key={pageEnd} threadId={thread.id} pageEnd={pageEnd} />
      <noscript>
        {/* biome-ignore lint/performance/noImgElement: it is no picture but a note that the page was opened */}
        <img src={`/api/read?thread=${thread.id}&number=${pageEnd}`} alt="" width={1} height={1} />
      </noscript>
    </>
  );
}
