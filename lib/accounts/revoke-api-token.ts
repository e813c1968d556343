import { isOwner } from '@/lib/accounts/policy';
import type { Actor } from '@/lib/accounts/schema';
import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import type { Outcome } from '@/lib/errors';

/** Revokes a token at once: one's own, or as the owner anybody's. Revoking twice is revoking once. */
export async function revokeApiToken(
  input: { tokenId: string },
  actor: Actor,
): Promise<Outcome<object, 'not-found'>> {
  const withinReach = isOwner(actor) ? { id: input.tokenId } : { id: input.tokenId, personId: actor.id };
  const found = await db.apiToken.findFirst({ where: withinReach, select: { id: true } });
  if (!found) return { ok: false, reason: 'not-found' };
  await db.apiToken.updateMany({ where: { id: found.id, revokedAt: null }, data: { revokedAt: now() } });
  return { ok: true };
}
