import { transaction } from '@/lib/db/transaction';

/** Takes the picture of somebody who has left away; files that no post shows any more go with the next tidying. */
export async function forgetGiver(personId: string): Promise<void> {
  await transaction((tx) => tx.uploadUse.deleteMany({ where: { personId } }).then(() => undefined));
}
