import type { AuthOptions } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { openSession } from '@/lib/accounts/open-session';
import { signInWithPassword } from '@/lib/accounts/sign-in-with-password';
import { config } from '@/lib/config';
import { secret } from '@/lib/secrets';

/** The cookie may outlive the session row (30 days, rolling), because the row decides; 400 days is what browsers allow. */
export const COOKIE_SECONDS = 400 * 24 * 60 * 60;

export function sessionCookieName(): string {
  return config().siteUrl.startsWith('https:')
    ? '__Secure-next-auth.session-token'
    : 'next-auth.session-token';
}

/** How next-auth works here: its signed cookie carries only a session id; every request checks our row. */
export function authOptions(): AuthOptions {
  const secure = config().siteUrl.startsWith('https:');
  return {
    secret: secret('session'),
    session: { strategy: 'jwt', maxAge: COOKIE_SECONDS },
    useSecureCookies: secure,
    pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/account', verifyRequest: '/sign-in' },
    cookies: {
      sessionToken: {
        name: sessionCookieName(),
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure },
      },
    },
    providers: [
      Credentials({
        name: 'Password',
        credentials: { email: { label: 'E-mail' }, password: { label: 'Password', type: 'password' } },
        async authorize(credentials, request) {
          const result = await signInWithPassword(
            { email: String(credentials?.email ?? ''), password: String(credentials?.password ?? '') },
            String(request.headers?.['x-porchlight-address'] ?? 'unknown'),
          );
          if (!result.ok) return null;
          const agent = String(request.headers?.['user-agent'] ?? '');
          return { id: await openSession(result.personId, agent) };
        },
      }),
    ],
    callbacks: {
      // `user` is there only at sign-in; its id is the id of our session row.
      jwt: ({ token, user }) => (user ? { sid: user.id } : { sid: token.sid }),
      session: ({ session, token }) => ({ ...session, user: {}, sid: token.sid }),
    },
  };
}
