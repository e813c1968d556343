import type { Actor } from '@/lib/accounts/schema';
import { db, type Prisma } from '@/lib/db/client';
import type { FollowReason, PlaceKind } from '@/lib/following/schema';
import { threadHref } from '@/lib/forum/rules';

/** Whether this person hears of a place; never, for a visitor. */
export async function follows(actor: Actor | null, kind: PlaceKind, id: string): Promise<boolean> {
  if (!actor) return false;
  const place =
    kind === 'thread' ? { threadId: id } : kind === 'category' ? { categoryId: id } : { tagId: id };
  return (await db.follow.count({ where: { personId: actor.id, stoppedAt: null, ...place } })) > 0;
}

/** Whether this person muted another. */
export async function hasMuted(actor: Actor | null, personId: string): Promise<boolean> {
  if (!actor) return false;
  return (await db.mute.count({ where: { personId: actor.id, mutedId: personId } })) > 0;
}

/** One page shows this many of each; the rest is reached by stopping some. */
const SHOWN = 100;

export type FollowedPlace = {
  kind: PlaceKind;
  id: string;
  name: string;
  href: string;
  reason: FollowReason;
};
export type FollowedAndMuted = {
  places: FollowedPlace[];
  placesTotal: number;
  muted: { id: string; name: string }[];
};

/** What somebody follows, the newest first, and whom they muted. */
export async function followedAndMuted(actor: Actor): Promise<FollowedAndMuted> {
  const where: Prisma.FollowWhereInput = {
    personId: actor.id,
    stoppedAt: null,
    OR: [{ threadId: null }, { thread: { hiding: null } }],
  };
  const [rows, placesTotal, muted] = await Promise.all([
    db.follow.findMany({
      where,
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      take: SHOWN,
      select: {
        reason: true,
        thread: { select: { id: true, slug: true, title: true } },
        category: { select: { id: true, slug: true, name: true } },
        tag: { select: { id: true, slug: true, name: true } },
      },
    }),
    db.follow.count({ where }),
    db.mute.findMany({
      where: { personId: actor.id },
      orderBy: { at: 'desc' },
      take: SHOWN,
      select: { muted: { select: { id: true, name: true } } },
    }),
  ]);
  const places = rows.flatMap(({ thread, category, tag, ...row }): FollowedPlace[] => {
    const reason = row.reason as FollowReason;
    if (thread) {
      return [{ kind: 'thread', id: thread.id, name: thread.title, href: threadHref(thread), reason }];
    }
    if (category) {
      const href = `/forum/${encodeURIComponent(category.slug)}`;
      return [{ kind: 'category', id: category.id, name: category.name, href, reason }];
    }
    if (!tag) return [];
    const href = `/forum/tags/${encodeURIComponent(tag.slug)}`;
    return [{ kind: 'tag', id: tag.id, name: tag.name, href, reason }];
  });
  return { places, placesTotal, muted: muted.map((row) => row.muted) };
}

/** Who hears of what happens in a thread. Whoever stopped the thread hears nothing, whatever else they follow. */
export type Followers = {
  /** By the thread itself, its category or one of its tags. */
  all: string[];
  /** By the category or a tag: who hears that it was asked at all. */
  ofPlaces: string[];
  stopped: Set<string>;
};

export async function followersOf(threadId: string): Promise<Followers> {
  const thread = await db.thread.findUnique({
    where: { id: threadId },
    select: { categoryId: true, tags: { select: { tagId: true } } },
  });
  if (!thread) return { all: [], ofPlaces: [], stopped: new Set() };
  const tagIds = thread.tags.map((tag) => tag.tagId);
  const rows = await db.follow.findMany({
    where: { OR: [{ threadId }, { categoryId: thread.categoryId }, { tagId: { in: tagIds } }] },
    select: { personId: true, threadId: true, stoppedAt: true },
  });
  const stopped = new Set(rows.filter((row) => row.threadId && row.stoppedAt).map((row) => row.personId));
  const active = rows.filter((row) => !row.stoppedAt && !stopped.has(row.personId));
  const once = (some: typeof active) => [...new Set(some.map((row) => row.personId))];
  return { all: once(active), ofPlaces: once(active.filter((row) => !row.threadId)), stopped };
}

/** Which of these people muted somebody. */
export async function whoMuted(mutedId: string, among: readonly string[]): Promise<Set<string>> {
  const rows = await db.mute.findMany({
    where: { mutedId, personId: { in: [...among] } },
    select: { personId: true },
  });
  return new Set(rows.map((row) => row.personId));
}
