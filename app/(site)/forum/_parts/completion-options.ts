import { isRecord } from '@/app/_ui/suggestions';
import type { Choice, Typed } from '@/app/(site)/forum/_parts/completion';
import { findEmoji } from '@/app/(site)/forum/_parts/emoji';

/** How a name is typed so that the site reads it as one; twin of `mentionOf` in lib/mentions.ts, whose parser has no
 * business in a browser (a unit test compares them). */
export function nameAsTyped(name: string): string {
  return /^[\p{L}\p{Nd}](?:[\p{L}\p{M}\p{Nd}._'-]*[\p{L}\p{M}\p{Nd}_])?$/u.test(name)
    ? `@${name}`
    : `@"${name}"`;
}

/** Choices for what is being typed. Loaded with the emoji when somebody first types `@` or `:`. */
export async function choicesFor(
  typed: Typed,
  threadId: string | undefined,
  signal: AbortSignal,
): Promise<Choice[]> {
  if (typed.kind === 'emoji') {
    return findEmoji(typed.query).map(({ sign, name }) => ({ insert: sign, label: sign, hint: name }));
  }
  const asked = new URLSearchParams({ q: typed.query, ...(threadId ? { thread: threadId } : {}) });
  const response = await fetch(`/api/people?${asked}`, { signal, headers: { accept: 'application/json' } });
  if (!response.ok) return [];
  const answer: unknown = await response.json();
  const people = isRecord(answer) && Array.isArray(answer.people) ? answer.people.filter(isRecord) : [];
  return people.flatMap(({ name }) =>
    typeof name === 'string' ? [{ insert: `${nameAsTyped(name)} `, label: name }] : [],
  );
}
