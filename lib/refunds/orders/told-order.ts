import type { OrderInput } from '@/lib/refunds/orders/schema';

/** Money that went back before we heard of the order, or past us: by the shop itself, or in the provider's dashboard. */
export type ToldRefund = {
  /** The teller's own name of it, where it has one. */
  toldId: string | null;
  amountMinor: number;
  reason: string;
  /** Null where the teller does not say; then it is as old as the order. */
  at: Date | null;
};

/** The bank only asks so far: its question is kept as a dispute whose reason begins like this, and holds no money. */
export const INQUIRY = 'inquiry: ';

export type ToldDispute = {
  id: string;
  amountMinor: number;
  reason: string;
  state: 'open' | 'won' | 'lost';
  openedAt: Date;
};

/** An order as an export, a shop's message or a payment provider tells it. */
export type ToldOrder = {
  input: OrderInput;
  /** Every name of its payment at the provider (an intent and its charge): one payment is one order, whoever tells it. */
  paymentNames: string[];
  /** A payment provider tells it: it knows less than a shop, so it fills in and never takes away. */
  byPayment: boolean;
  refunds: ToldRefund[];
  disputes: ToldDispute[];
};

/** An order that only says what the shop sends through the API or its own table. */
export function plainOrder(input: OrderInput): ToldOrder {
  const paymentNames = input.paymentRef === undefined ? [] : [input.paymentRef];
  return { input, paymentNames, byPayment: false, refunds: [], disputes: [] };
}
