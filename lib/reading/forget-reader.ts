import { transaction } from '@/lib/db/transaction';

/** Forgets how far somebody who has left had read. */
export async function forgetReader(personId: string): Promise<void> {
  await transaction((tx) => tx.readPosition.deleteMany({ where: { personId } }).then(() => undefined));
}
