import { slugify } from '@/lib/slug';

/** Longest address of an article, without the number that tells namesakes apart. */
const SLUG_BASE_MAX = 80;

/** The n-th address to try for a title: "returns", "returns-2", "returns-3" … */
export function slugChoice(title: string, attempt: number): string {
  const base = slugify(title, SLUG_BASE_MAX);
  return attempt === 0 ? base : `${base}-${attempt + 1}`;
}

/** How useful an article has proved: who was helped, less those who were not. For the list of popular answers. */
export function popularity(article: { helpedCount: number; notHelpedCount: number }): number {
  return article.helpedCount - article.notHelpedCount;
}

/** The moment of a save. Always after the one before, so that "changed since" can be told within a millisecond. */
export function momentOfSave(now: Date, before: Date): Date {
  return new Date(Math.max(now.getTime(), before.getTime() + 1));
}

/** The body of an article promoted from a thread: the accepted answers, or the question where there are none. */
export function bodyFromAnswers(thread: { body: string; acceptedBodies: readonly string[] }): string {
  if (thread.acceptedBodies.length === 0) return thread.body;
  return thread.acceptedBodies.join('\n\n---\n\n');
}
