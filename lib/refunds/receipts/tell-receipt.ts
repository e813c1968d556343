import { formatMoney } from '@/lib/money';
import type { ReceiptContent } from '@/lib/refunds/receipts/schema';
import type { Spoken } from '@/lib/words/catalogue';
import type { Language } from '@/lib/words/languages';
import { numberWords, say } from '@/lib/words/say';

export type Receipt = {
  number: string;
  content: ReceiptContent;
  /** The number of the one that cancels it. */
  cancelledBy: string | null;
};

/** A receipt in words, in the order in which it is read. */
export type ToldReceipt = {
  heading: string;
  number: string;
  /** Name, address and tax number of who issued it, a line each. */
  issuer: string;
  facts: [term: string, value: string][];
  /** What the money is for; `amount` is empty where only the sum is known. */
  lines: { name: string; quantity: string; amount: string }[];
  total: [label: string, amount: string];
  /** The tax in the total, where it is known. */
  tax: [label: string, amount: string] | null;
  notes: string[];
};

/** Says what stands on a receipt in a language. Nothing but what was kept with it goes in. */
export function tellReceipt(receipt: Receipt, { language, words: all }: Spoken): ToldReceipt {
  const { content, number } = receipt;
  const { order, cancels, currency } = content;
  const words = all.receipt;
  const money = (amountMinor: number) => formatMoney({ amountMinor, currency }, language);
  return {
    heading: cancels ? words.cancellation : words.credit,
    number,
    issuer: issuerOf(content),
    facts: [
      [words.number, number],
      [words.date, day(content.issuedOn, language)],
      ...(cancels ? [[words.cancels, cancels.number] satisfies [string, string]] : []),
      [words.order, order.number],
      ...(order.paidOn ? [[words.paidOn, day(order.paidOn, language)] satisfies [string, string]] : []),
      ...(cancels ? [] : [[words.paidBackTo, order.method || words.sameWay] satisfies [string, string]]),
    ],
    lines: linesOf(content, all.receipt, language, money),
    total: [cancels ? words.totalCancelled : words.total, money(content.amountMinor)],
    tax: content.taxMinor === null ? null : [words.tax, money(content.taxMinor)],
    notes: notesOf(receipt, words, money),
  };
}

type Told = Spoken['words']['receipt'];

function issuerOf({ shop }: ReceiptContent): string {
  const name = shop.legalName || shop.name;
  const lines = [name, name === shop.name ? '' : shop.name, shop.address, shop.taxNumber];
  return lines.filter((line) => line !== '').join('\n');
}

function linesOf(
  { lines, shippingMinor, isWhole, order, amountMinor }: ReceiptContent,
  words: Told,
  language: Language,
  money: (amountMinor: number) => string,
): ToldReceipt['lines'] {
  if (lines.length === 0) {
    const name = say(isWhole ? words.whole : words.part, { number: order.number });
    return [{ name, quantity: '', amount: money(amountMinor) }];
  }
  const told = lines.map(({ name, quantity, amountMinor: amount }) => ({
    name,
    quantity: numberWords(quantity, language),
    amount: amount === null ? '' : money(amount),
  }));
  if (shippingMinor === null) return told;
  return [...told, { name: words.shipping, quantity: '', amount: money(shippingMinor) }];
}

function notesOf(
  { content: { orderTax, cancels }, cancelledBy }: Receipt,
  words: Told,
  money: (amountMinor: number) => string,
): string[] {
  const notes: string[] = [];
  if (orderTax) {
    notes.push(say(words.orderTax, { total: money(orderTax.totalMinor), tax: money(orderTax.taxMinor) }));
  }
  if (cancels) {
    notes.push(
      say(cancels.reason === 'not-paid' ? words.notPaid : words.cameBack, { number: cancels.number }),
    );
  }
  if (cancelledBy) notes.push(say(words.wasCancelled, { number: cancelledBy }));
  return notes;
}

/** "25 November 2026". */
function day(date: string, language: Language): string {
  const locale = language === 'en' ? 'en-GB' : language;
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(new Date(`${date}T00:00:00Z`));
}
