import { RelatedList } from '@/app/(site)/_parts/related-list';
import { loadDuplicates } from '@/app/(site)/t/[id]/_parts/load-thread';
import type { Actor } from '@/lib/accounts/schema';
import type { ThreadPage } from '@/lib/forum/page-queries';
import { relatedTo } from '@/lib/search/similar-answers';
import { pageWords } from '@/lib/web/language';

type Props = { thread: ThreadPage; actor: Actor | null };

/** What to read beside a thread; for the shop's people also what may be the same question. */
export async function RelatedThreads({ thread, actor }: Props) {
  const { id, title, body } = thread;
  const [related, duplicates] = await Promise.all([
    relatedTo({ kind: 'thread', id, title, body }, actor),
    loadDuplicates(thread, actor),
  ]);
  const { parts: words } = (await pageWords()).words;
  const others = related.filter((item) => !duplicates.some((duplicate) => duplicate.id === item.id));
  return (
    <>
      <RelatedList id="duplicates" heading={words.possibleDuplicates} words={words} items={duplicates} />
      <RelatedList id="related" heading={words.related} words={words} items={others} />
    </>
  );
}
