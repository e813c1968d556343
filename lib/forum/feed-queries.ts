import { db } from '@/lib/db/client';
import { threadHref } from '@/lib/forum/rules';

export type NewThread = {
  href: string;
  title: string;
  /** Markdown. */
  body: string;
  author: string;
  createdAt: Date;
  editedAt: Date | null;
};

/** The threads that were begun last and that everybody may see; for feeds. */
export async function newThreads(most: number): Promise<NewThread[]> {
  const rows = await db.thread.findMany({
    where: { hiding: null, mergedIntoId: null },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: most,
    select: {
      id: true,
      slug: true,
      title: true,
      body: true,
      createdAt: true,
      editedAt: true,
      author: { select: { name: true } },
    },
  });
  return rows.map(({ author, ...row }) => ({ ...row, href: threadHref(row), author: author.name }));
}
