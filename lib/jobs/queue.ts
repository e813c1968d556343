import { now } from '@/lib/clock';
import { afterCommit, type Tx } from '@/lib/db/transaction';
import { newId } from '@/lib/ids';
import type { EventName, Events } from '@/lib/jobs/events';
import { wakeWorker } from '@/lib/jobs/wake';

/** Saves a consequence in the transaction of its fact: either both exist or neither. The worker runs every handler of
 * the event, each as a job of its own.
 * @param options.runAt not before this time; default now
 * @param options.dedupeKey a second enqueue with the same key does nothing */
export async function enqueue<Name extends EventName>(
  tx: Tx,
  event: Name,
  payload: Events[Name],
  options: { runAt?: Date; dedupeKey?: string } = {},
): Promise<void> {
  const at = now();
  const row = {
    id: newId(),
    event,
    payload: JSON.stringify(payload),
    runAt: options.runAt ?? at,
    dedupeKey: options.dedupeKey ?? null,
    createdAt: at,
  };
  if (options.dedupeKey) {
    await tx.job.upsert({ where: { dedupeKey: options.dedupeKey }, create: row, update: {} });
  } else {
    await tx.job.create({ data: row });
  }
  afterCommit(tx, wakeWorker);
}
