import { checkName, type NameProblem } from '@/lib/accounts/names';
import { isOwner } from '@/lib/accounts/policy';
import { staffNames } from '@/lib/accounts/queries';
import type { Actor, ProfileForm } from '@/lib/accounts/schema';
import { db } from '@/lib/db/client';
import { isUniqueViolation } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { shopSettings } from '@/lib/settings/queries';
import { cleanText } from '@/lib/text';

/** Saves one's public name, the sentence about oneself, and whether posts say that one bought here. The shop's own name is the owner's alone. */
export async function saveProfile(
  input: ProfileForm,
  actor: Actor,
): Promise<Outcome<object, 'name-taken' | NameProblem>> {
  const about = cleanText(input.about);
  const keepsName = input.name === actor.name;
  const reserved = isOwner(actor) ? [] : [(await shopSettings()).shopName, ...(await staffNames(actor.id))];
  const checked = checkName(input.name, reserved);
  // A name that was given before a rule existed may stay.
  if (!checked.ok && !keepsName) return { ok: false, reason: checked.reason, field: 'name' };
  const naming = checked.ok && !keepsName ? { name: checked.name, nameSkeleton: checked.skeleton } : {};
  try {
    await db.person.update({
      where: { id: actor.id },
      data: { about, showsPurchases: input.showsPurchases, ...naming },
      select: { id: true },
    });
  } catch (error) {
    if (isUniqueViolation(error)) return { ok: false, reason: 'name-taken', field: 'name' };
    throw error;
  }
  return { ok: true };
}
