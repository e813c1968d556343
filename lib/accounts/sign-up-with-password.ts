import { parseEmail } from '@/lib/accounts/email-address';
import { hashPassword } from '@/lib/accounts/passwords';
import { requestSignInLink } from '@/lib/accounts/request-sign-in-link';
import type { SignUpForm } from '@/lib/accounts/schema';
import type { Outcome } from '@/lib/errors';
import type { Language } from '@/lib/words/languages';

/** Signs up with a password. Nothing exists until the mailed link is confirmed; until then the password waits, hashed,
 * and it takes effect only in the browser that chose it. Otherwise somebody could prepare a stranger's account with a
 * password of their own and wait for the stranger to confirm it (account pre-hijacking). For an address that has an
 * account the mail simply signs in and the password is dropped.
 * @param browserToken the value of a cookie set in this browser */
export async function signUpWithPassword(
  input: SignUpForm,
  browserToken: string,
  language?: Language,
): Promise<Outcome<object, 'email-invalid'>> {
  if (parseEmail(input.email) === null) return { ok: false, reason: 'email-invalid', field: 'email' };
  const passwordHash = await hashPassword(input.password);
  return await requestSignInLink(input, { passwordHash, browserToken, language });
}
