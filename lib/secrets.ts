import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { chmodSync, linkSync, readFileSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { config } from '@/lib/config';
import { makeDataFolder } from '@/lib/data-folder';
import { messageOf, StartError } from '@/lib/errors';

/** Each purpose has its own key, so that a value signed for one is worth nothing for another. */
const PURPOSES = ['session', 'links', 'codes', 'webhooks', 'visitors'] as const;
export type SecretPurpose = (typeof PURPOSES)[number];

const Secrets = z.object(
  Object.fromEntries(PURPOSES.map((purpose) => [purpose, z.string().min(32)])) as Record<
    SecretPurpose,
    z.ZodString
  >,
);

let cached: { file: string; secrets: z.infer<typeof Secrets> } | null = null;

/** The secret of one purpose from `DATA_DIR/secrets.json` (mode 600), made at the first call. */
export function secret(purpose: SecretPurpose): string {
  const file = path.join(config().dataDir, 'secrets.json');
  if (cached?.file !== file) cached = { file, secrets: readOrMake(file) };
  return cached.secrets[purpose];
}

/** HMAC-SHA256 of the parts under a purpose's key, base64url; parts are length-prefixed so they cannot run together. */
export function sign(purpose: SecretPurpose, ...parts: string[]): string {
  const mac = createHmac('sha256', secret(purpose));
  for (const part of parts) mac.update(`${part.length}:${part}`);
  return mac.digest('base64url');
}

/** Whether two strings are equal, in a time that tells nothing about where they differ. */
export function sameSecret(a: string, b: string): boolean {
  return timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest());
}

/** A fresh unguessable token: 256 bits, base64url. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** SHA-256 of a token, which is all the database keeps of it. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

function readOrMake(file: string): z.infer<typeof Secrets> {
  makeDataFolder(path.dirname(file));
  const found = read(file);
  if (found !== null) return found;
  const made = Object.fromEntries(PURPOSES.map((purpose) => [purpose, newToken()]));
  // Written beside and linked into place, so that of two processes starting at once both read the same secrets.
  const draft = `${file}.${process.pid}`;
  try {
    writeFileSync(draft, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
  } catch (error) {
    throw unusableFolder(path.dirname(file), error);
  }
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    unlinkSync(draft);
  }
  const result = read(file);
  if (result === null)
    throw new StartError(
      `${file} could not be written; check that DATA_DIR is a folder this user may write.`,
    );
  return result;
}

function unusableFolder(folder: string, error: unknown): StartError {
  return new StartError(
    `DATA_DIR is "${folder}", which cannot be used (${messageOf(error)}); name a folder this user may write, for example DATA_DIR=./data.`,
  );
}

function read(file: string): z.infer<typeof Secrets> | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return null;
  }
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    parsed = null;
  }
  const secrets = Secrets.safeParse(parsed);
  if (!secrets.success) {
    throw new StartError(
      `${file} is damaged; restore it from a backup, or delete it to make new secrets (everybody is signed out).`,
    );
  }
  if ((statSync(file).mode & 0o077) !== 0) chmodSync(file, 0o600);
  return secrets.data;
}
