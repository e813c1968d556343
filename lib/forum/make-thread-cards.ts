import { isFormerName } from '@/lib/accounts/leaving/rules';
import type { Actor, Role } from '@/lib/accounts/schema';
import type { Prisma } from '@/lib/db/client';
import { canSee } from '@/lib/forum/policy';
import { boughtTag, excerptOf, type ThreadState, threadHref, threadState } from '@/lib/forum/rules';
import type { Standing } from '@/lib/forum/standing-queries';

export type AuthorLine = {
  name: string;
  role: Role;
  /** The public profile. */
  /** Null for somebody who has left: there is no profile. */
  href: string | null;
  /** Where an imported person wrote first; shown as attribution. */
  sourceUrl: string | null;
  /** Address of the picture; null for the initials. */
  avatar: string | null;
  /** Somebody paid for an order with this person's proven address. */
  verifiedBuyer: boolean;
  /** The tag of this thread whose product this person bought. Nothing else of what they bought is ever told. */
  bought: string | null;
};

/** A thread as every list shows it. */
export type ThreadCard = {
  id: string;
  slug: string;
  href: string;
  title: string;
  /** First words as plain text. */
  excerpt: string;
  state: ThreadState;
  replyCount: number;
  acceptedCount: number;
  /** People who said "me too", the asker not counted. */
  meTooCount: number;
  createdAt: Date;
  lastActivityAt: Date;
  isLocked: boolean;
  /** Only ever true for the staff and the author. */
  isHidden: boolean;
  category: { slug: string; name: string };
  tags: { slug: string; name: string }[];
  author: AuthorLine;
};

export const authorFields = { id: true, name: true, role: true, sourceUrl: true } as const;

export const cardFields = {
  id: true,
  slug: true,
  title: true,
  body: true,
  authorId: true,
  replyCount: true,
  acceptedCount: true,
  meTooCount: true,
  createdAt: true,
  lastActivityAt: true,
  lock: { select: { id: true } },
  hiding: { select: { id: true } },
  category: { select: { slug: true, name: true } },
  tags: { select: { tag: { select: { slug: true, name: true } } } },
  author: { select: authorFields },
} as const satisfies Prisma.ThreadSelect;

export type CardRow = Prisma.ThreadGetPayload<{ select: typeof cardFields }>;

/** Threads that someone may see. For the staff and the author hidden ones are among them; what was merged into another thread is
 * for nobody: it is there. */
export function visibleThreads(actor: Actor | null): Prisma.ThreadWhereInput {
  if (canSee(actor, { authorId: '', isHidden: true })) return { mergedIntoId: null };
  if (!actor) return { mergedIntoId: null, hiding: null };
  return { mergedIntoId: null, OR: [{ hiding: null }, { authorId: actor.id }] };
}

/** Replies that someone may see in a thread that they may see. */
export function visibleReplies(actor: Actor | null): Prisma.ReplyWhereInput {
  if (canSee(actor, { authorId: '', isHidden: true })) return {};
  return actor ? { OR: [{ hiding: null }, { authorId: actor.id }] } : { hiding: null };
}

type Author = { name: string; role: Role; sourceUrl: string | null };

/** @param standing left out where neither picture nor badge is shown
 * @param tags of the thread, where the page shows one */
export function authorLine(
  author: Author,
  standing?: Standing,
  tags: readonly { slug: string; name: string }[] = [],
): AuthorLine {
  return {
    name: author.name,
    role: author.role,
    href: isFormerName(author.name) ? null : `/u/${encodeURIComponent(author.name)}`,
    sourceUrl: author.sourceUrl,
    avatar: standing?.avatar ?? null,
    verifiedBuyer: standing?.verifiedBuyer ?? false,
    bought: boughtTag(tags, standing?.products ?? []),
  };
}

/** One row as a list shows it. */
export function makeThreadCard(row: CardRow, standing?: Standing): ThreadCard {
  return {
    id: row.id,
    slug: row.slug,
    href: threadHref(row),
    title: row.title,
    excerpt: excerptOf(row.body),
    state: threadState(row),
    replyCount: row.replyCount,
    acceptedCount: row.acceptedCount,
    meTooCount: row.meTooCount,
    createdAt: row.createdAt,
    lastActivityAt: row.lastActivityAt,
    isLocked: row.lock !== null,
    isHidden: row.hiding !== null,
    category: row.category,
    tags: row.tags.map(({ tag }) => tag),
    author: authorLine(row.author, standing),
  };
}
