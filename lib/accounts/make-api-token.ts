import { scopesAllowed } from '@/lib/accounts/policy';
import { type Actor, TOKENS_MAX, type TokenForm } from '@/lib/accounts/schema';
import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import type { Outcome } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { hashToken, newToken } from '@/lib/secrets';

/** Tells secret scanners, and people, what a leaked string is. */
const TOKEN_PREFIX = 'plt_';

/** Makes an API token that acts as its person.
 * @returns the token, this once: only its hash is kept */
export async function makeApiToken(
  input: TokenForm,
  actor: Actor,
): Promise<Outcome<{ tokenId: string; token: string }, 'scope-not-allowed' | 'too-many'>> {
  const allowed = scopesAllowed(actor.role);
  const scopes = allowed.filter((scope) => input.scopes.includes(scope));
  if (input.scopes.some((scope) => !allowed.includes(scope))) {
    return { ok: false, reason: 'scope-not-allowed', field: 'scopes' };
  }
  const inUse = await db.apiToken.count({ where: { personId: actor.id, revokedAt: null } });
  if (inUse >= TOKENS_MAX) return { ok: false, reason: 'too-many' };
  const token = TOKEN_PREFIX + newToken();
  const id = newId();
  await db.apiToken.create({
    data: {
      id,
      personId: actor.id,
      tokenHash: hashToken(token),
      label: input.label,
      scopes: scopes.join(' '),
      createdAt: now(),
    },
  });
  return { ok: true, tokenId: id, token };
}
