import { decimalString, type Money, parseDecimalToMinor } from '@/lib/money';
import { ProviderRefusal } from '@/lib/refunds/providers/provider';

/** Currencies that have decimals, but not at PayPal. */
const WHOLE_ONLY = ['HUF', 'TWD'];

/** An amount as PayPal writes it: "24.00", and "2400" where it knows no decimals.
 * @throws ProviderRefusal for a part of a unit that PayPal cannot pay; nothing was sent then */
export function toPaypalAmount(money: Money): { value: string; currency_code: string } {
  const decimal = decimalString(money);
  const value = WHOLE_ONLY.includes(money.currency) ? decimal.replace(/\.0+$/, '') : decimal;
  if (WHOLE_ONLY.includes(money.currency) && value.includes('.')) {
    throw new ProviderRefusal('refused', 'amount_not_payable');
  }
  return { value, currency_code: money.currency };
}

/** PayPal's amount in minor units; reports write what went out with a minus.
 * @throws when it cannot be read as one amount */
export function fromPaypalAmount({ value, currency_code }: { value: string; currency_code: string }): Money {
  const amountMinor = parseDecimalToMinor(value.replace(/^-/, ''), currency_code);
  if (amountMinor === null) throw new Error('PayPal named an amount that cannot be read.');
  return { amountMinor, currency: currency_code };
}
