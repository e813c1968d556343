import type { Actor } from '@/lib/accounts/schema';
import type { Outcome } from '@/lib/errors';
import { articleCards } from '@/lib/faq/queries';
import { threadCards } from '@/lib/forum/queries';
import type { SolvedBy } from '@/lib/search/schema';

/** Where the answer stands that somebody says solved it before asking; found here, so that the form cannot send anybody
 * elsewhere. */
export async function openAnswer(
  { kind, id }: SolvedBy['answer'],
  actor: Actor | null,
): Promise<Outcome<{ href: string }, 'not-found'>> {
  const [card] = kind === 'article' ? await articleCards([id]) : await threadCards([id], actor);
  return card ? { ok: true, href: card.href } : { ok: false, reason: 'not-found' };
}
