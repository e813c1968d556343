import type { Prisma } from '@/lib/db/client';
import type { Tx } from '@/lib/db/transaction';
import { threadHref } from '@/lib/forum/rules';
import { plainText } from '@/lib/markdown';
import { MAIL_EXCERPT, type MailedNews } from '@/lib/notifications/mails';
import { choicesFrom, isBouncedOut, isMailed } from '@/lib/notifications/rules';
import type { Kind, Reason } from '@/lib/notifications/schema';
import { DEFAULT_LANGUAGE, type Language, languageOf } from '@/lib/words/languages';

const newsFields = {
  id: true,
  kind: true,
  reason: true,
  byId: true,
  by: { select: { name: true } },
  thread: {
    select: {
      id: true,
      slug: true,
      title: true,
      body: true,
      categoryId: true,
      tags: { select: { tagId: true } },
    },
  },
  reply: { select: { id: true, body: true, accepted: { select: { id: true } } } },
} satisfies Prisma.NotificationSelect;

type Row = Prisma.NotificationGetPayload<{ select: typeof newsFields }>;
export type PendingNews = Omit<Row, 'thread'> & { thread: NonNullable<Row['thread']> };

/** More than this was not read for a long time; the oldest of it go first. */
const AT_ONCE = 100;

/** What somebody has not read and was not mailed, as far as it may be mailed to them now: they can still be reached, want
 * such mails, follow the thread, did not mute who wrote, and everybody may see it. Locks the person's row, so that all
 * mails to one person are decided one after the other: call it first in the transaction.
 * @returns null when there is nothing to say or nobody to say it to */
export async function choosePending(
  tx: Tx,
  personId: string,
  { threadId, before }: { threadId?: string; before: Date },
): Promise<{
  reader: { id: string; email: string; name: string; language: Language };
  pending: PendingNews[];
} | null> {
  await tx.person.updateMany({ where: { id: personId }, data: { sessionVersion: { increment: 0 } } });
  const person = await tx.person.findUnique({
    where: { id: personId },
    select: {
      email: true,
      name: true,
      language: true,
      suspendedAt: true,
      deletedAt: true,
      bounceScore: true,
    },
  });
  if (!person?.email || person.suspendedAt || person.deletedAt || isBouncedOut(person.bounceScore))
    return null;
  const rows = await tx.notification.findMany({
    where: {
      personId,
      mailedAt: null,
      readAt: null,
      at: { lte: before },
      threadId: threadId ?? { not: null },
      thread: { hiding: null },
      OR: [{ replyId: null }, { reply: { hiding: null } }],
    },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    take: AT_ONCE,
    select: newsFields,
  });
  if (rows.length === 0) return null;
  const threadIds = [...new Set(rows.flatMap((row) => row.thread?.id ?? []))];
  const [choices, mutes, stops] = [
    choicesFrom(await tx.notificationChoice.findMany({ where: { personId } })),
    await tx.mute.findMany({ where: { personId }, select: { mutedId: true } }),
    await tx.follow.findMany({
      where: { personId, threadId: { in: threadIds }, stoppedAt: { not: null } },
      select: { threadId: true },
    }),
  ];
  const muted = new Set(mutes.map((mute) => mute.mutedId));
  const stopped = new Set(stops.map((stop) => stop.threadId));
  const pending = rows.flatMap((row): PendingNews[] => {
    const { thread } = row;
    if (!thread || stopped.has(thread.id) || !isMailed(choices, row.kind)) return [];
    // It was taken back meanwhile.
    if (row.kind === 'accepted' && !row.reply?.accepted) return [];
    return row.byId && muted.has(row.byId) ? [] : [{ ...row, thread }];
  });
  if (pending.length === 0) return null;
  const { email, name } = person;
  const language = languageOf(person.language) ?? DEFAULT_LANGUAGE;
  return { reader: { id: personId, email, name, language }, pending };
}

/** One thing as its mail says it. */
export function mailedItem(item: PendingNews, siteUrl: string): MailedNews {
  const { thread, reply } = item;
  const href = threadHref(thread);
  return {
    kind: item.kind as Kind,
    reason: item.reason as Reason,
    by: item.by?.name ?? null,
    excerpt: plainText((reply ?? thread).body, MAIL_EXCERPT),
    url: siteUrl + (reply ? `${href}?reply=${reply.id}` : href),
  };
}
