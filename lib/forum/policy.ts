import { isStaff } from '@/lib/accounts/policy';
import type { Actor } from '@/lib/accounts/schema';
import { DAY, MINUTE } from '@/lib/clock';

/** What the rules need to know of a thread. */
export type ThreadFacts = { authorId: string; createdAt: Date; isLocked: boolean; isHidden: boolean };
/** What the rules need to know of a reply. */
export type ReplyFacts = { authorId: string; createdAt: Date; isAccepted: boolean; isHidden: boolean };

/** Own words can be changed for a day; after that others have answered them (defaults). */
export const EDIT_WITHIN = DAY;

/** Posting can be taken back for as long as nobody has been mailed about it (defaults). */
export const WITHDRAW_WITHIN = 2 * MINUTE;

/** A hidden post exists for the staff and its author only. */
export function canSee(actor: Actor | null, post: { authorId: string; isHidden: boolean }): boolean {
  return !post.isHidden || isStaff(actor) || actor?.id === post.authorId;
}

/** A locked thread takes no reply from anybody: the staff unlocks it first, so that everybody may answer back. */
export function canReply(actor: Actor | null, thread: ThreadFacts): boolean {
  return actor !== null && !thread.isLocked && !thread.isHidden;
}

/** The asker for a day, the staff always. */
export function canEditThread(actor: Actor | null, thread: ThreadFacts, now: Date): boolean {
  if (isStaff(actor)) return true;
  return isOpen(thread) && actor?.id === thread.authorId && isYoung(thread.createdAt, now);
}

/** Its author for a day, longer when it was accepted (a right answer is kept right); the staff always. */
export function canEditReply(
  actor: Actor | null,
  thread: ThreadFacts,
  reply: ReplyFacts,
  now: Date,
): boolean {
  if (isStaff(actor)) return true;
  if (!isOpen(thread) || reply.isHidden || actor?.id !== reply.authorId) return false;
  return reply.isAccepted || isYoung(reply.createdAt, now);
}

/** Its author, for a moment, while nobody has said anything about it. */
export function canWithdraw(actor: Actor | null, reply: ReplyFacts, now: Date): boolean {
  if (actor?.id !== reply.authorId || reply.isAccepted || reply.isHidden) return false;
  return now.getTime() - reply.createdAt.getTime() <= WITHDRAW_WITHIN;
}

/** The asker and the staff say which replies solved it; in a locked or hidden thread the staff alone. */
export function canAccept(actor: Actor | null, thread: ThreadFacts): boolean {
  if (isStaff(actor)) return true;
  return isOpen(thread) && actor?.id === thread.authorId;
}

/** The asker and the staff say that it is the same problem as another one. */
export function canMarkDuplicate(actor: Actor | null, thread: ThreadFacts): boolean {
  return canAccept(actor, thread);
}

/** Merging and splitting put other people's words elsewhere: the staff alone. */
export function canCurate(actor: Actor | null): boolean {
  return isStaff(actor);
}

/** Everybody but the author, while the post can be seen by all and talked about. */
export function canVote(actor: Actor | null, thread: ThreadFacts, reply: ReplyFacts): boolean {
  return actor !== null && isOpen(thread) && !reply.isHidden && actor.id !== reply.authorId;
}

/** Everybody but its author may say that an accepted answer no longer works. */
export function canReport(actor: Actor | null, thread: ThreadFacts, reply: ReplyFacts): boolean {
  return canVote(actor, thread, reply) && reply.isAccepted;
}

/** Everybody but the asker, who is counted anyway. */
export function canMeToo(actor: Actor | null, thread: ThreadFacts): boolean {
  return actor !== null && isOpen(thread) && actor.id !== thread.authorId;
}

/** Everybody may point the staff at what others wrote. */
export function canFlag(actor: Actor | null, post: { authorId: string; isHidden: boolean }): boolean {
  return actor !== null && !post.isHidden && actor.id !== post.authorId;
}

/** What a verified buyer reported is folded for readers until the shop has looked, and pointed out to the staff; its author
 * sees it as it is. */
export type Aside = 'folded' | 'pointed-out' | null;

export function asideFor(actor: Actor | null, post: { authorId: string }, isReported: boolean): Aside {
  if (!isReported) return null;
  if (isStaff(actor)) return 'pointed-out';
  return actor?.id === post.authorId ? null : 'folded';
}

function isOpen(thread: ThreadFacts): boolean {
  return !thread.isLocked && !thread.isHidden;
}

function isYoung(createdAt: Date, now: Date): boolean {
  return now.getTime() - createdAt.getTime() <= EDIT_WITHIN;
}
