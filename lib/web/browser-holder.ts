import { cookies } from 'next/headers';
import { DAY, SECOND } from '@/lib/clock';
import { config } from '@/lib/config';
import { hashToken, newToken } from '@/lib/secrets';

/** What somebody began before they signed in belongs to their browser, which holds this token; only its hash is kept. */
const COOKIE = 'porchlight-browser';
/** As long as a draft is kept. */
const KEEP = 180 * DAY;

/** Whose this browser's beginnings are ("browser:HASH"), or null when it began nothing. */
export async function browserHolder(): Promise<string | null> {
  const token = (await cookies()).get(COOKIE)?.value;
  return token ? `browser:${hashToken(token)}` : null;
}

/** The same, made at the first need. Only from an action or a route. */
export async function markBrowser(): Promise<string> {
  const jar = await cookies();
  const token = jar.get(COOKIE)?.value || newToken();
  jar.set(COOKIE, token, {
    httpOnly: true,
    sameSite: 'lax',
    secure: config().siteUrl.startsWith('https:'),
    path: '/',
    maxAge: KEEP / SECOND,
  });
  return `browser:${hashToken(token)}`;
}
