import { transaction } from '@/lib/db/transaction';

/** Forgets what somebody who has left was writing. */
export async function forgetHolder(holder: string): Promise<void> {
  await transaction((tx) => tx.draft.deleteMany({ where: { holder } }).then(() => undefined));
}
