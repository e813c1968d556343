import { transaction } from '@/lib/db/transaction';

/** Forgets what somebody who has left followed and muted, and who muted them. */
export async function forgetFollower(personId: string): Promise<void> {
  await transaction(async (tx) => {
    await tx.follow.deleteMany({ where: { personId } });
    await tx.mute.deleteMany({ where: { OR: [{ personId }, { mutedId: personId }] } });
  });
}
