import { db, type Prisma } from '@/lib/db/client';
import { listed } from '@/lib/forum/queries';
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

/** Of what somebody follows, by the slug in its address. */
export type FeedPlace = { category: string } | { tag: string } | null;

/** What lists leave out is in no feed, nor is a thread whose address leads on to another. */
const inFeeds = { AND: [listed, { mergedIntoId: null }] };
const feedFields = {
  id: true,
  slug: true,
  title: true,
  body: true,
  createdAt: true,
  editedAt: true,
  author: { select: { name: true } },
} as const;

/** The threads that were begun last and that everybody may see: of the whole forum, a category or a tag. */
export async function newThreads(most: number, place: FeedPlace = null): Promise<NewThread[]> {
  const rows = await db.thread.findMany({
    where: { AND: [inFeeds, placeWhere(place)] },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: most,
    select: feedFields,
  });
  return rows.map(makeNewThread);
}

function placeWhere(place: FeedPlace): Prisma.ThreadWhereInput {
  if (!place) return {};
  return 'category' in place
    ? { category: { slug: place.category } }
    : { tags: { some: { tag: { slug: place.tag } } } };
}

/** The title of a thread that everybody may see, for its picture; undefined when there is none. */
export async function publicTitle(id: string): Promise<string | undefined> {
  const row = await db.thread.findFirst({ where: { AND: [{ id }, inFeeds] }, select: { title: true } });
  return row?.title;
}

export type NewReply = Omit<NewThread, 'title'>;

/** A thread that everybody may see with its newest replies, the newest first; or null. */
export async function followedThread(
  id: string,
  most: number,
): Promise<{ thread: NewThread; replies: NewReply[] } | null> {
  const row = await db.thread.findFirst({
    where: { AND: [{ id }, inFeeds] },
    select: {
      ...feedFields,
      replies: {
        where: { hiding: null },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        take: most,
        select: { id: true, body: true, createdAt: true, editedAt: true, author: feedFields.author },
      },
    },
  });
  if (!row) return null;
  const { replies, ...question } = row;
  const thread = makeNewThread(question);
  return {
    thread,
    replies: replies.map(({ id: replyId, author, ...reply }) => ({
      ...reply,
      // Leads to the page on which the reply stands by now.
      href: `${thread.href}?reply=${replyId}`,
      author: author.name,
    })),
  };
}

type FeedRow = Prisma.ThreadGetPayload<{ select: typeof feedFields }>;

function makeNewThread({ id, slug, author, ...row }: FeedRow): NewThread {
  return { ...row, href: threadHref({ id, slug }), author: author.name };
}
