import { isOwner } from '@/lib/accounts/policy';
import type { Actor } from '@/lib/accounts/schema';
import { now } from '@/lib/clock';
import { csvLine, UTF8_MARK } from '@/lib/csv';
import { db, type Prisma } from '@/lib/db/client';
import type { Outcome } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { decimalString } from '@/lib/money';
import { filterQuery, type RefundFilter } from '@/lib/refunds/desk/filter';
import { whereOf } from '@/lib/refunds/desk/where';
import { shopSettings } from '@/lib/settings/queries';

/** Rows read at once: some hundred kilobytes in memory, however many there are. */
const AT_ONCE = 500;

const COLUMNS = [
  'Refund',
  'Order',
  'E-mail',
  'Asked (UTC)',
  'State',
  'Amount',
  'Currency',
  'Paid by',
  'Number at the provider',
  'Number for the bank',
  'Reason',
  'In their words',
  'Products',
  'Asked by way of',
  'Sent (UTC)',
  'Last step (UTC)',
  'Why it failed',
];

const shape = {
  order: {
    select: {
      number: true,
      email: true,
      items: { select: { name: true, quantity: true }, orderBy: { position: 'asc' } },
    },
  },
  lines: { select: { quantity: true, item: { select: { name: true } } } },
  events: { select: { toState: true, at: true }, orderBy: { position: 'asc' } },
} satisfies Prisma.RefundInclude;
type Row = Prisma.RefundGetPayload<{ include: typeof shape }>;

/** The refunds of a filter as a table, the newest first, for the owner alone: it carries the addresses of buyers. Who took it is
 * written down before the first row leaves, and how many there were after the last.
 * @returns pieces to be sent one after the other */
export async function exportRefunds(
  filter: RefundFilter,
  actor: Actor,
): Promise<Outcome<{ pieces: AsyncGenerator<string> }, 'not-allowed'>> {
  if (!isOwner(actor)) return { ok: false, reason: 'not-allowed' };
  const { timeZone } = await shopSettings();
  const where = await whereOf(filter, timeZone);
  const id = newId();
  const at = now();
  const by = { byId: actor.id, byName: actor.name };
  await db.refundExport.create({ data: { id, ...by, filters: filterQuery(filter), at } });
  return { ok: true, pieces: pieces(id, { AND: [where, { createdAt: { lte: at } }] }) };
}

async function* pieces(exportId: string, where: Prisma.RefundWhereInput): AsyncGenerator<string> {
  yield UTF8_MARK + csvLine(COLUMNS);
  let count = 0;
  let last: Row | undefined;
  for (;;) {
    const rows = await db.refund.findMany({
      where: last ? { AND: [where, after(last)] } : where,
      include: shape,
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: AT_ONCE,
    });
    if (rows.length > 0) yield rows.map((row) => csvLine(cellsOf(row))).join('');
    count += rows.length;
    last = rows.at(-1);
    if (rows.length < AT_ONCE) break;
  }
  await db.refundExport.update({ where: { id: exportId }, data: { rows: count } });
}

function after({ id, createdAt }: Row): Prisma.RefundWhereInput {
  return { OR: [{ createdAt: { lt: createdAt } }, { createdAt, id: { lt: id } }] };
}

function cellsOf(row: Row): string[] {
  const { order, events, currency, amountMinor } = row;
  const pieces = row.lines.length > 0 ? row.lines.map((line) => ({ ...line, ...line.item })) : order.items;
  const sent = events.find(({ toState }) => toState === 'pending' || toState === 'succeeded');
  return [
    row.id,
    order.number,
    order.email,
    row.createdAt.toISOString(),
    row.state,
    decimalString({ amountMinor, currency }),
    currency,
    row.provider,
    row.providerRefundId ?? '',
    row.traceNumber ?? '',
    row.reasonKind ?? '',
    row.reason,
    pieces.map(({ quantity, name }) => `${quantity} × ${name}`).join('; '),
    row.requestedVia,
    sent?.at.toISOString() ?? '',
    events.at(-1)?.at.toISOString() ?? '',
    row.failureReason ?? '',
  ];
}
