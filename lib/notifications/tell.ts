import { nameSkeleton } from '@/lib/accounts/names';
import { db } from '@/lib/db/client';
import { followersOf } from '@/lib/following/queries';
import { MENTIONS_MAX, mentionsIn } from '@/lib/mentions';
import { notify } from '@/lib/notifications/notify';
import { strongestReasons } from '@/lib/notifications/rules';

/** Nobody is told of what not everybody may see. */
const VISIBLE = { hiding: null } as const;
const LISTED = { hiding: null, mergedIntoId: null } as const;

/** A reply was posted: the asker, whoever it names, and who follows the thread, its category or a tag. */
export async function tellOfReply(replyId: string): Promise<void> {
  const reply = await db.reply.findFirst({
    where: { id: replyId, ...VISIBLE, thread: LISTED },
    select: { body: true, authorId: true, threadId: true, thread: { select: { authorId: true } } },
  });
  if (!reply) return;
  const { all, stopped } = await followersOf(reply.threadId);
  const asker = reply.thread.authorId;
  await notify({
    eventKey: `reply:${replyId}`,
    kind: 'reply',
    threadId: reply.threadId,
    replyId,
    byId: reply.authorId,
    people: strongestReasons([
      { reason: 'follow', people: all },
      { reason: 'mention', people: await peopleNamedIn(reply.body) },
      { reason: 'yours', people: stopped.has(asker) ? [] : [asker] },
    ]),
  });
}

/** A question was asked: whoever it names, and who follows its category or a tag. */
export async function tellOfThread(threadId: string): Promise<void> {
  const thread = await db.thread.findFirst({
    where: { id: threadId, ...LISTED },
    select: { body: true, authorId: true },
  });
  if (!thread) return;
  const { ofPlaces } = await followersOf(threadId);
  const named = new Set(await peopleNamedIn(thread.body));
  const news = { eventKey: `thread:${threadId}`, threadId, byId: thread.authorId };
  await notify({
    ...news,
    kind: 'mention',
    people: strongestReasons([{ reason: 'mention', people: named }]),
  });
  const others = ofPlaces.filter((id) => !named.has(id));
  await notify({
    ...news,
    kind: 'question',
    people: strongestReasons([{ reason: 'follow', people: others }]),
  });
}

/** A post was edited: only who it names now and has not been told of it. The key is the one of the post itself, so that
 * naming somebody again and again tells them once, and others in every edit no more people than one post may call. */
export async function tellOfEdit({
  threadId,
  replyId,
}: {
  threadId: string;
  replyId: string | null;
}): Promise<void> {
  const post = replyId
    ? await db.reply.findFirst({
        where: { id: replyId, ...VISIBLE, thread: LISTED },
        select: { body: true, authorId: true },
      })
    : await db.thread.findFirst({
        where: { id: threadId, ...LISTED },
        select: { body: true, authorId: true },
      });
  if (!post) return;
  const eventKey = replyId ? `reply:${replyId}` : `thread:${threadId}`;
  const named = await peopleNamedIn(post.body);
  const told = await db.notification.findMany({
    where: { eventKey, personId: { in: named } },
    select: { personId: true },
  });
  const known = new Set(told.map(({ personId }) => personId));
  const called = await db.notification.count({ where: { threadId, eventKey, reason: 'mention' } });
  const newly = named.filter((id) => !known.has(id)).slice(0, Math.max(0, MENTIONS_MAX - called));
  await notify({
    eventKey,
    kind: 'mention',
    threadId,
    ...(replyId ? { replyId } : {}),
    byId: post.authorId,
    people: strongestReasons([{ reason: 'mention', people: newly }]),
  });
}

/** A reply was accepted: its author. Not when it was taken back meanwhile. */
export async function tellOfAcceptance(replyId: string): Promise<void> {
  const accepted = await db.acceptedAnswer.findFirst({
    where: { replyId, reply: VISIBLE, thread: LISTED },
    select: { byId: true, threadId: true, reply: { select: { authorId: true } } },
  });
  if (!accepted) return;
  await notify({
    eventKey: `accepted:${replyId}`,
    kind: 'accepted',
    threadId: accepted.threadId,
    replyId,
    byId: accepted.byId,
    people: strongestReasons([{ reason: 'yours', people: [accepted.reply.authorId] }]),
  });
}

/** A solved thread is open again: its asker and who follows it. */
export async function tellOfReopening(threadId: string): Promise<void> {
  const event = await db.threadEvent.findFirst({
    where: { threadId, kind: 'reopened' },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { id: true, byId: true },
  });
  if (event) await tellFollowers('reopened', `reopened:${event.id}`, { threadId, byId: event.byId });
}

/** The staff found that a solution no longer holds: the asker and who follows the thread. */
export async function tellOfOutdated({
  threadId,
  replyId,
}: {
  threadId: string;
  replyId: string;
}): Promise<void> {
  await tellFollowers('outdated', `outdated:${replyId}`, { threadId, replyId, byId: null });
}

async function tellFollowers(
  kind: 'reopened' | 'outdated',
  eventKey: string,
  about: { threadId: string; replyId?: string; byId: string | null },
): Promise<void> {
  const { threadId, replyId, byId } = about;
  const thread = await db.thread.findFirst({
    where: { id: threadId, ...LISTED },
    select: { authorId: true },
  });
  if (!thread) return;
  const { all, stopped } = await followersOf(threadId);
  const asker = stopped.has(thread.authorId) ? [] : [thread.authorId];
  await notify({
    eventKey,
    kind,
    threadId,
    ...(replyId ? { replyId } : {}),
    ...(byId ? { byId } : {}),
    people: strongestReasons([
      { reason: 'follow', people: all },
      { reason: 'yours', people: asker },
    ]),
  });
}

async function peopleNamedIn(markdown: string): Promise<string[]> {
  const skeletons = mentionsIn(markdown).map(nameSkeleton);
  if (skeletons.length === 0) return [];
  const people = await db.person.findMany({
    where: { nameSkeleton: { in: skeletons } },
    select: { id: true },
  });
  return people.map(({ id }) => id);
}
