import type { IncomingMessage } from 'node:http';
import { config } from '@/lib/config';

/** Doors that carry their own proof: signed webhooks, and unsubscribe by mail programs (RFC 8058 sends no Origin). */
const OWN_PROOF =
  /^\/api\/v1\/webhooks\/|^\/stop\/[0-9a-z]{1,64}\.[a-z]{3,8}\.[0-9a-z]{0,64}\.[A-Za-z0-9_-]{43}$/;

/** Whether a write comes from our own pages. A bearer token is proof by itself, because no browser adds it unasked; and a
 * request to the API that carries no cookie acts as nobody, so it is told to send a token, not that it is forged.
 * `Origin: null` and a missing Origin are refused (CVE-2026-27978). */
export function isSameOrigin(request: Pick<IncomingMessage, 'headers'>, path: string): boolean {
  const { origin, host, authorization, cookie } = request.headers;
  if (OWN_PROOF.test(path)) return true;
  if (path.startsWith('/api/v1/') && (authorization !== undefined || cookie === undefined)) return true;
  if (typeof origin !== 'string' || !URL.canParse(origin)) return false;
  if (origin === config().siteUrl) return true;
  // Without SITE_URL the site is whatever address it is opened at (localhost, a name in the home network).
  return !config().siteUrlIsSet && host !== undefined && new URL(origin).host === host.toLowerCase();
}
