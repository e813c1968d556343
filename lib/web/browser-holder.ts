import { cookies } from 'next/headers';
import { DAY, SECOND } from '@/lib/clock';
import { config } from '@/lib/config';
import { hashToken, newToken } from '@/lib/secrets';

/** What somebody began before they signed in belongs to their browser, which holds this token; only its hash is kept. */
const COOKIE = 'porchlight-browser';
/** As long as a draft is kept. */
const KEEP = 180 * DAY;
/** As we make them; anything else is not one of ours. */
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** Whose this browser's beginnings are ("browser:HASH"), or null when it began nothing. */
export async function browserHolder(): Promise<`browser:${string}` | null> {
  const token = await browserToken();
  return token ? `browser:${hashToken(token)}` : null;
}

/** The same, made at the first need. Only from an action or a route. */
export async function markBrowser(): Promise<`browser:${string}`> {
  return `browser:${hashToken(await markBrowserToken())}`;
}

/** The token itself: a password chosen at sign-up, and the code of a mail, are good in this browser alone. */
export async function browserToken(): Promise<string | null> {
  const token = (await cookies()).get(COOKIE)?.value ?? '';
  return TOKEN.test(token) ? token : null;
}

/** The token, made at the first need. Only from an action or a route. */
export async function markBrowserToken(): Promise<string> {
  const token = (await browserToken()) ?? newToken();
  (await cookies()).set(COOKIE, token, {
    httpOnly: true,
    sameSite: 'lax',
    secure: config().siteUrl.startsWith('https:'),
    path: '/',
    maxAge: KEEP / SECOND,
  });
  return token;
}
