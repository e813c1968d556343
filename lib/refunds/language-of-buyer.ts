import type { Tx } from '@/lib/db/transaction';
import { DEFAULT_LANGUAGE, type Language, languageOf } from '@/lib/words/languages';

type Ordered = { id: string; email: string; language: string | null };

/** What the buyer of an order reads in mails: the language that the account with its address chose; else the one in which
 * they last proved to be its buyer; else that of their newest declaration of withdrawal; else English. */
export async function languageOfBuyer(
  tx: Pick<Tx, 'person' | 'withdrawal'>,
  { id, email, language }: Ordered,
): Promise<Language> {
  const person = await tx.person.findUnique({ where: { email }, select: { language: true } });
  const spoken = languageOf(person?.language) ?? languageOf(language);
  if (spoken) return spoken;
  const declared = await tx.withdrawal.findFirst({
    where: { orderId: id, email },
    orderBy: { receivedAt: 'desc' },
    select: { language: true },
  });
  return languageOf(declared?.language) ?? DEFAULT_LANGUAGE;
}
