import { parseEmail } from '@/lib/accounts/email-address';
import { signInMail } from '@/lib/accounts/mails';
import { afterSignIn } from '@/lib/accounts/rules';
import { LINK_MINUTES } from '@/lib/accounts/schema';
import { later, MINUTE, now } from '@/lib/clock';
import { config } from '@/lib/config';
import { transaction } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { queueMail } from '@/lib/mail/queue-mail';
import { hashToken, newToken } from '@/lib/secrets';
import { shopSettings } from '@/lib/settings/queries';
import { tryUse } from '@/lib/web/rate-limit';

/** A password chosen at sign-up and the browser in which it was chosen. */
export type WaitingPassword = { passwordHash: string; browserToken: string };

/** Mails a link that signs in, or up. It never looks whether the address has an account, so what it does, what it answers
 * and how long that takes is the same for all; whoever opens the link learns the rest.
 * @param next where to go after; only paths of this site
 * @param waiting a password that takes effect if the link is confirmed in the browser that chose it */
export async function requestSignInLink(
  input: { email: string; next?: string },
  waiting?: WaitingPassword,
): Promise<Outcome<object, 'email-invalid'>> {
  const email = parseEmail(input.email);
  if (email === null) return { ok: false, reason: 'email-invalid', field: 'email' };
  // Three an hour for one address, proven or not; over it the answer is the same, only the mail is not sent.
  const mayMail = (await tryUse('mailToUnproven', email)).ok;
  if (!mayMail) return { ok: true };
  const { shopName } = await shopSettings();
  const { siteUrl } = config();
  const token = newToken();
  const at = now();
  await transaction(async (tx) => {
    const link = {
      id: newId(),
      email,
      tokenHash: hashToken(token),
      passwordHash: waiting?.passwordHash ?? null,
      browserHash: waiting ? hashToken(waiting.browserToken) : null,
      redirectTo: afterSignIn(input.next),
      createdAt: at,
      expiresAt: later(at, LINK_MINUTES * MINUTE),
    };
    await tx.signInLink.create({ data: link });
    await queueMail(tx, {
      dedupeKey: `sign-in:${link.id}`,
      to: { email },
      shopName,
      content: signInMail(`${siteUrl}/sign-in/${token}`, LINK_MINUTES, shopName, siteUrl),
    });
  });
  return { ok: true };
}
