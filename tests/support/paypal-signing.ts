import { createHmac } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { Answer } from './provider-server';

export const WEBHOOK_ID = 'WH1OFTHETESTS';
/** In place of PayPal's private key. */
const SIGNING = 'onlypaypalknows';

let count = 0;

/** The headers that PayPal sends with a body. */
export function paypalHeaders(body: string, at = new Date(), webhookId = WEBHOOK_ID) {
  count += 1;
  const id = `T${count}`;
  const time = at.toISOString();
  return {
    'paypal-auth-algo': 'SHA256withRSA',
    'paypal-cert-url': 'https://api.paypal.com/v1/notifications/certs/CERT-1',
    'paypal-transmission-id': id,
    'paypal-transmission-time': time,
    'paypal-transmission-sig': signature([id, time, webhookId, crc32(body)].join('|')),
  };
}

function signature(text: string): string {
  return createHmac('sha256', SIGNING).update(text).digest('base64');
}

/** Over the event exactly as it came. */
export function checkedSignature(asked: string): Answer {
  const facts: Record<string, string> = JSON.parse(asked);
  const raw = asked.slice(asked.indexOf('"webhook_event":') + '"webhook_event":'.length, -1);
  const text = [facts.transmission_id, facts.transmission_time, facts.webhook_id, crc32(raw)].join('|');
  const isRight = signature(text) === facts.transmission_sig;
  return { status: 200, body: { verification_status: isRight ? 'SUCCESS' : 'FAILURE' } };
}
