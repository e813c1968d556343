import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { type Tx, transaction } from '@/lib/db/transaction';
import { messageOf } from '@/lib/errors';
import type { RowResult } from '@/lib/imports/rows';
import { log } from '@/lib/log';
import { factsOf, type OrderFacts } from '@/lib/refunds/orders/order-facts';
import { type Reading, refusalWords } from '@/lib/refunds/orders/reading';
import { policyInForce, saveFacts } from '@/lib/refunds/orders/save-order';
import type { ToldOrder } from '@/lib/refunds/orders/told-order';
import {
  changesNothing,
  findByPayment,
  findKnown,
  queueForPayments,
  rowsOfNew,
  writeRows,
} from '@/lib/refunds/orders/write-order';

type Wanted = { told: ToldOrder; facts: OrderFacts; at: number };

/** Saves what was read of a file, a hundred rows or so at a time: what nobody knew yet is written together, which is many
 * times as fast, everything else one by one. A row that cannot be saved never stops another.
 * @returns what became of each, in order; never throws for a row */
export async function importTold(readings: readonly Reading[]): Promise<RowResult[]> {
  const results: RowResult[] = [];
  const wanted: Wanted[] = [];
  for (const [at, reading] of readings.entries()) {
    if (!reading.ok) results[at] = reading;
    else {
      const { facts, problem } = factsOf(reading.told);
      if (facts) wanted.push({ told: reading.told, facts, at });
      else results[at] = { ok: false, reason: refusalWords(reading.told.input, problem) };
    }
  }
  const policy = await policyInForce();
  const known = await findKnown(
    db,
    wanted.map(({ facts }) => facts.columns.externalId),
  );
  const byId = new Map(known.map((order) => [order.externalId, order]));
  const seen = new Set<string>();
  const newcomers: Wanted[] = [];
  const others: Wanted[] = [];
  for (const one of wanted) {
    const order = byId.get(one.facts.columns.externalId);
    const names = namesOf(one.facts);
    const isAlone = names.every((name) => !seen.has(name));
    for (const name of names) seen.add(name);
    if (order && isAlone && changesNothing(order, one.facts))
      results[one.at] = { ok: true, what: 'unchanged' };
    else if (!order && isAlone) newcomers.push(one);
    else others.push(one);
  }
  const written = await writeTogether(newcomers, policy);
  for (const { at } of written) results[at] = { ok: true, what: 'created' };
  const left = [...newcomers.filter((one) => !written.has(one)), ...others].sort((a, b) => a.at - b.at);
  for (const one of left) results[one.at] = await importOne(one, policy);
  return results;
}

/** What no two rows that are written together may share. */
function namesOf({ columns, paymentNames }: OrderFacts): string[] {
  return [`id ${columns.externalId}`, ...paymentNames.map((name) => `${columns.provider} ${name}`)];
}

/** Writes orders that nobody knows yet in one transaction. @returns those that are written; none when anything was in the way */
async function writeTogether(newcomers: readonly Wanted[], policy: string): Promise<ReadonlySet<Wanted>> {
  if (newcomers.length < 2) return new Set();
  try {
    return await transaction(async (tx) => {
      const fresh = await withoutKnownPayments(tx, newcomers);
      const at = now();
      await writeRows(
        tx,
        fresh.map(({ facts }) => rowsOfNew(facts, policy, at)),
      );
      return new Set(fresh);
    });
  } catch (error) {
    // One of them was saved meanwhile, or cannot be: each by itself says which.
    log.warn('import.one-by-one', { rows: newcomers.length, error: messageOf(error) });
    return new Set();
  }
}

async function withoutKnownPayments(tx: Tx, newcomers: readonly Wanted[]): Promise<Wanted[]> {
  const paid = newcomers.filter(({ facts }) => facts.paymentNames.length > 0);
  if (paid.length === 0) return [...newcomers];
  await queueForPayments(tx);
  const taken = new Set<string>();
  for (const provider of new Set(paid.map(({ facts }) => facts.columns.provider))) {
    const names = paid
      .filter(({ facts }) => facts.columns.provider === provider)
      .flatMap(({ facts }) => facts.paymentNames);
    for (const order of await findByPayment(tx, provider, names))
      taken.add(`${provider} ${order.paymentRef}`);
  }
  return newcomers.filter(({ facts }) => namesOf(facts).every((name) => !taken.has(name)));
}

async function importOne({ told, facts }: Wanted, policy: string): Promise<RowResult> {
  try {
    const saved = await saveFacts(facts, policy);
    if (!saved.ok) return { ok: false, reason: refusalWords(told.input, saved) };
    return { ok: true, what: saved.change };
  } catch (error) {
    // What a database says of a row is for the log.
    log.error('import.row-failed', { kind: 'order', error: messageOf(error) });
    return { ok: false, reason: 'The row could not be saved; the log of the site says why.' };
  }
}
