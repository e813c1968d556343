import type { ShopSettings } from '@/lib/settings/schema';

/** What the owner offers instead of money, in the order in which it is shown. */
export function offeredAlternatives(settings: ShopSettings): ('exchange' | 'repair' | 'credit')[] {
  const { offersExchange, offersRepair, offersCredit } = settings;
  return [
    ...(offersExchange === 'yes' ? (['exchange'] as const) : []),
    ...(offersRepair === 'yes' ? (['repair'] as const) : []),
    ...(offersCredit === 'yes' ? (['credit'] as const) : []),
  ];
}
