import type { Actor, Role } from '@/lib/accounts/schema';
import type { Scope } from '@/lib/web/endpoint';

/** Owner and helpers: the people with a desk. */
export function isStaff(actor: Actor | null): boolean {
  return actor?.role === 'owner' || actor?.role === 'helper';
}

/** The one owner of the shop. */
export function isOwner(actor: Actor | null): boolean {
  return actor?.role === 'owner';
}

type Subject = { id: string; role: Role };

/** Only the owner appoints and dismisses helpers; the owner's own role is nobody's to change. */
export function canChangeRole(actor: Actor, person: Subject): boolean {
  return isOwner(actor) && person.role !== 'owner' && person.id !== actor.id;
}

/** Helpers may suspend members, the owner also helpers; nobody the owner, nobody themselves. */
export function canSuspend(actor: Actor, person: Subject): boolean {
  if (person.role === 'owner' || person.id === actor.id) return false;
  return isOwner(actor) || (isStaff(actor) && person.role === 'member');
}

/** What tokens of a role may carry at most: a person who lost a role loses the scopes with it. */
export function scopesAllowed(role: Role): Scope[] {
  if (role === 'owner') return ['read', 'write', 'moderate', 'admin'];
  return role === 'helper' ? ['read', 'write', 'moderate'] : ['read', 'write'];
}
