import { z } from 'zod';

/** The push services of the browsers there are. Nothing else is ever called: an address from a browser must not lead our
 * server to a machine of its own network. */
const SERVICES = ['fcm.googleapis.com', 'updates.push.services.mozilla.com', 'web.push.apple.com'];
const SERVICE_DOMAINS = ['.notify.windows.com', '.push.apple.com'];

/** Whether an endpoint belongs to a push service that we call. */
export function isPushService(endpoint: string): boolean {
  if (!URL.canParse(endpoint)) return false;
  const { protocol, hostname, port, username, password } = new URL(endpoint);
  if (protocol !== 'https:' || port !== '' || username !== '' || password !== '') return false;
  return SERVICES.includes(hostname) || SERVICE_DOMAINS.some((domain) => hostname.endsWith(domain));
}

/** What the browser gives for being pushed to (RFC 8291): a public key of 65 bytes and a secret of 16. */
export const SubscribePush = z.strictObject({
  endpoint: z
    .string()
    .max(1000, 'This is not a push service that we know.')
    .refine(isPushService, 'This is not a push service that we know.'),
  p256dh: z.string().regex(/^[A-Za-z0-9_-]{87}=?$/, 'This is not a key.'),
  auth: z.string().regex(/^[A-Za-z0-9_-]{22}={0,2}$/, 'This is not a key.'),
});
export type SubscribePush = z.infer<typeof SubscribePush>;

export const UnsubscribePush = z.strictObject({ endpoint: z.string().max(1000) });
export type UnsubscribePush = z.infer<typeof UnsubscribePush>;

/** A person has a phone, a laptop and a few browsers; more are left from browsers that are gone. */
export const SUBSCRIPTIONS_MAX = 10;
/** A browser whose service failed so often in a row is given up. */
export const FAILURES_MAX = 10;
