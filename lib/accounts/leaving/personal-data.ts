import type { Actor } from '@/lib/accounts/schema';
import { db } from '@/lib/db/client';

const author = { authorId: '' };

/** Everything that is kept about a person and under their name, as it lies in our tables: their own rows only, and nothing of
 * other people in them. Times in UTC, amounts in minor units. Secrets (hashes of passwords, tokens, links) stay here. */
export async function personalData(actor: Actor): Promise<Record<string, unknown>> {
  const personId = actor.id;
  const own = { ...author, authorId: personId };
  const person = await db.person.findUniqueOrThrow({
    where: { id: personId },
    select: {
      name: true,
      email: true,
      role: true,
      about: true,
      language: true,
      showsPurchases: true,
      createdAt: true,
    },
  });
  const newest = { orderBy: { createdAt: 'asc' } } as const;
  const post = { id: true, body: true, createdAt: true, editedAt: true } as const;
  return {
    person,
    threads: await db.thread.findMany({
      where: own,
      ...newest,
      select: {
        ...post,
        title: true,
        category: { select: { name: true } },
        tags: { select: { tag: { select: { name: true } } } },
        details: { select: { orderNumber: true, address: true, note: true, at: true } },
      },
    }),
    replies: await db.reply.findMany({
      where: own,
      ...newest,
      select: { ...post, threadId: true, number: true, voteCount: true },
    }),
    earlierVersions: await db.postRevision.findMany({
      where: { byId: personId },
      orderBy: { at: 'asc' },
      select: { threadId: true, replyId: true, title: true, body: true, at: true },
    }),
    votes: await db.replyVote.findMany({ where: { personId }, select: { replyId: true, at: true } }),
    sameProblem: await db.meToo.findMany({ where: { personId }, select: { threadId: true, at: true } }),
    followed: await db.follow.findMany({
      where: { personId },
      select: { threadId: true, categoryId: true, tagId: true, reason: true, stoppedAt: true, at: true },
    }),
    muted: await db.mute.findMany({
      where: { personId },
      select: { muted: { select: { name: true } }, at: true },
    }),
    read: await db.readPosition.findMany({
      where: { personId },
      select: { threadId: true, number: true, at: true },
    }),
    drafts: await db.draft.findMany({
      where: { holder: `person:${personId}` },
      select: { key: true, fields: true, updatedAt: true },
    }),
    files: await ownFiles(personId),
    notifications: await db.notification.findMany({
      where: { personId },
      select: { kind: true, reason: true, threadId: true, replyId: true, at: true, readAt: true },
    }),
    devices: await db.session.findMany({
      where: { personId },
      select: { userAgent: true, createdAt: true, lastSeenAt: true },
    }),
    orders: actor.email === null ? [] : await ordersMadeWith(actor.email),
  };
}

/** The files somebody gave, oldest first. */
export function ownFiles(personId: string) {
  return db.upload.findMany({
    where: { ownerId: personId },
    orderBy: { createdAt: 'asc' },
    select: { fileName: true, title: true, kind: true, bytes: true, createdAt: true },
  });
}

function ordersMadeWith(email: string) {
  return db.order.findMany({
    where: { email },
    orderBy: { createdAt: 'asc' },
    select: {
      number: true,
      currency: true,
      totalMinor: true,
      capturedMinor: true,
      paidAt: true,
      language: true,
      items: { select: { name: true, quantity: true, unitMinor: true }, orderBy: { position: 'asc' } },
      refunds: {
        orderBy: { seq: 'asc' },
        select: {
          id: true,
          amountMinor: true,
          state: true,
          reason: true,
          createdAt: true,
          events: { select: { toState: true, at: true }, orderBy: { position: 'asc' } },
          creditNotes: {
            select: { year: true, number: true, content: true, issuedAt: true },
            orderBy: { position: 'asc' },
          },
        },
      },
    },
  });
}
