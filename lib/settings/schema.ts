import { z } from 'zod';
import { WidgetOrigins } from '@/lib/settings/widget-origins';
import { cleanLine, cleanText } from '@/lib/text';

/** Longest shop name that still fits a phone's header in two lines. */
export const SHOP_NAME_MAX = 60;

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** An address on paper has a handful of lines. */
export const ADDRESS_MAX = 400;
/** A VAT or tax number, two of them, or a commercial register's entry. */
export const TAX_NUMBER_MAX = 80;
/** Longer than a shop's own name: with its form and its owners. */
export const LEGAL_NAME_MAX = 160;

/** A whole number as it is typed into a field; nothing typed is no number. */
function wholeNumber(min: number, max: number) {
  const words = `Write a whole number from ${min} to ${max}.`;
  return z.coerce.number(words).int(words).min(min, words).max(max, words);
}

const Offer = z.enum(['yes', 'no']).default('no');

/** What the owner sets in the desk. */
export const ShopSettings = z.strictObject({
  shopName: z.string().trim().min(1, 'Give your shop a name.').max(SHOP_NAME_MAX),
  accent: z.string().regex(/^#[0-9a-fA-F]{6}$/, 'Choose a colour such as #b4541a.'),
  timeZone: z.string().refine(isTimeZone, 'Choose a time zone such as Europe/Berlin.'),
  contactEmail: z.union([z.literal(''), z.email('Enter an address such as help@example.com.')]),
  contactPhone: z.string().trim().max(40),
  /** Who issues receipts; each keeps what was said here when it was written. */
  legalName: z.string().max(LEGAL_NAME_MAX).transform(cleanLine).default(''),
  legalAddress: z.string().max(ADDRESS_MAX).transform(cleanText).default(''),
  taxNumber: z.string().max(TAX_NUMBER_MAX).transform(cleanLine).default(''),
  /** Days after payment in which a refund is approved by itself; 0 = any time. */
  refundWindowDays: z.coerce.number().int().min(0).max(3650),
  /** How many refunds of one person go by themselves within 24 hours; more wait for the owner. */
  refundsPerPersonPerDay: wholeNumber(1, 1000),
  /** How many of everybody go by themselves within an hour. */
  refundsPerHour: wholeNumber(1, 100_000),
  /** How much goes by itself within 24 hours, in hundreds of the currency's smallest unit: whole euros, hundreds of yen. */
  refundTotalPerDay: wholeNumber(1, 20_000_000),
  /** What the shop offers instead of the money once a refund is approved; a box that is not ticked sends nothing. */
  offersExchange: Offer,
  offersRepair: Offer,
  offersCredit: Offer,
  /** Whether contracts are withdrawn from here (Directive (EU) 2023/2673): for whoever sells to consumers in the EU. */
  offersWithdrawal: z.enum(['yes', 'no'], { error: 'Choose yes or no.' }),
  /** Whose pages may show the help widget, one origin a line; '' = nobody's but the site's own. */
  widgetOrigins: WidgetOrigins,
});
export type ShopSettings = z.infer<typeof ShopSettings>;

export const DEFAULT_SETTINGS: ShopSettings = {
  shopName: 'Porchlight',
  // A lamp's amber, dark enough for white text (5.0:1).
  accent: '#a8480f',
  timeZone: 'UTC',
  contactEmail: '',
  contactPhone: '',
  legalName: '',
  legalAddress: '',
  taxNumber: '',
  refundWindowDays: 0,
  // A household that returns a whole Christmas stays below it.
  refundsPerPersonPerDay: 10,
  // A recall that is mailed to every buyer stays below it; a broken rule or a stolen key does not for long.
  refundsPerHour: 200,
  // €20,000.00.
  refundTotalPerDay: 20_000,
  offersExchange: 'no',
  offersRepair: 'no',
  offersCredit: 'no',
  offersWithdrawal: 'yes',
  widgetOrigins: '',
};

/** What the owner offers instead of money, in the order in which it is shown. */
export function offeredAlternatives(settings: ShopSettings): ('exchange' | 'repair' | 'credit')[] {
  const { offersExchange, offersRepair, offersCredit } = settings;
  return [
    ...(offersExchange === 'yes' ? (['exchange'] as const) : []),
    ...(offersRepair === 'yes' ? (['repair'] as const) : []),
    ...(offersCredit === 'yes' ? (['credit'] as const) : []),
  ];
}
