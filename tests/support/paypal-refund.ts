import { decimalString } from '@/lib/money';

/** A line in the books of the PayPal of the tests. */
export type PaypalRefund = {
  id: string;
  capture: string;
  amountMinor: number;
  currency: string;
  status: string;
  custom_id?: string;
  at: Date;
};

/** As PayPal writes it: with the decimals that it knows. */
export function writtenAmount(money: { amountMinor: number; currency: string }): string {
  const value = decimalString({ amountMinor: money.amountMinor, currency: money.currency });
  return ['HUF', 'TWD'].includes(money.currency) ? value.replace(/\.\d+$/, '') : value;
}
