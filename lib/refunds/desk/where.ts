import { db, Prisma } from '@/lib/db/client';
import { dayWindow } from '@/lib/digests/rules';
import { isId } from '@/lib/ids';
import type { RefundFilter } from '@/lib/refunds/desk/filter';
import { orderNumberKey } from '@/lib/refunds/orders/rules';
import { foldForComparison } from '@/lib/text';

/** Rows that are named one by one in a statement; more than this of one word is no word to search for. */
const AT_MOST = 500;

/** The refunds of a filter, as the database is asked for them. Upper and lower case mean the same on both databases. */
export async function whereOf(filter: RefundFilter, timeZone: string): Promise<Prisma.RefundWhereInput> {
  const { state, provider, reason, product, text, from, to } = filter;
  const parts: Prisma.RefundWhereInput[] = [];
  if (state) parts.push({ state });
  if (provider) parts.push({ provider });
  if (reason) parts.push({ reasonKind: reason === 'none' ? null : reason });
  if (from) parts.push({ createdAt: { gte: dayWindow(from, timeZone).start } });
  if (to) parts.push({ createdAt: { lt: dayWindow(to, timeZone).end } });
  if (product) parts.push(await ofProduct(product));
  if (text) parts.push(await withText(text));
  return { AND: parts };
}

/** Of the pieces that a refund is for; of the whole order where it names none. */
async function ofProduct(product: string): Promise<Prisma.RefundWhereInput> {
  const wanted = foldForComparison(product);
  const names = await db.orderItem.groupBy({ by: ['name'], where: { order: { refunds: { some: {} } } } });
  const fitting = names.map(({ name }) => name).filter((name) => foldForComparison(name).includes(wanted));
  const name = { in: fitting.slice(0, AT_MOST) };
  return {
    OR: [
      { lines: { some: { item: { name } } } },
      { lines: { none: {} }, order: { items: { some: { name } } } },
    ],
  };
}

async function withText(text: string): Promise<Prisma.RefundWhereInput> {
  const key = orderNumberKey(text);
  const like = `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
  const byReason = await db.$queryRaw<{ id: string }[]>(
    Prisma.sql`SELECT "id" FROM "Refund" WHERE LOWER("reason") LIKE ${like} ESCAPE '\\' ORDER BY "createdAt" DESC LIMIT ${AT_MOST}`,
  );
  return {
    OR: [
      ...(isId(text) ? [{ id: text }] : []),
      ...(key === '' ? [] : [{ order: { numberKey: { contains: key } } }]),
      { order: { email: { contains: text.toLowerCase() } } },
      { order: { externalId: text } },
      { providerRefundId: text },
      { traceNumber: text },
      { id: { in: byReason.map(({ id }) => id) } },
    ],
  };
}
