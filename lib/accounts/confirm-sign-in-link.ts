import type { ConfirmLinkForm } from '@/lib/accounts/schema';
import { type Confirmed, takeSignInLink } from '@/lib/accounts/take-sign-in-link';
import { db } from '@/lib/db/client';
import { hashToken } from '@/lib/secrets';
import type { Language } from '@/lib/words/languages';

/** Uses a mailed link, see `takeSignInLink`.
 * @param browserToken the cookie of this browser: only with it a password chosen at sign-up takes effect
 * @param language of the page, for somebody new */
export async function confirmSignInLink(
  input: ConfirmLinkForm,
  browserToken: string | null,
  language: Language | null = null,
): Promise<Confirmed> {
  // Read before the transaction, so that an unknown token writes nothing; the claim there decides.
  const link = await db.signInLink.findUnique({ where: { tokenHash: hashToken(input.token) } });
  if (!link) return { ok: false, reason: 'link-gone' };
  return await takeSignInLink(link, input.name, browserToken, language);
}
