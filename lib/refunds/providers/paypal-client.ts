import { SECOND } from '@/lib/clock';
import { config } from '@/lib/config';
import { messageOf } from '@/lib/errors';
import { patience } from '@/lib/refunds/providers/patience';

export type PaypalAnswer = { status: number; body: unknown };
type Ask = { method?: 'GET' | 'POST'; body?: string; requestId?: string };

/** A token is not used in its last minute. */
const EARLIER_MS = 60 * SECOND;

let cached: { for: string; token: string; until: number } | null = null;

/** One call of PayPal's API. A token that is not taken any more is fetched anew, once: what was refused for it was not done.
 * @param path from the root of the API
 * @throws when no answer came, which says nothing about what was done */
export async function askPaypal(path: string, ask: Ask = {}): Promise<PaypalAnswer> {
  const answer = await call(path, ask, await accessToken());
  if (answer.status !== 401) return answer;
  cached = null;
  return call(path, ask, await accessToken());
}

function call(path: string, { method = 'GET', body, requestId }: Ask, token: string): Promise<PaypalAnswer> {
  return send(path, {
    method,
    body,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(requestId === undefined ? {} : { 'paypal-request-id': requestId, prefer: 'return=representation' }),
    },
  });
}

async function accessToken(): Promise<string> {
  const { clientId, clientSecret, apiBase } = settings();
  const whose = `${apiBase.origin} ${clientId} ${clientSecret}`;
  if (cached?.for === whose && Date.now() < cached.until) return cached.token;
  const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
  const { status, body } = await send('/v1/oauth2/token', {
    method: 'POST',
    body: 'grant_type=client_credentials',
    headers: { authorization: `Basic ${basic}`, 'content-type': 'application/x-www-form-urlencoded' },
  });
  const { access_token: token, expires_in: seconds } = (body ?? {}) as Record<string, unknown>;
  if (status !== 200 || typeof token !== 'string') throw new Error(`PayPal gave no token (${status}).`);
  const lasts = (typeof seconds === 'number' ? seconds : 0) * SECOND;
  cached = { for: whose, token, until: Date.now() + lasts - EARLIER_MS };
  return token;
}

async function send(path: string, init: RequestInit): Promise<PaypalAnswer> {
  let status = 0;
  try {
    const signal = AbortSignal.timeout(patience.answerWithinMs);
    const response = await fetch(new URL(path, settings().apiBase), { ...init, signal, redirect: 'error' });
    status = response.status;
    return { status, body: jsonOf(await response.text()) };
  } catch (error) {
    throw new Error(`PayPal gave no answer (${status || 'none'}): ${messageOf(error)}`);
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function settings() {
  const found = config().paypal;
  if (!found) throw new Error('PAYPAL_CLIENT_ID is not set, so PayPal cannot be asked.');
  return found;
}
