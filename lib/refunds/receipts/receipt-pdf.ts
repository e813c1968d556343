import { MISSING, printable } from '@/lib/pdf/fonts';
import { type PdfBlock, writePdf } from '@/lib/pdf/write-pdf';
import { type Receipt, tellReceipt } from '@/lib/refunds/receipts/tell-receipt';
import type { Spoken } from '@/lib/words/catalogue';
import { say } from '@/lib/words/say';

type Dated = Receipt & { issuedAt: Date };

/** The receipts of one refund as a file, each on a sheet of its own. The same ones in the same language make the same bytes.
 * @param url of the page, which shows what the fonts of the file lack */
export function receiptPdf(
  receipts: readonly [Dated, ...Dated[]],
  spoken: Spoken,
  url: string,
): Promise<Buffer> {
  const { words } = spoken;
  const [first] = receipts;
  const newest = receipts.at(-1) ?? first;
  const { shop, order } = newest.content;
  return writePdf({
    title: `${words.receipt.title} ${newest.number}`,
    author: shop.legalName || shop.name,
    language: spoken.language,
    madeAt: newest.issuedAt,
    // Our own words first: they say in which direction the line goes.
    foot: `${words.receipt.order} ${order.number} · ${shop.name}`,
    blocks: receipts.flatMap((receipt, index) => [
      ...(index > 0 ? [{ kind: 'sheet' } as const] : []),
      ...sheet(receipt, spoken, url),
    ]),
  });
}

function sheet(receipt: Receipt, spoken: Spoken, url: string): PdfBlock[] {
  const told = tellReceipt(receipt, spoken);
  const words = spoken.words.receipt;
  const blocks: PdfBlock[] = [
    { kind: 'text', text: told.issuer },
    { kind: 'title', text: told.heading },
    { kind: 'facts', rows: told.facts },
    {
      kind: 'table',
      columns: [
        { label: words.item, share: 6 },
        { label: words.quantity, share: 1.6, align: 'end' },
        { label: words.amount, share: 2.4, align: 'end' },
      ],
      rows: told.lines.map(({ name, quantity, amount }) => [name, quantity, amount]),
      totals: [told.total, ...(told.tax ? [told.tax] : [])],
    },
    ...told.notes.map((text): PdfBlock => ({ kind: 'text', text })),
  ];
  const isShort = printable(JSON.stringify(told)).includes(MISSING);
  return isShort ? [...blocks, { kind: 'small', text: say(words.missing, { url }) }] : blocks;
}
