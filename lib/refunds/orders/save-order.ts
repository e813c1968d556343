import { parseEmail } from '@/lib/accounts/email-address';
import { isOwner } from '@/lib/accounts/policy';
import type { Actor } from '@/lib/accounts/schema';
import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { isUniqueViolation, type Tx, transaction } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { currencyCode } from '@/lib/money';
import { orderNumberKey } from '@/lib/refunds/orders/rules';
import type { OrderInput, SaveOrderReason } from '@/lib/refunds/orders/schema';
import { heldMinor } from '@/lib/refunds/rules';
import { cleanLine } from '@/lib/text';

type Saved = { orderId: string; change: 'created' | 'updated' | 'unchanged' };
type Facts = NonNullable<ReturnType<typeof factsOf>['facts']>;

/** Creates the order, or updates the one with this `externalId`; repeating it changes nothing. What refunds stand on
 * (provider, payment, currency, what was refunded) cannot be taken away from under them. */
export async function saveOrder(input: OrderInput, actor: Actor): Promise<Outcome<Saved, SaveOrderReason>> {
  return isOwner(actor) ? writeOrder(input) : { ok: false, reason: 'not-allowed' };
}

/** As `saveOrder`, for whoever sits at the machine itself (imports on the command line, the demo shop). */
export async function writeOrder(input: OrderInput): Promise<Outcome<Saved, SaveOrderReason>> {
  const { facts, problem } = factsOf(input);
  if (!facts) return problem;
  const { externalId } = facts;
  const known = await db.order.findUnique({ where: { externalId }, include: withItems });
  if (known && isSame(known, facts)) return { ok: true, orderId: known.id, change: 'unchanged' };
  try {
    return await transaction((tx) => write(tx, facts));
  } catch (error) {
    // Somebody created the same order at the same moment: now it is an update.
    if (!isUniqueViolation(error)) throw error;
    return transaction((tx) => write(tx, facts));
  }
}

const withItems = { items: { orderBy: { position: 'asc' } } } as const;

function factsOf(input: OrderInput) {
  const refuse = (reason: SaveOrderReason, field: string) => ({
    facts: null,
    problem: { ok: false as const, reason, field },
  });
  const email = parseEmail(input.email);
  if (email === null) return refuse('email-invalid', 'email');
  const currency = currencyCode(input.currency);
  if (currency === null) return refuse('currency-unknown', 'currency');
  const capturedMinor = input.capturedMinor ?? input.totalMinor;
  if (capturedMinor > input.totalMinor) return refuse('captured-above-total', 'capturedMinor');
  const number = cleanLine(input.number);
  const { externalId, totalMinor, provider } = input;
  const facts = {
    externalId,
    number,
    numberKey: orderNumberKey(number),
    email,
    currency,
    totalMinor,
    capturedMinor,
    paidAt: input.paidAt ? new Date(input.paidAt) : null,
    provider: provider as string,
    // A payment needs a name at the provider, and only the shop's own id is certain to be unique.
    paymentRef: input.paymentRef ?? `order_${externalId}`.slice(0, 200),
    items: input.items.map((item) => ({ ...item, name: cleanLine(item.name) })),
  };
  return { facts, problem: null };
}

type Known = NonNullable<Awaited<ReturnType<typeof findKnown>>>;

function findKnown(tx: Tx, externalId: string) {
  return tx.order.findUniqueOrThrow({ where: { externalId }, include: { ...withItems, refunds: true } });
}

function isSame(known: Omit<Known, 'refunds'>, facts: Facts): boolean {
  const { items, ...columns } = facts;
  const sameColumns = Object.entries(columns).every(([key, value]) => {
    const old = known[key as keyof typeof columns];
    return old instanceof Date && value instanceof Date ? old.getTime() === value.getTime() : old === value;
  });
  const plain = known.items.map(({ name, quantity, unitMinor }) => ({ name, quantity, unitMinor }));
  const wanted = items.map(({ name, quantity, unitMinor }) => ({ name, quantity, unitMinor }));
  return sameColumns && JSON.stringify(plain) === JSON.stringify(wanted);
}

async function write(tx: Tx, facts: Facts): Promise<Outcome<Saved, SaveOrderReason>> {
  const at = now();
  const { items, ...columns } = facts;
  const { externalId } = facts;
  // Writing first locks the row: no refund is decided while the amounts change.
  const locked = await tx.order.updateMany({
    where: { externalId },
    data: { lockVersion: { increment: 1 } },
  });
  if (locked.count === 0) {
    const id = newId();
    await tx.order.create({ data: { id, ...columns, createdAt: at, updatedAt: at } });
    await writeItems(tx, id, items);
    return { ok: true, orderId: id, change: 'created' };
  }
  const known = await findKnown(tx, externalId);
  const hasRefunds = known.refunds.length > 0;
  if (hasRefunds && known.currency !== facts.currency) {
    return { ok: false, reason: 'currency-fixed', field: 'currency' };
  }
  if (facts.capturedMinor < heldMinor(known.refunds)) {
    return { ok: false, reason: 'captured-below-refunded', field: 'capturedMinor' };
  }
  const payment = hasRefunds ? { provider: known.provider, paymentRef: known.paymentRef } : {};
  if (isSame(known, { ...facts, ...payment })) return { ok: true, orderId: known.id, change: 'unchanged' };
  // With another address the order is another person's: what was mailed to the first opens nothing any more.
  const revoked = known.email === facts.email ? {} : { linkNonce: { increment: 1 } };
  await tx.order.update({
    where: { id: known.id },
    data: { ...columns, ...payment, ...revoked, updatedAt: at },
  });
  if (known.email !== facts.email) await tx.orderCode.deleteMany({ where: { orderId: known.id } });
  await tx.orderItem.deleteMany({ where: { orderId: known.id } });
  await writeItems(tx, known.id, items);
  return { ok: true, orderId: known.id, change: 'updated' };
}

async function writeItems(tx: Tx, orderId: string, items: Facts['items']): Promise<void> {
  if (items.length === 0) return;
  const rows = items.map((item, position) => ({ id: newId(), orderId, position, ...item }));
  await tx.orderItem.createMany({ data: rows });
}
