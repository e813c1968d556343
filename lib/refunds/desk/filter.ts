import { REASON_KINDS, type ReasonKind } from '@/lib/refunds/reasons';
import { PROVIDERS, type ProviderName, REFUND_STATES, type RefundState } from '@/lib/refunds/schema';

/** Which refunds the desk shows. It stands in the address, so that a view can be kept, shared and exported. */
export type RefundFilter = {
  state: RefundState | null;
  provider: ProviderName | null;
  /** `none`: nobody said why. */
  reason: ReasonKind | 'none' | null;
  /** A part of a product's name. */
  product: string;
  /** Calendar days of the shop, yyyy-mm-dd, both included; '' for none. */
  from: string;
  to: string;
  /** A number of an order or refund, an address, or words of the reason. */
  text: string;
};

export const ALL_REFUNDS: RefundFilter = {
  state: null,
  provider: null,
  reason: null,
  product: '',
  from: '',
  to: '',
  text: '',
};

/** Longer than any order number or address we look for. */
export const TEXT_MAX = 254;
const PRODUCT_MAX = 120;

type Raw = Readonly<Record<string, string | string[] | undefined>>;

/** The filter of an address; what it does not know is left out. */
export function readRefundFilter(search: Raw): RefundFilter {
  const one = (name: string): string => {
    const value = search[name];
    return ((Array.isArray(value) ? value[0] : value) ?? '').trim();
  };
  const reasons = [...REASON_KINDS, 'none' as const];
  return {
    state: REFUND_STATES.find((state) => state === one('state')) ?? null,
    provider: PROVIDERS.find((provider) => provider === one('provider')) ?? null,
    reason: reasons.find((reason) => reason === one('reason')) ?? null,
    product: one('product').slice(0, PRODUCT_MAX),
    from: dayOf(one('from')),
    to: dayOf(one('to')),
    text: one('q').slice(0, TEXT_MAX),
  };
}

/** The filter as an address says it, in one order; '' for all. */
export function filterQuery(filter: RefundFilter, page = 1): string {
  const { text, ...rest } = filter;
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries({ q: text, ...rest })) if (value) params.set(name, value);
  if (page > 1) params.set('page', String(page));
  return params.toString();
}

/** How many fields beside the text narrow the list down. */
export function countNarrowing({ text, ...rest }: RefundFilter): number {
  return Object.values(rest).filter((value) => value !== null && value !== '').length;
}

/** A day that exists, from years in which refunds can be; anything else is none. */
function dayOf(text: string): string {
  if (!/^20\d\d-\d\d-\d\d$/.test(text)) return '';
  const at = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== text ? '' : text;
}
