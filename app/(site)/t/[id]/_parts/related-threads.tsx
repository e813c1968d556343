import { RelatedList } from '@/app/(site)/_parts/related-list';
import { loadDuplicates } from '@/app/(site)/t/[id]/_parts/load-thread';
import type { Actor } from '@/lib/accounts/schema';
import type { ThreadPage } from '@/lib/forum/page-queries';
import { relatedTo } from '@/lib/search/similar-answers';

type Props = { thread: ThreadPage; actor: Actor | null };

/** What to read beside a thread; for the shop's people also what may be the same question. */
export async function RelatedThreads({ thread, actor }: Props) {
  const { id, title, body } = thread;
  const [related, duplicates] = await Promise.all([
    relatedTo({ kind: 'thread', id, title, body }, actor),
    loadDuplicates(thread, actor),
  ]);
  const others = related.filter((item) => !duplicates.some((duplicate) => duplicate.id === item.id));
  return (
    <>
      <RelatedList id="duplicates" heading="Possible duplicates (staff only)" items={duplicates} />
      <RelatedList id="related" heading="Related" items={others} />
    </>
  );
}
