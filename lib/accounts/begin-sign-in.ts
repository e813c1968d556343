import { requestSignInLink } from '@/lib/accounts/request-sign-in-link';
import { afterSignIn } from '@/lib/accounts/rules';
import type { SignInForm } from '@/lib/accounts/schema';
import { signInWithPassword } from '@/lib/accounts/sign-in-with-password';
import type { Outcome } from '@/lib/errors';
import type { Language } from '@/lib/words/languages';

/** What the sign-in form asks for: the button that was pressed says it; with the Enter key, a typed password does.
 * @param address of the client
 * @param browser gives the cookie of this browser, where a mailed code is to work
 * @param language of the page, for the mail
 * @returns the person who is in, or null when a mail is on its way */
export async function beginSignIn(
  input: SignInForm,
  address: string,
  browser: () => Promise<string>,
  language?: Language,
): Promise<Outcome<{ personId: string | null; redirectTo: string }, 'email-invalid' | 'wrong' | 'too-many'>> {
  const byPassword = input.how === 'password' || (input.how === 'enter' && Boolean(input.password));
  if (!byPassword) {
    const asked = await requestSignInLink(input, { browserToken: await browser(), language });
    return asked.ok ? { ok: true, personId: null, redirectTo: '/sign-in/check-mail' } : asked;
  }
  const signedIn = await signInWithPassword({ email: input.email, password: input.password ?? '' }, address);
  return signedIn.ok ? { ...signedIn, redirectTo: afterSignIn(input.next) } : signedIn;
}
