import { ownerSince } from '@/lib/accounts/queries';
import type { Actor } from '@/lib/accounts/schema';
import { calendarDay, DAY, later, now } from '@/lib/clock';
import { isUniqueViolation, transaction } from '@/lib/db/transaction';
import { draftState, lastPublishedEnd, problemFacts } from '@/lib/digests/desk-queries';
import { draftText } from '@/lib/digests/draft-text';
import { canDraft } from '@/lib/digests/policy';
import { type DigestThread, dayWindow, digestWindow, firstDay, rankForDigest } from '@/lib/digests/rules';
import type { DraftReason } from '@/lib/digests/schema';
import type { Outcome } from '@/lib/errors';
import { oldestThreadAt, threadsBetween, type WindowThread } from '@/lib/forum/queries';
import { postHref } from '@/lib/forum/rules';
import { newId } from '@/lib/ids';
import { plainText } from '@/lib/markdown';
import { beginningOfMarkdown } from '@/lib/markdown-beginning';
import { shopSettings } from '@/lib/settings/queries';

/** First lines of an accepted answer: about three on a wide screen. */
const ANSWER_CHARS = 280;
/** Only the start is parsed for them. */
const ANSWER_SOURCE = 2_000;

/** Makes the draft of a day from the problems of its window. A draft that somebody edited, or that is published, is
 * never touched; an untouched one is made anew only with `refresh`.
 * @param date yyyy-mm-dd in the shop's time zone; a day that has not come, or is before the shop, is refused
 * @returns `made` false when there was one already */
export async function draftDigest(
  { date, refresh = false }: { date: string; refresh?: boolean },
  actor: Actor,
): Promise<Outcome<{ date: string; made: boolean }, DraftReason>> {
  if (!canDraft(actor)) return { ok: false, reason: 'not-allowed' };
  const { timeZone } = await shopSettings();
  if (date > calendarDay(now(), timeZone)) return { ok: false, reason: 'not-yet' };
  const beginnings = await Promise.all([ownerSince(), oldestThreadAt()]);
  if (date < firstDay(beginnings, now(), timeZone)) return { ok: false, reason: 'before-shop' };
  return { ok: true, date, made: await makeDraft(date, timeZone, refresh) };
}

/** What the timetable does each morning: today's draft waits for the owner. Nothing when it is there already, nor in a
 * new shop where nobody has asked yet: there the owner makes the first one when there is something to tell. */
export async function draftTodaysDigest(): Promise<void> {
  const { timeZone } = await shopSettings();
  const lastEnd = await lastPublishedEnd();
  if (lastEnd === null) {
    const { start, end } = digestWindow(lastEnd, now());
    if ((await threadsBetween(start, end)).length === 0) return;
  }
  await makeDraft(calendarDay(now(), timeZone), timeZone, false);
}

async function makeDraft(date: string, timeZone: string, refresh: boolean): Promise<boolean> {
  const before = await draftState(date);
  if (before && (!refresh || before.isEdited || before.isPublished)) return false;
  const at = now();
  const window =
    date === calendarDay(at, timeZone)
      ? digestWindow(await lastPublishedEnd(), at)
      : dayWindow(date, timeZone);
  const text = await composeDraft(window);
  const row = { ...text, windowStart: window.start, windowEnd: window.end, createdAt: at, updatedAt: at };
  if (before) {
    // Only the words that were looked at are replaced: an edit in between wins.
    const untouched = { date, updatedAt: before.updatedAt, publication: null };
    const replaced = await transaction((tx) => tx.digest.updateMany({ where: untouched, data: row }));
    return replaced.count === 1;
  }
  try {
    await transaction((tx) => tx.digest.create({ data: { id: newId(), date, ...row } }));
    return true;
  } catch (error) {
    // One digest a day: somebody else, perhaps another process, was first.
    if (isUniqueViolation(error)) return false;
    throw error;
  }
}

async function composeDraft(window: { start: Date; end: Date }) {
  const threads = await threadsBetween(window.start, window.end);
  const blocks = rankForDigest(await withFacts(threads));
  if (blocks.length > 0) return draftText(blocks, 0);
  const week = await threadsBetween(later(window.end, -7 * DAY), window.end);
  return draftText([], week.filter((thread) => thread.solvedInWindow).length);
}

async function withFacts(threads: readonly WindowThread[]): Promise<DigestThread[]> {
  const facts = new Map(
    (await problemFacts(threads.map((thread) => thread.id))).map((fact) => [fact.id, fact]),
  );
  return threads.flatMap((thread) => {
    const fact = facts.get(thread.id);
    // Hidden between the two looks.
    if (!fact) return [];
    return {
      problemId: fact.duplicateOfId ?? thread.id,
      title: thread.title,
      href: thread.href,
      askerId: fact.authorId,
      meTooIds: fact.meToos.map((meToo) => meToo.personId),
      tags: thread.tags.map((tag) => tag.slug),
      replyCount: thread.replyCount,
      createdAt: thread.createdAt,
      lastActivityAt: thread.lastActivityAt,
      article: fact.article && { title: fact.article.title, href: `/faq/${fact.article.slug}` },
      answer: thread.acceptedAnswer && {
        words: plainText(beginningOfMarkdown(thread.acceptedAnswer.body, ANSWER_SOURCE), ANSWER_CHARS),
        href: postHref(thread.id, thread.acceptedAnswer.id),
      },
    };
  });
}
