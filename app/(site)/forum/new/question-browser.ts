import { cookies } from 'next/headers';
import { DAY, SECOND } from '@/lib/clock';
import { config } from '@/lib/config';
import { dropQuestion } from '@/lib/forum/drop-question';
import { newToken } from '@/lib/secrets';

const COOKIE = 'porchlight-question';
/** The page that asks, and nowhere else. */
const PATH = '/forum/new';

/** The token under which this browser's question is kept; made at the first need. Only from an action. */
export async function markQuestionBrowser(): Promise<string> {
  const jar = await cookies();
  const token = jar.get(COOKIE)?.value || newToken();
  jar.set(COOKIE, token, {
    httpOnly: true,
    sameSite: 'lax',
    secure: config().siteUrl.startsWith('https:'),
    path: PATH,
    maxAge: DAY / SECOND,
  });
  return token;
}

/** The token of this browser, or null when it kept no question. */
export async function questionBrowser(): Promise<string | null> {
  return (await cookies()).get(COOKIE)?.value || null;
}

/** Forgets the question of this browser, here and there. Only from an action. */
export async function clearQuestionBrowser(): Promise<void> {
  const token = await questionBrowser();
  if (token === null) return;
  await dropQuestion(token);
  (await cookies()).delete({ name: COOKIE, path: PATH });
}
