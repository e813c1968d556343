import { isStaff } from '@/lib/accounts/policy';
import type { Actor } from '@/lib/accounts/schema';
import { type Tx, transaction } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import type { MergeTag, TagReason } from '@/lib/forum/tags/schema';
import { tellSearch } from '@/lib/forum/tags/tell-search';
import { slugify } from '@/lib/slug';

/** Makes two tags one: the threads and followers of the first go to the second, and the first is gone. */
export async function mergeTag(input: MergeTag, actor: Actor): Promise<Outcome<object, TagReason>> {
  if (!isStaff(actor)) return { ok: false, reason: 'not-allowed' };
  return transaction(async (tx) => {
    const slug = slugify(input.into, 60);
    // The transaction begins with a write on both databases; two merges of one tag follow each other.
    await tx.$executeRaw`UPDATE "Tag" SET "slug" = "slug" WHERE "id" = ${input.id}`;
    const from = await tx.tag.findUnique({ where: { id: input.id }, select: { id: true } });
    if (!from) return { ok: false, reason: 'not-found' } as const;
    const into = await tx.tag.findFirst({
      where: { id: { not: from.id }, OR: [{ slug }, { name: input.into }] },
      select: { id: true },
    });
    if (!into) return { ok: false, reason: 'target-unknown', field: 'into' } as const;
    await moveThreads(tx, from.id, into.id);
    await moveFollowers(tx, from.id, into.id);
    await tx.tag.delete({ where: { id: from.id } });
    await tellSearch(tx, into.id);
    return { ok: true } as const;
  });
}

async function moveThreads(tx: Tx, from: string, into: string): Promise<void> {
  await tx.$executeRaw`DELETE FROM "ThreadTag" WHERE "tagId" = ${from}
    AND "threadId" IN (SELECT "threadId" FROM "ThreadTag" WHERE "tagId" = ${into})`;
  await tx.threadTag.updateMany({ where: { tagId: from }, data: { tagId: into } });
}

/** Who followed both follows the second as they did, also where they stopped. */
async function moveFollowers(tx: Tx, from: string, into: string): Promise<void> {
  await tx.$executeRaw`DELETE FROM "Follow" WHERE "tagId" = ${from}
    AND "personId" IN (SELECT "personId" FROM "Follow" WHERE "tagId" = ${into})`;
  await tx.follow.updateMany({ where: { tagId: from }, data: { tagId: into } });
}
