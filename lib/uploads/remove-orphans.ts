import { DAY, HOUR, now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { transaction } from '@/lib/db/transaction';
import { filesBefore, removeUploadFile } from '@/lib/uploads/folder';
import { inTurn } from '@/lib/uploads/in-turn';
import { isUploadName } from '@/lib/uploads/names';

/** A file that no post uses waits this long for one. */
export const UNUSED_FOR = DAY;
/** Making a file takes seconds; what is unfinished after this was left by a process that ended. */
const UNFINISHED_FOR = HOUR;
/** Rows looked at in one go. */
const BATCH = 200;

/** Removes the files that nothing uses a day after they were given, and what lies in the folder without a row. */
export async function removeOrphans(): Promise<void> {
  const before = new Date(now().getTime() - UNUSED_FOR);
  let after = '';
  for (;;) {
    const unused = await db.upload.findMany({
      where: { id: { gt: after }, createdAt: { lt: before }, uses: { none: {} } },
      select: { id: true, fileName: true },
      orderBy: { id: 'asc' },
      take: BATCH,
    });
    for (const upload of unused) await removeUnused(upload, before);
    const last = unused.at(-1);
    if (!last || unused.length < BATCH) break;
    after = last.id;
  }
  await removeStrayFiles(before);
}

function removeUnused(upload: { id: string; fileName: string }, before: Date): Promise<void> {
  return inTurn(async () => {
    const isGone = await transaction(async (tx) => {
      // Locked first and looked at then: a post that attaches the file at this moment has locked it as well.
      const locked = await tx.upload.updateMany({
        where: { id: upload.id, createdAt: { lt: before } },
        data: { bytes: { increment: 0 } },
      });
      if (locked.count === 0) return false;
      const use = await tx.uploadUse.findFirst({ where: { uploadId: upload.id }, select: { id: true } });
      if (use) return false;
      await tx.upload.delete({ where: { id: upload.id } });
      return true;
    });
    if (isGone) await removeUploadFile(upload.fileName);
  });
}

/** Files without a row were left by a process that ended between the two; files of other names are not ours. */
async function removeStrayFiles(before: Date): Promise<void> {
  const old = await filesBefore(new Date(now().getTime() - UNFINISHED_FOR));
  for (const { name, isUnfinished } of old) if (isUnfinished) await removeUploadFile(name);
  const names = (await filesBefore(before)).map(({ name }) => name).filter(isUploadName);
  for (let at = 0; at < names.length; at += BATCH) {
    const some = names.slice(at, at + BATCH);
    await inTurn(async () => {
      const rows = await db.upload.findMany({
        where: { fileName: { in: some } },
        select: { fileName: true },
      });
      const kept = new Set(rows.map((row) => row.fileName));
      for (const name of some) if (!kept.has(name)) await removeUploadFile(name);
    });
  }
}
