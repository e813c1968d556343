import Stripe from 'stripe';
import { config } from '@/lib/config';
import { patience } from '@/lib/refunds/providers/patience';

let cached: { secretKey: string; base: string; client: Stripe } | null = null;

/** Stripe's own library. It does not try again by itself: how and when is the machine's to say, with the stored key. (One
 * closed connection it repeats at once all the same, with that same key, which pays nothing twice.)
 * @throws when no key is set; then nothing was sent */
export function stripeClient(): Stripe {
  const settings = config().stripe;
  if (!settings) throw new Error('STRIPE_SECRET_KEY is not set, so Stripe cannot be asked.');
  const { secretKey, apiBase } = settings;
  const base = apiBase?.origin ?? '';
  if (cached?.secretKey !== secretKey || cached.base !== base) {
    const elsewhere = apiBase && {
      host: apiBase.hostname,
      port: apiBase.port || (apiBase.protocol === 'https:' ? 443 : 80),
      protocol: apiBase.protocol === 'https:' ? ('https' as const) : ('http' as const),
    };
    const options = {
      maxNetworkRetries: 0,
      timeout: patience.answerWithinMs,
      telemetry: false,
      ...elsewhere,
    };
    cached = { secretKey, base, client: new Stripe(secretKey, options) };
  }
  return cached.client;
}

/** Whether the key moves real money; messages of the other mode are not for us. */
export function isLiveMode(): boolean {
  return /^[sr]k_live_/.test(config().stripe?.secretKey ?? '');
}
