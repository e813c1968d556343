import { randomInt } from 'node:crypto';
import { parseEmail } from '@/lib/accounts/email-address';
import { type LinkPurpose, signInMail } from '@/lib/accounts/mails';
import { afterSignIn, keptCode } from '@/lib/accounts/rules';
import { LINK_MINUTES } from '@/lib/accounts/schema';
import { later, MINUTE, now } from '@/lib/clock';
import { config } from '@/lib/config';
import { type Tx, transaction } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { queueMail } from '@/lib/mail/queue-mail';
import { hashToken, newToken } from '@/lib/secrets';
import { shopSettings } from '@/lib/settings/queries';
import { tryUse } from '@/lib/web/rate-limit';
import { DEFAULT_LANGUAGE, type Language } from '@/lib/words/languages';

/** What a link carries beside its address. */
type LinkFacts = {
  /** The cookie of the browser that asks: the mail's code works there alone, and so does a password. */
  browserToken?: string;
  /** A password chosen at sign-up, which waits for the link. */
  passwordHash?: string;
  purpose?: LinkPurpose;
  /** What the mail is written in: the language of the page that asks. */
  language?: Language;
  /** Written with the link, when a mail is sent. */
  alongside?: (tx: Tx, linkId: string) => Promise<void>;
};

/** Mails a link and a code that sign in, or up. It never looks whether the address has an account, so what it does, what it
 * answers and how long that takes is the same for all; whoever opens the link learns the rest.
 * @param input `next`: where to go after; only paths of this site */
export async function requestSignInLink(
  input: { email: string; next?: string },
  { browserToken, passwordHash, purpose = 'sign-in', language = DEFAULT_LANGUAGE, alongside }: LinkFacts = {},
): Promise<Outcome<object, 'email-invalid'>> {
  const email = parseEmail(input.email);
  if (email === null) return { ok: false, reason: 'email-invalid', field: 'email' };
  // Three an hour for one address, proven or not; over it the answer is the same, only the mail is not sent.
  const mayMail = (await tryUse('mailToUnproven', email)).ok;
  if (!mayMail) return { ok: true };
  const { shopName } = await shopSettings();
  const { siteUrl } = config();
  const token = newToken();
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const at = now();
  const id = newId();
  await transaction(async (tx) => {
    const link = {
      id,
      email,
      tokenHash: hashToken(token),
      codeHash: keptCode(id, code),
      passwordHash: passwordHash ?? null,
      browserHash: browserToken ? hashToken(browserToken) : null,
      redirectTo: afterSignIn(input.next),
      createdAt: at,
      expiresAt: later(at, LINK_MINUTES * MINUTE),
    };
    await tx.signInLink.create({ data: link });
    await alongside?.(tx, id);
    await queueMail(tx, {
      dedupeKey: `sign-in:${id}`,
      to: { email },
      shopName,
      content: signInMail(
        purpose,
        { link: `${siteUrl}/sign-in/${token}`, code, minutes: LINK_MINUTES, shopName, siteUrl },
        language,
      ),
    });
  });
  return { ok: true };
}
