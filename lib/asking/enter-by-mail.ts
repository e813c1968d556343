import { confirmSignInCode } from '@/lib/accounts/confirm-sign-in-code';
import { confirmSignInLink } from '@/lib/accounts/confirm-sign-in-link';
import type { ConfirmCodeForm, ConfirmLinkForm } from '@/lib/accounts/schema';
import type { Confirmed } from '@/lib/accounts/take-sign-in-link';
import { postWaitingQuestion } from '@/lib/asking/post-waiting-question';
import { askedByLink, askedInBrowser } from '@/lib/asking/queries';
import type { Language } from '@/lib/words/languages';

/** Nobody (null) where the link was used before, and the question that waited for it is all there is to show. */
type Entered = { ok: true; personId: string | null; redirectTo: string };

/** Confirms a mailed link, and posts the question that waited for it.
 * @param language of the page, for somebody new */
export async function enterByLink(
  input: ConfirmLinkForm,
  browserToken: string | null,
  language: Language | null = null,
): Promise<Entered | Extract<Confirmed, { ok: false }>> {
  const confirmed = await confirmSignInLink(input, browserToken, language);
  if (confirmed.ok) return await enter(confirmed);
  const href = confirmed.reason === 'link-gone' ? await askedByLink(input.token) : null;
  return href === null ? confirmed : { ok: true, personId: null, redirectTo: href };
}

/** The same with the six digits of the mail. */
export async function enterByCode(
  input: ConfirmCodeForm,
  browserToken: string | null,
  language: Language | null = null,
) {
  const confirmed = await confirmSignInCode(input, browserToken, language);
  if (confirmed.ok) return await enter(confirmed);
  const isOver = confirmed.reason === 'code-wrong' || confirmed.reason === 'link-gone';
  const asked = isOver ? await askedInBrowser(browserToken) : null;
  if (!asked?.href) return confirmed;
  return { ok: true, personId: null, redirectTo: asked.href } satisfies Entered;
}

async function enter(confirmed: Extract<Confirmed, { ok: true }>): Promise<Entered> {
  const { personId, linkId, redirectTo } = confirmed;
  return { ok: true, personId, redirectTo: (await postWaitingQuestion(linkId, personId)) ?? redirectTo };
}
