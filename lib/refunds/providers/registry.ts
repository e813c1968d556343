import { manual } from '@/lib/refunds/providers/manual';
import { paypal } from '@/lib/refunds/providers/paypal';
import { pretend } from '@/lib/refunds/providers/pretend';
import type { PaymentProvider } from '@/lib/refunds/providers/provider';
import { stripe } from '@/lib/refunds/providers/stripe';
import { PROVIDERS, type ProviderName } from '@/lib/refunds/schema';

const providers: Record<ProviderName, PaymentProvider> = { pretend, manual, stripe, paypal };

/** Whether an order may name this provider. */
export function isProviderName(name: string): name is ProviderName {
  return (PROVIDERS as readonly string[]).includes(name);
}

/** The provider of that name.
 * @throws when a stored row names one that this version does not know */
export function providerNamed(name: string): PaymentProvider {
  if (!isProviderName(name)) throw new Error(`There is no payment provider "${name}".`);
  return providers[name];
}
