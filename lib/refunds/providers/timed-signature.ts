import { createHmac } from 'node:crypto';
import { MINUTE } from '@/lib/clock';
import { sameSecret } from '@/lib/secrets';

/** Older or newer than this is refused: Stripe's tolerance, but both ways, since a clock can be wrong both ways. */
export const SIGNATURE_TOLERANCE = 5 * MINUTE;
/** A header holds a few signatures while a secret is being changed; more is noise. */
const MOST_SIGNATURES = 5;
const HEADER_MAX = 1000;

/** The way Stripe signs: `t=<seconds>,v1=<hex>`, HMAC-SHA256 over `<t>.<raw body>`. */
export function signTimed(rawBody: string, at: Date, secret: string): string {
  const t = Math.floor(at.getTime() / 1000).toString();
  return `t=${t},v1=${signature(t, rawBody, secret)}`;
}

/** Whether a header signs exactly this body and is fresh; any v1 may match, each is compared in constant time. */
export function isTimedSignature(header: string, rawBody: string, now: Date, secret: string): boolean {
  if (header.length > HEADER_MAX) return false;
  const parts = header.split(',').map((part) => part.trim());
  const t = parts.find((part) => part.startsWith('t='))?.slice(2) ?? '';
  if (!/^\d{1,12}$/.test(t)) return false;
  const expected = signature(t, rawBody, secret);
  const offered = parts.filter((part) => part.startsWith('v1=')).slice(0, MOST_SIGNATURES);
  const matches = offered.filter((part) => sameSecret(part.slice(3), expected)).length > 0;
  return matches && Math.abs(now.getTime() - Number(t) * 1000) <= SIGNATURE_TOLERANCE;
}

function signature(t: string, rawBody: string, secret: string): string {
  return createHmac('sha256', secret).update(`${t}.${rawBody}`).digest('hex');
}
