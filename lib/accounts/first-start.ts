import { parseEmail } from '@/lib/accounts/email-address';
import { hasOwner, SET_UP_TOKEN } from '@/lib/accounts/queries';
import { keptSetUpToken } from '@/lib/accounts/rules';
import { PASSWORD_MAX } from '@/lib/accounts/schema';
import { setUpOwnerFromConfig } from '@/lib/accounts/set-up-owner';
import { now } from '@/lib/clock';
import { config } from '@/lib/config';
import { db } from '@/lib/db/client';
import { StartError } from '@/lib/errors';
import { newToken } from '@/lib/secrets';

/** What to tell the person at the keyboard as long as the shop has no owner: makes the owner from the environment, or a
 * one-time set-up link, a new one at each start (the last one printed is the one that works).
 * @returns lines to print; none when the owner exists
 * @throws StartError when OWNER_EMAIL or OWNER_PASSWORD cannot be used */
export async function firstStartNotice(): Promise<string[]> {
  if (await hasOwner()) return [];
  const { ownerEmail, ownerPassword, siteUrl } = config();
  if (ownerEmail !== null && ownerPassword !== null) return await ownerFromConfig(ownerEmail, ownerPassword);
  if (ownerEmail !== null) {
    throw new StartError(
      'OWNER_EMAIL is set but OWNER_PASSWORD is not, for example OWNER_PASSWORD="a sentence of four words".',
    );
  }
  const token = newToken();
  const value = keptSetUpToken(token);
  await db.setting.upsert({
    where: { key: SET_UP_TOKEN },
    create: { key: SET_UP_TOKEN, value, updatedAt: now() },
    update: { value, updatedAt: now() },
  });
  return [
    'This shop has no owner yet. Open this link once to make your account (it works until the next start):',
    `  ${siteUrl}/setup?token=${token}`,
  ];
}

async function ownerFromConfig(written: string, password: string): Promise<string[]> {
  const email = parseEmail(written);
  if (email === null) {
    throw new StartError(
      `OWNER_EMAIL is "${written}", which is not an address, for example OWNER_EMAIL=owner@example.com.`,
    );
  }
  if (password.length > PASSWORD_MAX) {
    throw new StartError(
      `OWNER_PASSWORD is longer than ${PASSWORD_MAX} characters; a sentence of four words is enough.`,
    );
  }
  const made = await setUpOwnerFromConfig(email, password);
  if (made.ok) return [`The owner's account is ready: sign in as ${email} with OWNER_PASSWORD.`];
  // Two processes starting together: the other one made it.
  if (made.reason === 'already-set-up') return [];
  throw new StartError('The name "Owner" is taken in this database; rename that person and start again.');
}
