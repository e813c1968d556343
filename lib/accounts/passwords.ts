import { hash, verify } from '@node-rs/argon2';
import { PASSWORD_MAX } from '@/lib/accounts/schema';

/**
 * OWASP Password Storage Cheat Sheet, first choice: Argon2id with 19 MiB, 2 passes and 1 lane (m=19456, t=2, p=1).
 * About 13 ms of one core here; the work runs in a thread of its own, so the process answers others meanwhile.
 */
export const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 } as const;

/** Hash of 32 random bytes that nobody knows, made with the parameters above: where there is no account, or no password
 * on it, this is what a guess is compared with, so that it takes as long as with one. */
export const NOBODYS_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$XrPk2P3BGnsdUn70FuyEtQ$F9JrGU8hqU7hNvRWo6KRKFOEdbmlsT2xT6Sw3Z+6IjI';

/** Hashes a password for keeping.
 * @throws Error when it is longer than PASSWORD_MAX characters: forms refuse that before */
export async function hashPassword(password: string): Promise<string> {
  if (password.length > PASSWORD_MAX) throw new Error('A password must be bounded before it is hashed.');
  return await hash(bytesOf(password), ARGON2);
}

/** Whether the password is the one that was hashed. Without a hash (unknown address, no password chosen) it answers
 * false after the same work. */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  const usable = kept !== null && password.length <= PASSWORD_MAX;
  const same = await verify(usable ? kept : NOBODYS_HASH, bytesOf(password.slice(0, PASSWORD_MAX)));
  return usable && same;
}

/** NFKC, because two keyboards write the same 'é' or '①' differently (NIST SP 800-63B 5.1.1.2). */
function bytesOf(password: string): Uint8Array {
  return new TextEncoder().encode(password.normalize('NFKC'));
}
