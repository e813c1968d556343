import { isStaff } from '@/lib/accounts/policy';
import type { Actor } from '@/lib/accounts/schema';
import { db, type Prisma } from '@/lib/db/client';
import { visibleReplies, visibleThreads } from '@/lib/forum/make-thread-cards';

export type UploadFile = {
  fileName: string;
  title: string;
  kind: 'image' | 'pdf';
  /** Whether everybody may see it, and caches may keep it for a minute. */
  isPublic: boolean;
};

/** Places where everybody sees a file: posts that are not hidden, published articles, profiles. Private details never are. */
export const publicUse: Prisma.UploadUseWhereInput = {
  OR: [
    { thread: { is: visibleThreads(null) } },
    { reply: { is: { AND: [visibleReplies(null), { thread: { is: visibleThreads(null) } }] } } },
    { article: { is: { state: 'published' } } },
    { person: { is: { deletedAt: null } } },
  ],
};

/** A file for who asks for it, or null when to them there is none. What a visible post shows is for everybody; what only
 * hidden posts or private details have, for their author and the staff; what nothing has yet, for its giver.
 * @param reader `holder` is the browser's, where nobody is signed in or signed in only now */
export async function uploadForReader(
  fileName: string,
  reader: () => Promise<{ actor: Actor | null; holder: string | null }>,
): Promise<UploadFile | null> {
  const row = await db.upload.findUnique({
    where: { fileName },
    select: {
      fileName: true,
      title: true,
      kind: true,
      ownerId: true,
      holder: true,
      uses: { where: publicUse, select: { id: true }, take: 1 },
    },
  });
  if (!row) return null;
  const { ownerId, holder, uses, ...file } = row;
  if (uses.length > 0) return { ...file, isPublic: true };
  const { actor, holder: browser } = await reader();
  const isGiver = ownerId === null ? holder !== null && holder === browser : ownerId === actor?.id;
  if (isGiver || isStaff(actor)) return { ...file, isPublic: false };
  return actor && (await isAmongOwnPosts(fileName, actor.id)) ? { ...file, isPublic: false } : null;
}

async function isAmongOwnPosts(fileName: string, authorId: string): Promise<boolean> {
  const use = await db.uploadUse.findFirst({
    where: {
      upload: { fileName },
      OR: [
        { thread: { is: { authorId } } },
        { reply: { is: { authorId } } },
        { details: { is: { thread: { authorId } } } },
      ],
    },
    select: { id: true },
  });
  return use !== null;
}
