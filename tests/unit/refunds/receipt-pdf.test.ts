import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { receiptPdf } from '@/lib/refunds/receipts/receipt-pdf';
import type { ReceiptContent } from '@/lib/refunds/receipts/schema';
import { wordsOf } from '@/lib/words/catalogue';
import type { Language } from '@/lib/words/languages';
import { HOSTILE_TEXTS } from '../../support/hostile';

const content: ReceiptContent = {
  shop: {
    name: 'Porchlight Lamps',
    legalName: 'Porch Lamps GmbH',
    address: 'Weg 1\n10115 Berlin',
    taxNumber: 'VAT ID DE123456789',
  },
  issuedOn: '2026-11-25',
  order: { number: 'P-1001', paidOn: '2026-11-20', method: 'Visa •••• 4242' },
  currency: 'EUR',
  amountMinor: 2900,
  taxMinor: 463,
  orderTax: null,
  lines: [{ name: 'Lampe „Größe XL“', quantity: 2, amountMinor: 2400 }],
  shippingMinor: 500,
  isWhole: true,
  cancels: null,
};
const PAGE = 'https://help.example.com/refund/x/receipt';

function spoken(language: Language) {
  return { language, words: wordsOf(language) };
}

function fileOf(facts: Partial<ReceiptContent>, language: Language = 'en') {
  const receipt = { number: 'CN-2026-00042', content: { ...content, ...facts }, cancelledBy: null };
  return receiptPdf([{ ...receipt, issuedAt: new Date('2026-11-25T10:00:00Z') }], spoken(language), PAGE);
}

/** What a reader of PDFs reads on each page, white space evened out. */
async function pagesOf(file: Buffer): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(file)));
  return text.map((page) => page.replace(/\s+/g, ' '));
}

async function textOf(facts: Partial<ReceiptContent>, language: Language = 'en'): Promise<string> {
  return (await pagesOf(await fileOf(facts, language))).join(' ');
}

describe('the receipt as a file', () => {
  it('says number, day, issuer, order, parts, amount and tax, in both languages', async () => {
    const english = await textOf({});
    for (const words of [
      ...['Credit note', 'CN-2026-00042', '25 November 2026', 'Porch Lamps GmbH', '10115 Berlin'],
      ...['VAT ID DE123456789', 'P-1001', '20 November 2026', 'Visa •••• 4242', 'Lampe „Größe XL“'],
      ...['€24.00', 'Shipping €5.00', 'Amount credited €29.00', 'Tax included €4.63', '1 / 1'],
    ])
      expect(english).toContain(words);
    const german = await textOf({}, 'de');
    for (const words of ['Rechnungskorrektur', '25. November 2026', 'Erstatteter Betrag 29,00 €', '4,63 €'])
      expect(german).toContain(words);
  });

  it.each([
    ['JPY', 1_234_567, '¥1,234,567'],
    ['KWD', 1_234_567, 'KWD 1,234.567'],
    ['EUR', 1_234_567, '€12,345.67'],
  ])('writes %s with its own decimals', async (currency, amountMinor, words) => {
    const text = await textOf({ currency, amountMinor, lines: [], shippingMinor: null, taxMinor: null });
    expect(text).toContain(`Amount credited ${words}`);
  });

  it('is the same file for the same receipt', async () => {
    expect((await fileOf({})).equals(await fileOf({}))).toBe(true);
  });

  it('puts a cancellation on a sheet of its own, and says on the first what it cancels', async () => {
    const issuedAt = new Date('2026-11-25T10:00:00Z');
    const credit = { number: 'CN-2026-00001', content, cancelledBy: 'CN-2026-00002', issuedAt };
    const cancels = { number: credit.number, reason: 'came-back' } as const;
    const second = { number: 'CN-2026-00002', content: { ...content, cancels }, cancelledBy: null, issuedAt };
    const pages = await pagesOf(await receiptPdf([credit, second], spoken('en'), PAGE));
    expect(pages).toHaveLength(2);
    expect(pages[0]).toContain('This credit note was cancelled by CN-2026-00002.');
    expect(pages[1]).toMatch(/Cancellation of a credit note.*CN-2026-00002.*Cancels CN-2026-00001/);
    expect(pages[1]).toContain('Amount cancelled €29.00');
  });

  it('holds 200 lines with words that no line holds, on as many pages as it takes, the head on each', async () => {
    const lines = Array.from({ length: 200 }, (_, index) => ({
      name: `${'W'.repeat(290)}${String(index).padStart(4, '0')}`,
      quantity: 1,
      amountMinor: 100 + index,
    }));
    const pages = await pagesOf(await fileOf({ lines }));
    expect(pages.length).toBeGreaterThan(30);
    for (const page of pages.slice(0, -1)) expect(page).toContain('Item Quantity Amount');
    const all = pages.join(' ').replaceAll(' ', '');
    for (const index of [0, 99, 199]) expect(all).toContain(`${String(index).padStart(4, '0')}`);
    expect(all).toContain('€2.99');
    expect(pages.at(-1)).toContain('Amount credited €29.00');
  });

  it('takes hostile, empty and foreign texts, and says what it cannot show', async () => {
    for (const text of [
      ...Object.values(HOSTILE_TEXTS).map((text) => text.slice(0, 5000)),
      '',
      ' ',
      '\n\n',
      'מנורה (12) abc',
      'مصباح الشرفة',
      '\uD800',
    ])
      expect(
        await textOf({
          order: { ...content.order, number: text, method: text },
          shop: { ...content.shop, address: text },
        }),
      ).toContain('CN-2026-00042');
    expect(await textOf({ lines: [{ name: 'Ώμέγα Привет žluť', quantity: 1, amountMinor: 1 }] })).toContain(
      'Ώμέγα Привет žluť',
    );
    expect(await textOf({})).not.toContain('A box');
    expect(await textOf({ lines: [{ name: '提灯', quantity: 1, amountMinor: 1 }] })).toContain(PAGE);
  });
});
