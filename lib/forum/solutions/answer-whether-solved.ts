import { later, now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { type Tx, transaction } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { threadHref } from '@/lib/forum/rules';
import { acceptWithin } from '@/lib/forum/solutions/accept-answer';
import { reopenWithin } from '@/lib/forum/solutions/reopen-thread';
import { ASSUME_AFTER, outcomeOfSilence, reopens } from '@/lib/forum/solutions/rules';
import type { AnswerWhetherSolved, WhetherReason } from '@/lib/forum/solutions/schema';
import { askOfToken } from '@/lib/forum/solutions/sign-whether-link';

type Answered = { solved: boolean; reopened: boolean; threadHref: string };

/** Takes one person's answer to "did this solve it?". It can be changed while the round is open; the asker's yes marks the
 * solution, the asker's no or two others' reopen the question. */
export async function answerWhetherSolved(
  input: AnswerWhetherSolved,
): Promise<Outcome<Answered, WhetherReason>> {
  const askId = askOfToken(input.token);
  const ask =
    askId === null ? null : await db.solvedAsk.findUnique({ where: { id: askId }, select: askFields });
  if (!ask || ask.round.thread.hiding) return { ok: false, reason: 'gone' };
  const { threadId, thread } = ask.round;
  return transaction(async (tx) => {
    await tx.thread.updateMany({ where: { id: threadId }, data: { replyCount: { increment: 0 } } });
    await tx.solvedAsk.update({
      where: { id: ask.id },
      data: { solved: input.solved, answeredAt: now() },
      select: { id: true },
    });
    const reopened = await settle(tx, ask.roundId, { isLast: false });
    return { ok: true, solved: input.solved, reopened, threadHref: threadHref(thread) };
  });
}

const askFields = {
  id: true,
  roundId: true,
  round: {
    select: {
      threadId: true,
      thread: { select: { id: true, slug: true, hiding: { select: { id: true } } } },
    },
  },
} as const;

/** Closes the rounds that nobody has answered for a week: silence is assumed to mean solved. */
export async function closeSilentRounds(): Promise<void> {
  const due = await db.solvedRound.findMany({
    where: { closedAt: null, askedAt: { lte: later(now(), -ASSUME_AFTER) } },
    select: { id: true, threadId: true },
    orderBy: { askedAt: 'asc' },
    take: 500,
  });
  for (const { id, threadId } of due) {
    await transaction(async (tx) => {
      await tx.thread.updateMany({ where: { id: threadId }, data: { replyCount: { increment: 0 } } });
      await settle(tx, id, { isLast: true });
    });
  }
}

/** Draws the consequence of what was said so far. @returns whether the question was reopened by it */
async function settle(tx: Tx, roundId: string, { isLast }: { isLast: boolean }): Promise<boolean> {
  const round = await tx.solvedRound.findUniqueOrThrow({
    where: { id: roundId },
    select: {
      threadId: true,
      replyId: true,
      closedAt: true,
      thread: { select: { authorId: true, acceptedCount: true, lock: { select: { id: true } } } },
      reply: { select: { threadId: true, hiding: { select: { id: true } } } },
      asks: { select: { personId: true, solved: true } },
    },
  });
  const { threadId, replyId } = round;
  const close = (outcome: string) =>
    tx.solvedRound.updateMany({
      where: { id: roundId, closedAt: null },
      data: { closedAt: now(), outcome },
    });
  if (round.reply.hiding || round.reply.threadId !== threadId || round.thread.lock) {
    await close('overtaken');
    return false;
  }
  const { authorId } = round.thread;
  const said = round.asks.map(({ personId, solved }) => ({ isAsker: personId === authorId, solved }));
  if (reopens(said)) {
    await close('reopened');
    return reopenWithin(tx, threadId, null);
  }
  const isOpen = round.thread.acceptedCount === 0;
  const askerSaysYes = said.some(({ isAsker, solved }) => isAsker && solved === true);
  if (askerSaysYes) {
    await acceptWithin(tx, { threadId, replyId }, { byId: authorId, assumed: false });
    await close('confirmed');
    return false;
  }
  if (!isLast || round.closedAt) return false;
  const outcome = outcomeOfSilence(said, isOpen);
  if (isOpen && outcome !== 'contested') {
    await acceptWithin(tx, { threadId, replyId }, { byId: authorId, assumed: true });
  }
  await close(outcome);
  return false;
}
