import { config } from '@/lib/config';
import { sameSecret, sign } from '@/lib/secrets';

/** The address with which one person answers "did this solve it?"; it proves who answers, so it needs no signing in. */
export function whetherSolvedUrl(askId: string): string {
  return `${config().siteUrl}/solved/${askId}.${mac(askId)}`;
}

/** The question a token belongs to, or null for a token that is not ours. */
export function askOfToken(token: string): string | null {
  const found = /^([A-Za-z0-9_-]{1,64})\.([A-Za-z0-9_-]{43})$/.exec(token);
  const [, askId = '', given = ''] = found ?? [];
  return found && sameSecret(given, mac(askId)) ? askId : null;
}

function mac(askId: string): string {
  return sign('links', 'whether-solved', askId);
}
