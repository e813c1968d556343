import { later, now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { type Tx, transaction } from '@/lib/db/transaction';
import { stillSolvedMail } from '@/lib/forum/solutions/mails';
import { ASK_AFTER, ASK_WITHIN, replyToAskAbout } from '@/lib/forum/solutions/rules';
import { whetherSolvedUrl } from '@/lib/forum/solutions/sign-whether-link';
import { newId } from '@/lib/ids';
import { queueMail } from '@/lib/mail/queue-mail';
import { plainText } from '@/lib/markdown';
import { shopSettings } from '@/lib/settings/queries';
import { DEFAULT_LANGUAGE, type Language, languageOf } from '@/lib/words/languages';

/** One hour's work; what is left comes with the next. */
const THREADS_AT_ONCE = 200;
/** From this score on an address refuses our mail (defaults: stop at 4). */
const BOUNCES_TO_STOP = 4;
const EXCERPT = 400;

const open = { hiding: null, lock: null, mergedIntoId: null } as const;

/** Asks the people who had a problem whether it is solved, three days after it was said to be, or after the last reply where
 * nobody said anything: one mail for each of them and answer. */
export async function askWhetherSolved(): Promise<void> {
  const at = now();
  const rested = { lte: later(at, -ASK_AFTER), gte: later(at, -ASK_WITHIN) };
  const accepted = await db.acceptedAnswer.findMany({
    where: {
      at: rested,
      outdatedAt: null,
      assumed: false,
      thread: open,
      reply: { hiding: null, asked: { none: {} } },
    },
    select: { threadId: true, replyId: true },
    orderBy: { at: 'asc' },
    take: THREADS_AT_ONCE,
  });
  for (const { threadId, replyId } of accepted) await startRound(threadId, replyId);
  for (const threadId of await quietThreads(rested)) {
    const replyId = await replyOfQuietThread(threadId);
    if (replyId !== null) await startRound(threadId, replyId);
  }
}

/** Open threads with replies that have rested; one that was asked about before is asked about again only once reopened. */
async function quietThreads(rested: { lte: Date; gte: Date }): Promise<string[]> {
  const threads = await db.thread.findMany({
    where: {
      ...open,
      acceptedCount: 0,
      replyCount: { gt: 0 },
      lastActivityAt: rested,
      author: { email: { not: null } },
      accepted: { none: {} },
    },
    select: {
      id: true,
      rounds: { select: { askedAt: true }, orderBy: { askedAt: 'desc' }, take: 1 },
      events: { where: { kind: 'reopened' }, select: { at: true }, orderBy: { at: 'desc' }, take: 1 },
    },
    orderBy: { lastActivityAt: 'asc' },
    take: THREADS_AT_ONCE,
  });
  return threads
    .filter(({ rounds: [round], events: [reopened] }) => !round || (reopened && reopened.at > round.askedAt))
    .map(({ id }) => id);
}

async function replyOfQuietThread(threadId: string): Promise<string | null> {
  const thread = await db.thread.findUniqueOrThrow({
    where: { id: threadId },
    select: {
      authorId: true,
      replies: {
        where: { hiding: null },
        select: {
          id: true,
          authorId: true,
          voteCount: true,
          createdAt: true,
          author: { select: { role: true } },
        },
        orderBy: { number: 'desc' },
        take: 200,
      },
    },
  });
  const candidates = thread.replies.map(({ author, ...reply }) => ({
    ...reply,
    byStaff: author.role !== 'member',
  }));
  return replyToAskAbout(candidates, thread.authorId)?.id ?? null;
}

async function startRound(threadId: string, replyId: string): Promise<void> {
  const settings = await shopSettings();
  await transaction(async (tx) => {
    await tx.thread.updateMany({ where: { id: threadId }, data: { replyCount: { increment: 0 } } });
    // Another process was faster, or something changed since we looked.
    const openRounds = await tx.solvedRound.count({
      where: { threadId, OR: [{ closedAt: null }, { replyId, askedAt: { gt: later(now(), -ASK_AFTER) } }] },
    });
    const reply = await tx.reply.findFirst({
      where: { id: replyId, threadId, hiding: null, thread: open },
      select: {
        body: true,
        authorId: true,
        author: { select: { name: true } },
        accepted: { select: { byId: true, outdatedAt: true } },
        thread: { select: { title: true, authorId: true } },
      },
    });
    if (openRounds > 0 || !reply) return;
    const people = await peopleToAsk(tx, threadId, reply);
    const round = { id: newId(), threadId, replyId, askedAt: now() };
    // Nobody to ask is an answer, too: the round is kept so that the thread does not come up every hour.
    const closed = people.length === 0 ? { closedAt: now(), outcome: 'nobody' } : {};
    await tx.solvedRound.create({ data: { ...round, ...closed } });
    for (const person of people) {
      const ask = { id: newId(), roundId: round.id, personId: person.id };
      await tx.solvedAsk.create({ data: ask });
      await queueMail(tx, {
        dedupeKey: `still-solved:${ask.id}`,
        to: { email: person.email, name: person.name },
        shopName: settings.shopName,
        content: stillSolvedMail(
          {
            title: reply.thread.title,
            by: reply.author.name,
            excerpt: plainText(reply.body.slice(0, EXCERPT * 2), EXCERPT),
            isAsker: person.id === reply.thread.authorId,
            wasAccepted: reply.accepted !== null && reply.accepted.outdatedAt === null,
            url: whetherSolvedUrl(ask.id),
          },
          person.language,
        ),
      });
    }
  });
}

/** The asker and everybody who said "me too", if they can be mailed; not who wrote the answer or said already that it was one. */
async function peopleToAsk(
  tx: Tx,
  threadId: string,
  reply: { authorId: string; accepted: { byId: string } | null },
): Promise<{ id: string; name: string; email: string; language: Language }[]> {
  const people = await tx.person.findMany({
    where: {
      OR: [{ threads: { some: { id: threadId } } }, { meToos: { some: { threadId } } }],
      id: { notIn: [reply.authorId, reply.accepted?.byId ?? reply.authorId] },
      email: { not: null },
      suspendedAt: null,
      deletedAt: null,
      bounceScore: { lt: BOUNCES_TO_STOP },
      // Whoever stopped the thread is not asked about it.
      follows: { none: { threadId, stoppedAt: { not: null } } },
    },
    select: { id: true, name: true, email: true, language: true },
  });
  return people.flatMap(({ email, language, ...person }) =>
    email === null ? [] : [{ ...person, email, language: languageOf(language) ?? DEFAULT_LANGUAGE }],
  );
}
