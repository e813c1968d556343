import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { isUniqueViolation, transaction } from '@/lib/db/transaction';
import { articleForSearch } from '@/lib/faq/queries';
import { threadForSearch } from '@/lib/forum/queries';
import { plainText } from '@/lib/markdown';
import { noteIndexChange } from '@/lib/search/place-to-search';
import type { SearchKind } from '@/lib/search/schema';

/** More of a long thread tells search nothing new, and every process holds it in memory. */
const BODY_MAX = 20_000;
/** Two jobs about one document may meet; whoever finds the row changed reads everything again. */
const TRIES = 5;

type Content = {
  title: string;
  body: string;
  keywords: string;
  category: string;
  tags: string;
};

const REMOVED = { title: '', body: '', keywords: '', category: '', tags: '' };

/** Writes what search may know of an article; a draft leaves a tombstone. */
export function indexArticle(articleId: string): Promise<void> {
  return indexDocument('article', articleId, async () => {
    const article = await articleForSearch(articleId);
    if (!article) return null;
    const { title, keywords, category } = article;
    return { title, keywords, category, tags: '', body: searchText(article.body) };
  });
}

/** Writes what search may know of a thread; a hidden one leaves a tombstone, hidden replies are left out. */
export function indexThread(threadId: string): Promise<void> {
  return indexDocument('thread', threadId, async () => {
    const thread = await threadForSearch(threadId);
    if (!thread) return null;
    const { title, category, tags } = thread;
    const body = searchText(`${thread.body}\n\n${thread.replies}`);
    return { title, keywords: '', category, tags: tags.join(' '), body };
  });
}

/** The row gets a new `seq` each time, which is how every process learns of the change. */
async function indexDocument(
  kind: SearchKind,
  subjectId: string,
  read: () => Promise<Content | null>,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const before = await db.searchDocument.findUnique({
      where: { kind_subjectId: { kind, subjectId } },
      select: { seq: true },
    });
    const at = now();
    const content = await read();
    try {
      if (await replace(kind, subjectId, before?.seq ?? null, content, at)) return noteIndexChange();
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
    }
    if (attempt === TRIES) throw new Error(`The search row of ${kind} ${subjectId} keeps changing.`);
  }
}

/** @returns false when somebody else wrote the row since it was looked at: what was read may be older than theirs */
async function replace(
  kind: SearchKind,
  subjectId: string,
  seq: number | null,
  content: Content | null,
  at: Date,
): Promise<boolean> {
  return transaction(async (tx) => {
    if (seq !== null) {
      const gone = await tx.searchDocument.deleteMany({ where: { seq, kind, subjectId } });
      if (gone.count === 0) return false;
    }
    await tx.searchDocument.create({
      data: { kind, subjectId, at, removed: content === null, ...(content ?? REMOVED) },
    });
    return true;
  });
}

function searchText(markdown: string): string {
  return plainText(markdown.slice(0, 2 * BODY_MAX), BODY_MAX);
}
