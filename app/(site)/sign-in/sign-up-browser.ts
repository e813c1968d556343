import { cookies } from 'next/headers';
import { LINK_MINUTES } from '@/lib/accounts/schema';
import { config } from '@/lib/config';
import { newToken } from '@/lib/secrets';

const COOKIE = 'porchlight-sign-up';

/** The token of this browser that a password chosen at sign-up is bound to; made at the first need, for known and
 * unknown addresses alike, and worth as long as the link. Only from an action. */
export async function markSignUpBrowser(): Promise<string> {
  const jar = await cookies();
  const token = jar.get(COOKIE)?.value || newToken();
  jar.set(COOKIE, token, {
    httpOnly: true,
    sameSite: 'lax',
    secure: config().siteUrl.startsWith('https:'),
    path: '/sign-in',
    maxAge: LINK_MINUTES * 60,
  });
  return token;
}

/** The token of this browser, or null when no password was chosen in it. */
export async function signUpBrowser(): Promise<string | null> {
  return (await cookies()).get(COOKIE)?.value ?? null;
}
