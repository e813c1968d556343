import { transaction } from '@/lib/db/transaction';

/** Forgets what somebody who has left was told, how, and on which devices. */
export async function forgetPerson(personId: string): Promise<void> {
  await transaction(async (tx) => {
    await tx.notification.deleteMany({ where: { personId } });
    await tx.notificationChoice.deleteMany({ where: { personId } });
    await tx.pushSubscription.deleteMany({ where: { personId } });
    await tx.threadMail.deleteMany({ where: { personId } });
  });
}
