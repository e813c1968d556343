import { createHmac } from 'node:crypto';
import { sameSecret } from '@/lib/secrets';

export type Headers = Readonly<Record<string, string | undefined>>;

const HEADER_MAX = 1000;

/** Whether a header is the base64 HMAC-SHA256 of exactly these bytes (WooCommerce, Shopify). Compared in constant time. */
export function isShopSignature(header: string | undefined, rawBody: string, secret: string): boolean {
  if (header === undefined || header.length > HEADER_MAX) return false;
  return sameSecret(header, createHmac('sha256', secret).update(rawBody).digest('base64'));
}
