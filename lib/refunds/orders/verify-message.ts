import { createHmac } from 'node:crypto';
import { MINUTE } from '@/lib/clock';
import { sameSecret } from '@/lib/secrets';

export type Headers = Readonly<Record<string, string | undefined>>;

/** Stripe's tolerance, but both ways, since a clock can be wrong both ways. */
export const STRIPE_TOLERANCE = 5 * MINUTE;
/** A header holds a few signatures while a secret is being changed; more is noise. */
const MOST_SIGNATURES = 5;
const HEADER_MAX = 1000;

/** Whether a header is the base64 HMAC-SHA256 of exactly these bytes (WooCommerce, Shopify). Compared in constant time. */
export function isShopSignature(header: string | undefined, rawBody: string, secret: string): boolean {
  if (header === undefined || header.length > HEADER_MAX) return false;
  return sameSecret(header, createHmac('sha256', secret).update(rawBody).digest('base64'));
}

/** Whether a `Stripe-Signature` signs exactly this body and is fresh. */
export function isStripeSignature(
  header: string | undefined,
  rawBody: string,
  secret: string,
  now: Date,
): boolean {
  if (header === undefined || header.length > HEADER_MAX) return false;
  const parts = header.split(',').map((part) => part.trim());
  const t = parts.find((part) => part.startsWith('t='))?.slice(2) ?? '';
  if (!/^\d{1,12}$/.test(t)) return false;
  const expected = createHmac('sha256', secret).update(`${t}.${rawBody}`).digest('hex');
  const offered = parts.filter((part) => part.startsWith('v1=')).slice(0, MOST_SIGNATURES);
  const matches = offered.filter((part) => sameSecret(part.slice(3), expected)).length > 0;
  return matches && Math.abs(now.getTime() - Number(t) * 1000) <= STRIPE_TOLERANCE;
}
