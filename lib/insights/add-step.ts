import type { Tx } from '@/lib/db/transaction';
import { newId } from '@/lib/ids';

type Step = {
  searchId: string;
  step: 'opened' | 'solved' | 'asked' | 'refunded' | 'ignored';
  subject: string;
  rank: number | null;
  at: Date;
};

/** Adds what followed a search, once; the counters of the search always equal its steps. */
export async function addStep(tx: Tx, step: Step): Promise<void> {
  const { searchId, step: kind, subject } = step;
  // The row is locked first, so that two at the same moment are counted one after the other.
  const locked = await tx.search.updateMany({
    where: { id: searchId },
    data: { [kind]: { increment: 0 } },
  });
  if (locked.count === 0) return;
  await tx.searchStep.upsert({
    where: { searchId_step_subject: { searchId, step: kind, subject } },
    create: { id: newId(), ...step },
    update: {},
  });
  await recount(tx, searchId, kind);
}

/** Takes a step back: "it did not help after all". */
export async function removeStep(tx: Tx, step: Pick<Step, 'searchId' | 'step' | 'subject'>): Promise<void> {
  await tx.searchStep.deleteMany({ where: step });
  await recount(tx, step.searchId, step.step);
}

async function recount(tx: Tx, searchId: string, kind: Step['step']): Promise<void> {
  const count = await tx.searchStep.count({ where: { searchId, step: kind } });
  await tx.search.updateMany({ where: { id: searchId }, data: { [kind]: count } });
}
