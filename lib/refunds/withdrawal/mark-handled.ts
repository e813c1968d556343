import { now } from '@/lib/clock';
import { transaction } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';

/** Notes that the shop dealt with a withdrawal; a second press changes nothing. */
export async function markHandled(input: { withdrawalId: string }): Promise<Outcome<object, 'not-found'>> {
  return transaction(async (tx) => {
    const where = { id: input.withdrawalId };
    await tx.withdrawal.updateMany({ where: { ...where, handledAt: null }, data: { handledAt: now() } });
    return (await tx.withdrawal.count({ where })) > 0 ? { ok: true } : { ok: false, reason: 'not-found' };
  });
}
