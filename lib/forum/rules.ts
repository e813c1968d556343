import { createHash } from 'node:crypto';
import { DAY, HOUR, MINUTE } from '@/lib/clock';
import { plainText } from '@/lib/markdown';
import { beginningOfMarkdown } from '@/lib/markdown-beginning';

/** What a list says of a thread at a glance; `unsolved` has replies, none of them accepted. */
export type ThreadState = 'solved' | 'unsolved' | 'unanswered';

/** Solved when an answer is accepted, unanswered when nobody else's words are to be seen. */
export function threadState(counts: { acceptedCount: number; replyCount: number }): ThreadState {
  if (counts.acceptedCount > 0) return 'solved';
  return counts.replyCount === 0 ? 'unanswered' : 'unsolved';
}

/** The same words by the same person within this time are one post (double submit, a second click, a reload). */
export const SAME_POST_WITHIN = 10 * MINUTE;

/** What makes two posts the same post: author, place and words. The time is not in it: a row that is older than
 * `SAME_POST_WITHIN` gives its key up, so no border between two time slots lets a double through. */
export function dedupeKeyOf(authorId: string, place: string, ...words: string[]): string {
  const hash = createHash('sha256');
  for (const part of [authorId, place, ...words]) hash.update(`${part.length}:${part}`);
  return hash.digest('base64url');
}

/** Posts before this moment no longer count as the same post. */
export function samePostSince(now: Date): Date {
  return new Date(now.getTime() - SAME_POST_WITHIN);
}

/** An edit this soon is the author finishing the post: no mark, no history. */
export const SILENT_EDIT_WITHIN = 5 * MINUTE;

/** Whether an edit shows ("edited", with what it said before). */
export function isVisibleEdit(createdAt: Date, now: Date): boolean {
  return now.getTime() - createdAt.getTime() > SILENT_EDIT_WITHIN;
}

/** Age counts up to here: what waited two weeks is not less urgent than what waited ten years, nor more. */
export const AGE_COUNTS_UP_TO = 14 * DAY;
export const HOURS_COUNTED_AT_MOST = AGE_COUNTS_UP_TO / HOUR;
/** A question of this moment presses as much as one of an hour. */
export const AGE_COUNTS_FROM = HOUR;

/** How much an unsolved thread asks for attention: people affected × hours waited. */
export function urgencyOf(thread: { meTooCount: number; createdAt: Date }, now: Date): number {
  const age = Math.min(
    Math.max(now.getTime() - thread.createdAt.getTime(), AGE_COUNTS_FROM),
    AGE_COUNTS_UP_TO,
  );
  return (1 + thread.meTooCount) * (age / HOUR);
}

/** The most urgent first; of equals the one with the latest activity. */
export function byUrgency<T extends { meTooCount: number; createdAt: Date; lastActivityAt: Date }>(
  threads: readonly T[],
  now: Date,
): T[] {
  return [...threads].sort(
    (a, b) =>
      urgencyOf(b, now) - urgencyOf(a, now) || b.lastActivityAt.getTime() - a.lastActivityAt.getTime(),
  );
}

/** The address of a thread. */
export function threadHref(thread: { id: string; slug: string }): string {
  return `/t/${thread.id}/${encodeURIComponent(thread.slug)}`;
}

/** The address of a reply whichever page of its thread it is on, short enough to stand in a text. */
export function postHref(threadId: string, replyId: string): string {
  return `/t/${threadId}?reply=${replyId}`;
}

const EXCERPT_LENGTH = 180;
/** Only the start is read for an excerpt: a list of thirty long posts must not cost thirty long parses. */
export const EXCERPT_SOURCE = 800;

/** The first words of a post as plain text. */
export function excerptOf(body: string, length = EXCERPT_LENGTH): string {
  return plainText(beginningOfMarkdown(body, EXCERPT_SOURCE), length);
}

/** Who asks is answered by the shop within a day (defaults): customers expect one. */
export const ANSWER_PROMISE = DAY;

/** When the shop's answer to a thread is due. An accepted answer, whoever gave it, keeps the promise. */
export function answerDueAt(thread: { createdAt: Date }): Date {
  return new Date(thread.createdAt.getTime() + ANSWER_PROMISE);
}

/** The tag of a thread that names something this person bought: the product is called like the tag, or begins with it as
 * whole words ("Lantern, small" under "lantern"). Answers the tag's own name, not the product's: what is written on an
 * order may be personal.
 * @param products slugs of what they bought */
export function boughtTag(
  tags: readonly { slug: string; name: string }[],
  products: readonly string[],
): string | null {
  const tag = tags.find(({ slug }) =>
    products.some((product) => product === slug || product.startsWith(`${slug}-`)),
  );
  return tag?.name ?? null;
}
