import { db } from '@/lib/db/client';

/** The token in the newest mail to an address. Ids sort by time only to the millisecond, so the link's row decides. */
export async function mailedToken(email: string): Promise<string> {
  const link = await db.signInLink.findFirstOrThrow({
    where: { email },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
  const mail = await db.mail.findUniqueOrThrow({ where: { dedupeKey: `sign-in:${link.id}` } });
  const token = /\/sign-in\/([A-Za-z0-9_-]{43})\s/.exec(mail.text)?.[1];
  if (!token) throw new Error('The mail has no link.');
  return token;
}
