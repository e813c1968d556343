import { nameSkeleton } from '@/lib/accounts/names';
import type { Actor, Role } from '@/lib/accounts/schema';
import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { newId } from '@/lib/ids';

const NUMBERS = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
let made = 0;

/** A person in the database, and as the actor that commands receive. Names and addresses are fresh unless given. */
export async function aPerson(
  facts: {
    role?: Role;
    name?: string;
    email?: string | null;
    passwordHash?: string;
    suspendedAt?: Date;
  } = {},
): Promise<Actor> {
  made += 1;
  const word = `${NUMBERS[made % NUMBERS.length]} ${'x'.repeat(Math.floor(made / NUMBERS.length) + 1)}`;
  const role = facts.role ?? 'member';
  const name = facts.name ?? `Tester ${word}`;
  const email = facts.email === undefined ? `tester-${made}@example.com` : facts.email;
  const id = newId();
  await db.person.create({
    data: {
      id,
      name,
      nameSkeleton: nameSkeleton(name),
      email,
      role,
      ownerSlot: role === 'owner' ? 1 : null,
      passwordHash: facts.passwordHash ?? null,
      suspendedAt: facts.suspendedAt ?? null,
      createdAt: now(),
    },
  });
  return { id, name, role, email };
}
