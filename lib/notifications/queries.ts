import type { Actor } from '@/lib/accounts/schema';
import { db, type Prisma } from '@/lib/db/client';
import { threadHref } from '@/lib/forum/rules';
import { choicesFrom, isBouncedOut } from '@/lib/notifications/rules';
import type { Choices, Kind, Reason } from '@/lib/notifications/schema';
import { type StopList, stopOfToken } from '@/lib/notifications/sign-stop-link';
import { whereItStands } from '@/lib/notifications/where-it-stands';
import { PER_PAGE } from '@/lib/web/page-number';

/** What the list has: not what was switched off there, nor what was hidden since. */
const inList = (personId: string): Prisma.NotificationWhereInput => ({
  personId,
  shown: true,
  thread: { hiding: null },
  OR: [{ replyId: null }, { reply: { hiding: null } }],
});

/** How much is new to somebody; none, and no question to the database, for a visitor. */
export async function unreadCount(actor: Actor | null): Promise<number> {
  if (!actor) return 0;
  return db.notification.count({ where: { ...inList(actor.id), readAt: null } });
}

export type NotificationLine = {
  id: string;
  kind: Kind;
  reason: Reason;
  /** Who did it, by public name; null when the site did it by its rules. */
  by: string | null;
  title: string;
  href: string;
  at: Date;
  isNew: boolean;
};

/** One page of what somebody was told: what is unread first, the newest first in each half. */
export async function notificationList(
  actor: Actor,
  page: number,
): Promise<{ items: NotificationLine[]; total: number; page: number; perPage: number; unread: number }> {
  const where = inList(actor.id);
  const [unread, total] = await Promise.all([
    db.notification.count({ where: { ...where, readAt: null } }),
    db.notification.count({ where }),
  ]);
  const start = (page - 1) * PER_PAGE;
  const fresh = start < unread ? await lines({ ...where, readAt: null }, start, PER_PAGE) : [];
  const left = PER_PAGE - fresh.length;
  const known =
    left > 0 ? await lines({ ...where, readAt: { not: null } }, Math.max(0, start - unread), left) : [];
  return { items: [...fresh, ...known], total, page, perPage: PER_PAGE, unread };
}

async function lines(
  where: Prisma.NotificationWhereInput,
  skip: number,
  take: number,
): Promise<NotificationLine[]> {
  const rows = await db.notification.findMany({
    where,
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    skip,
    take,
    select: {
      id: true,
      kind: true,
      reason: true,
      at: true,
      readAt: true,
      replyId: true,
      by: { select: { name: true } },
      thread: { select: { id: true, slug: true, title: true } },
    },
  });
  return rows.flatMap(({ thread, by, readAt, replyId, ...row }): NotificationLine[] => {
    if (!thread) return [];
    const href = threadHref(thread);
    return [
      {
        id: row.id,
        kind: row.kind as Kind,
        reason: row.reason as Reason,
        at: row.at,
        by: by?.name ?? null,
        title: thread.title,
        href: replyId ? `${href}?reply=${replyId}` : href,
        isNew: readAt === null,
      },
    ];
  });
}

/** What somebody chose to be told, and whether their address still takes mail. */
export async function notificationSettings(
  actor: Actor,
): Promise<{ choices: Choices; email: string | null; bouncedOut: boolean }> {
  const person = await db.person.findUniqueOrThrow({
    where: { id: actor.id },
    select: { email: true, bounceScore: true, notificationChoices: true },
  });
  return {
    choices: choicesFrom(person.notificationChoices),
    email: person.email,
    bouncedOut: isBouncedOut(person.bounceScore),
  };
}

/** What the page behind a stop link says; null for a link that is not ours, or that leads to what is gone. Looking
 * changes nothing. `name` is null where it is not for everybody's eyes. */
export async function stopPage(
  token: string,
): Promise<{ kind: StopList['kind']; name: string | null; stopped: boolean } | null> {
  const stop = stopOfToken(token);
  if (!stop) return null;
  const { personId } = stop;
  const list: StopList =
    stop.list.kind === 'thread' ? { kind: 'thread', id: await whereItStands(db, stop.list.id) } : stop.list;
  if (list.kind === 'all') {
    const person = await db.person.findFirst({
      where: { id: personId, deletedAt: null },
      select: { notificationChoices: true },
    });
    if (!person) return null;
    const choices = choicesFrom(person.notificationChoices);
    return { kind: 'all', name: null, stopped: Object.values(choices).every((choice) => !choice.mail) };
  }
  const place = await placeNamed(list);
  if (!place) return null;
  const stopped = await db.follow.count({
    where: { personId, stoppedAt: { not: null }, ...place.where },
  });
  return { kind: list.kind, name: place.name, stopped: stopped > 0 };
}

async function placeNamed({
  kind,
  id,
}: StopList): Promise<{ name: string | null; where: Prisma.FollowWhereInput } | null> {
  if (kind === 'thread') {
    const thread = await db.thread.findUnique({
      where: { id },
      select: { title: true, hiding: { select: { id: true } } },
    });
    return thread && { name: thread.hiding ? null : thread.title, where: { threadId: id } };
  }
  if (kind === 'category') {
    const category = await db.category.findUnique({ where: { id }, select: { name: true } });
    return category && { name: category.name, where: { categoryId: id } };
  }
  const tag = await db.tag.findUnique({ where: { id }, select: { name: true } });
  return tag && { name: tag.name, where: { tagId: id } };
}
