import type { Actor } from '@/lib/accounts/schema';
import { db } from '@/lib/db/client';
import {
  type AuthorLine,
  authorFields,
  authorLine,
  visibleReplies,
  visibleThreads,
} from '@/lib/forum/make-thread-cards';
import { threadHref } from '@/lib/forum/rules';

export type Revision = { id: string; at: Date; by: AuthorLine; title: string | null; body: string };
export type PostHistory = {
  /** Which reply it is; null for the question. */
  number: number | null;
  author: string;
  href: string;
  current: { title: string | null; body: string };
  revisions: Revision[];
};

/** More edits than this are looked at in the database. */
const REVISIONS_SHOWN = 100;

/** What the posts of a thread said before their edits, newest first; hidden posts only for the staff and their author. */
export async function threadHistory(
  id: string,
  actor: Actor | null,
): Promise<{ title: string; href: string; posts: PostHistory[] } | null> {
  const revisions = {
    select: { id: true, at: true, title: true, body: true, by: { select: authorFields } },
    orderBy: [{ at: 'desc' as const }, { id: 'desc' as const }],
    take: REVISIONS_SHOWN,
  };
  const thread = await db.thread.findFirst({
    where: { AND: [{ id }, visibleThreads(actor)] },
    select: {
      id: true,
      slug: true,
      title: true,
      body: true,
      author: { select: { name: true } },
      revisions,
      replies: {
        where: { AND: [visibleReplies(actor), { revisions: { some: {} } }] },
        select: { id: true, number: true, body: true, author: { select: { name: true } }, revisions },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        take: REVISIONS_SHOWN,
      },
    },
  });
  if (!thread) return null;
  const href = threadHref(thread);
  const told = (rows: typeof thread.revisions): Revision[] =>
    rows.map((row) => ({ ...row, by: authorLine(row.by) }));
  const question = {
    number: null,
    author: thread.author.name,
    href,
    current: { title: thread.title, body: thread.body },
    revisions: told(thread.revisions),
  };
  const answers = thread.replies.map((reply) => ({
    number: reply.number,
    author: reply.author.name,
    href: `${href}?reply=${reply.id}`,
    current: { title: null, body: reply.body },
    revisions: told(reply.revisions),
  }));
  return {
    title: thread.title,
    href,
    posts: [question, ...answers].filter((post) => post.revisions.length > 0),
  };
}
