import { DAY, later } from '@/lib/clock';
import { transaction } from '@/lib/db/transaction';
import { DigestDate, DigestText } from '@/lib/digests/schema';
import { newId } from '@/lib/ids';

export type ImportedDigest = { date: string; title: string; body: string; publishedAt: Date };

/** Takes in a digest that was published elsewhere or belongs to the demo shop. Repeatable: a day that has a digest keeps
 * it. Nobody is told, since it is no news.
 * @param actorId the owner's person id @throws ZodError when the words or the day are not a digest's */
export async function importDigest(input: ImportedDigest, actorId: string): Promise<{ made: boolean }> {
  const date = DigestDate.parse(input.date);
  const { title, body } = DigestText.parse({ title: input.title, body: input.body });
  const { publishedAt } = input;
  return transaction(async (tx) => {
    const id = newId();
    const row = await tx.digest.upsert({
      where: { date },
      update: {},
      create: {
        id,
        date,
        title,
        body,
        windowStart: later(publishedAt, -DAY),
        windowEnd: publishedAt,
        createdAt: publishedAt,
        updatedAt: publishedAt,
      },
    });
    if (row.id !== id) return { made: false };
    await tx.digestPublication.create({
      data: { id: newId(), digestId: id, byId: actorId, at: publishedAt },
    });
    return { made: true };
  });
}
