import { keptCode } from '@/lib/accounts/rules';
import { CODE_TRIES, type ConfirmCodeForm } from '@/lib/accounts/schema';
import { type Confirmed, type ConfirmReason, takeSignInLink } from '@/lib/accounts/take-sign-in-link';
import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import type { Outcome } from '@/lib/errors';
import { hashToken, sameSecret } from '@/lib/secrets';
import type { Language } from '@/lib/words/languages';

type Answer = Confirmed | Outcome<never, 'code-wrong' | 'code-gone'>;

/** Uses the six digits of a sign-in mail, in the browser that asked for the mail: the last one it asked for. Five tries;
 * each is counted before it is compared, so that tries sent together are no more than five.
 * @param browserToken the cookie of this browser; a code is worth nothing elsewhere
 * @param language of the page, for somebody new */
export async function confirmSignInCode(
  input: ConfirmCodeForm,
  browserToken: string | null,
  language: Language | null = null,
): Promise<Answer> {
  if (browserToken === null) return wrong;
  const link = await db.signInLink.findFirst({
    where: {
      browserHash: hashToken(browserToken),
      codeHash: { not: null },
      usedAt: null,
      expiresAt: { gt: now() },
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
  // Also when the address had too many mails: nobody learns more than that this did not work.
  if (!link?.codeHash) return wrong;
  const counted = await db.signInLink.updateMany({
    where: { id: link.id, codeTries: { lt: CODE_TRIES } },
    data: { codeTries: { increment: 1 } },
  });
  if (counted.count === 0) return { ok: false, reason: 'code-gone' };
  if (!sameSecret(link.codeHash, keptCode(link.id, input.code))) return wrong;
  const name = input.name === '' ? undefined : input.name;
  const confirmed = await takeSignInLink(link, name, browserToken, language);
  if (!confirmed.ok && isAboutTheName(confirmed.reason)) {
    await db.signInLink.updateMany({ where: { id: link.id }, data: { codeTries: { decrement: 1 } } });
  }
  return confirmed;
}

const wrong = { ok: false, reason: 'code-wrong', field: 'code' } as const;

/** The code was right: choosing another name is no guess. */
function isAboutTheName(reason: ConfirmReason): boolean {
  return reason !== 'link-gone' && reason !== 'suspended';
}
