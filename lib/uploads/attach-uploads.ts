import { now } from '@/lib/clock';
import type { Prisma } from '@/lib/db/client';
import type { Tx } from '@/lib/db/transaction';
import { newId } from '@/lib/ids';
import { isUploadName, namesInText } from '@/lib/uploads/names';
import { publicUse } from '@/lib/uploads/queries';
import { FILES_IN_TEXT_MAX, type Uploader } from '@/lib/uploads/schema';

/** Where files are shown: exactly one of these. */
export type UploadPlace =
  | { threadId: string }
  | { replyId: string }
  | { detailsId: string }
  | { personId: string }
  | { articleId: string };

/** The names of our files that a text shows or links to. */
export function uploadsInText(markdown: string): string[] {
  return namesInText(markdown).slice(0, FILES_IN_TEXT_MAX);
}

/** Says which files a place shows from now on; what it showed before and no longer names is let go. For the transaction
 * that writes the text.
 *
 * Only what this person gave is attached (or this browser, before its visitor was known: it becomes the person's). Others'
 * files are passed over: one that is public may be quoted and stays as public as it is, one that is not stays unseen. An
 * article, which only the staff writes, keeps what it takes over from posts. */
export async function attachUploads(
  tx: Tx,
  place: UploadPlace,
  fileNames: string[],
  who: Uploader,
): Promise<void> {
  const names = [...new Set(fileNames.filter(isUploadName))].slice(0, FILES_IN_TEXT_MAX);
  await tx.uploadUse.deleteMany({ where: { ...place, upload: { fileName: { notIn: names } } } });
  if (names.length === 0) return;
  const usable: Prisma.UploadWhereInput = {
    fileName: { in: names },
    OR: [...givenBy(who), ...('articleId' in place ? [{ uses: { some: publicUse } }] : [])],
  };
  // Locked by a write, and only then read: what removes unused files locks them as well (remove-orphans.ts).
  await tx.upload.updateMany({ where: usable, data: { bytes: { increment: 0 } } });
  const found = await tx.upload.findMany({ where: usable, select: { id: true, ownerId: true } });
  const there = await tx.uploadUse.findMany({ where: place, select: { uploadId: true } });
  const known = new Set(there.map((use) => use.uploadId));
  const at = now();
  await tx.uploadUse.createMany({
    data: found
      .filter(({ id }) => !known.has(id))
      .map(({ id }) => ({ id: newId(), uploadId: id, ...place, at })),
  });
  const unclaimed = found.filter((upload) => upload.ownerId === null).map(({ id }) => id);
  if (who.actorId !== null && unclaimed.length > 0) {
    await tx.upload.updateMany({
      where: { id: { in: unclaimed } },
      data: { ownerId: who.actorId, holder: null },
    });
  }
}

function givenBy({ actorId, holder }: Uploader): Prisma.UploadWhereInput[] {
  return [
    ...(actorId === null ? [] : [{ ownerId: actorId }]),
    ...(holder === null ? [] : [{ ownerId: null, holder }]),
  ];
}
