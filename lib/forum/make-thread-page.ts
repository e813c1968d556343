import { isStaff } from '@/lib/accounts/policy';
import type { Actor } from '@/lib/accounts/schema';
import type { Prisma } from '@/lib/db/client';
import { type AuthorLine, authorFields } from '@/lib/forum/make-thread-cards';
import {
  type Aside,
  asideFor,
  canAccept,
  canCurate,
  canEditReply,
  canEditThread,
  canFlag,
  canMarkDuplicate,
  canMeToo,
  canReply,
  canReport,
  canSee,
  canVote,
  canWithdraw,
  type ThreadFacts,
} from '@/lib/forum/policy';
import { threadHref } from '@/lib/forum/rules';

/** Why and when the shop hid or locked something. */
export type Measure = { reason: string; at: Date };

/** What is known of an accepted answer beside that it was accepted. */
export type AnswerStanding = {
  at: Date;
  /** Nobody said so, and nobody objected. */
  assumed: boolean;
  /** Two people say that it no longer works, and the staff has not looked yet. */
  reviewSince: Date | null;
  /** The staff found that it no longer holds. */
  outdatedAt: Date | null;
};

/** A reply as the thread page and the API show it. `body` is Markdown as written. */
export type ReplyView = {
  id: string;
  /** Its place in the thread, from 1. */
  number: number;
  body: string;
  author: AuthorLine;
  isAsker: boolean;
  createdAt: Date;
  editedAt: Date | null;
  hidden: Measure | null;
  /** How it stands there since a verified buyer reported it, until the shop has looked. */
  aside: Aside;
  /** Accepted and not outdated. */
  accepted: boolean;
  /** How the acceptance stands; null when it never was accepted. */
  answer: AnswerStanding | null;
  /** Whether the person who looks said that it no longer works. */
  reported: boolean;
  voteCount: number;
  /** Whether the person who looks voted for it. */
  voted: boolean;
  can: {
    edit: boolean;
    vote: boolean;
    flag: boolean;
    accept: boolean;
    report: boolean;
    withdraw: boolean;
    moderate: boolean;
  };
};

const measureFields = { select: { reason: true, at: true } } as const;

export const pageFields = {
  id: true,
  slug: true,
  title: true,
  body: true,
  authorId: true,
  createdAt: true,
  editedAt: true,
  replyCount: true,
  acceptedCount: true,
  meTooCount: true,
  lastNumber: true,
  sourceUrl: true,
  lock: measureFields,
  hiding: measureFields,
  category: { select: { slug: true, name: true } },
  tags: { select: { tag: { select: { slug: true, name: true } } } },
  author: { select: authorFields },
  duplicateCount: true,
  duplicateOf: {
    select: {
      target: {
        select: { id: true, slug: true, title: true, authorId: true, hiding: { select: { id: true } } },
      },
    },
  },
  article: { select: { slug: true, title: true, state: true } },
} as const satisfies Prisma.ThreadSelect;

/** @param actorId '' for a visitor, who has voted for nothing */
export function replyFields(actorId: string) {
  return {
    id: true,
    number: true,
    body: true,
    authorId: true,
    createdAt: true,
    editedAt: true,
    voteCount: true,
    hiding: measureFields,
    accepted: { select: { at: true, assumed: true, reviewSince: true, outdatedAt: true } },
    reports: { where: { personId: actorId }, select: { personId: true } },
    author: { select: authorFields },
    votes: { where: { personId: actorId }, select: { personId: true } },
  } satisfies Prisma.ReplySelect;
}

export type PageRow = Prisma.ThreadGetPayload<{ select: typeof pageFields }>;
export type ReplyRow = Prisma.ReplyGetPayload<{ select: ReturnType<typeof replyFields> }>;

/** What the policies ask of a row. */
export function factsOf(row: PageRow): ThreadFacts {
  return {
    authorId: row.authorId,
    createdAt: row.createdAt,
    isLocked: row.lock !== null,
    isHidden: row.hiding !== null,
  };
}

/** Where to read on, unless that is hidden from this person. */
export function duplicateOf(
  row: PageRow,
  actor: Actor | null,
): { id: string; href: string; title: string } | null {
  const target = row.duplicateOf?.target;
  if (!target || !canSee(actor, { authorId: target.authorId, isHidden: target.hiding !== null })) return null;
  return { id: target.id, href: threadHref(target), title: target.title };
}

/** A reply with what this person may do with it. */
export function makeReplyView(
  row: ReplyRow & { reportedByBuyer?: boolean },
  thread: ThreadFacts,
  author: AuthorLine,
  actor: Actor | null,
  now: Date,
): ReplyView {
  const facts = {
    authorId: row.authorId,
    createdAt: row.createdAt,
    isAccepted: row.accepted !== null,
    isHidden: row.hiding !== null,
  };
  return {
    id: row.id,
    number: row.number,
    body: row.body,
    author,
    isAsker: row.authorId === thread.authorId,
    createdAt: row.createdAt,
    editedAt: row.editedAt,
    hidden: row.hiding,
    aside: asideFor(actor, facts, row.reportedByBuyer === true),
    accepted: row.accepted !== null && row.accepted.outdatedAt === null,
    answer: row.accepted,
    reported: row.reports.length > 0,
    voteCount: row.voteCount,
    voted: row.votes.length > 0,
    can: {
      edit: canEditReply(actor, thread, facts, now),
      vote: canVote(actor, thread, facts),
      flag: canFlag(actor, { authorId: facts.authorId, isHidden: thread.isHidden || facts.isHidden }),
      accept: canAccept(actor, thread) && !facts.isHidden,
      report: canReport(actor, thread, facts) && row.accepted?.outdatedAt === null,
      withdraw: canWithdraw(actor, facts, now) && row.voteCount === 0,
      moderate: isStaff(actor),
    },
  };
}

/** What a person may do with the thread itself. */
export function threadPermissions(thread: ThreadFacts, actor: Actor | null, now: Date) {
  return {
    reply: canReply(actor, thread),
    edit: canEditThread(actor, thread, now),
    accept: canAccept(actor, thread),
    reopen: canAccept(actor, thread),
    markDuplicate: canMarkDuplicate(actor, thread),
    curate: canCurate(actor),
    meToo: canMeToo(actor, thread),
    flag: canFlag(actor, thread),
    moderate: isStaff(actor),
    hide: isStaff(actor) && !thread.isHidden,
    restore: isStaff(actor) && thread.isHidden,
    lock: isStaff(actor) && !thread.isLocked,
    unlock: isStaff(actor) && thread.isLocked,
    promote: isStaff(actor) && !thread.isHidden,
  };
}
