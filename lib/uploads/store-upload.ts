import { createHash } from 'node:crypto';
import { isStaff } from '@/lib/accounts/policy';
import { DAY, now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { type Tx, transaction } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { asMarkdownText } from '@/lib/markdown-text';
import { newToken, sign } from '@/lib/secrets';
import { removeUploadFile, writeUploadFile } from '@/lib/uploads/folder';
import { inTurn } from '@/lib/uploads/in-turn';
import { uploadHref } from '@/lib/uploads/names';
import { remakePicture } from '@/lib/uploads/remake-picture';
import { formatOf, titleOf } from '@/lib/uploads/rules';
import {
  BROWSER_QUOTA,
  FILE_MAX,
  MEMBER_QUOTA,
  type Quota,
  STAFF_QUOTA,
  type StoredUpload,
  type StoreReason,
  type Uploader,
} from '@/lib/uploads/schema';

type Given = {
  bytes: Buffer;
  /** What the person's device called it; only words. */
  name: string;
};
type Made = {
  kind: 'image' | 'pdf';
  bytes: Buffer;
  ending: string;
  width: number | null;
  height: number | null;
};

/** Keeps a file that somebody gave: pictures made anew, PDF as it is. It is theirs alone until a post uses it, and goes
 * after a day if none does. The same file of the same giver is the same upload, so that a form sent twice makes one post. */
export async function storeUpload(
  given: Given,
  who: Uploader,
): Promise<Outcome<{ upload: StoredUpload }, StoreReason>> {
  if (given.bytes.length === 0) return { ok: false, reason: 'empty' };
  if (given.bytes.length > FILE_MAX) return { ok: false, reason: 'too-large' };
  const format = formatOf(given.bytes);
  if (format === null) return { ok: false, reason: 'not-accepted' };
  return inTurn(async () => {
    // Asked before the work, and once more when the file is counted.
    if (await isUsedUp(db, who, 1)) return { ok: false, reason: 'quota' };
    const made = await make(given.bytes, format);
    if ('reason' in made) return { ok: false, reason: made.reason };
    const title = titleOf(given.name, made.kind);
    const fileName = await chooseName(made, given.bytes, who);
    await writeUploadFile(fileName, made.bytes);
    const upload = await keepRow({ ...made, title, fileName }, who);
    if (upload) return { ok: true, upload };
    await removeUploadFile(fileName);
    return { ok: false, reason: 'quota' };
  });
}

async function make(bytes: Buffer, format: NonNullable<ReturnType<typeof formatOf>>) {
  if (format === 'pdf')
    return { kind: 'pdf', bytes, ending: 'pdf', width: null, height: null } satisfies Made;
  const remade = await remakePicture(bytes, format);
  return remade.ok ? ({ kind: 'image', ...remade } satisfies Made) : remade;
}

/** Made of a secret, the giver and the bytes: to everybody else it is as good as chance. Crockford's letters, 130 bits. */
async function chooseName(made: Made, given: Buffer, who: Uploader): Promise<string> {
  const content = createHash('sha256').update(given).digest('base64url');
  const measures = made.width === null ? '' : `.${made.width}x${made.height}`;
  const named = (salt: string) => {
    const hash = Buffer.from(sign('links', 'upload', giverKey(who), content, salt), 'base64url');
    const letters = [...hash.subarray(0, 26)].map((byte) => LETTERS[byte & 31]).join('');
    return `${letters}${measures}.${made.ending}`;
  };
  const usual = named('');
  const taken = await db.upload.findUnique({ where: { fileName: usual }, select: { ownerId: true } });
  // A browser's file that became a person's: the next person at that browser gets one of their own.
  return taken && taken.ownerId !== who.actorId ? named(newToken()) : usual;
}
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';

function giverKey(who: Uploader): string {
  const key = who.actorId === null ? who.holder : `person:${who.actorId}`;
  if (key === null) throw new Error('A file needs a giver: a person or a browser.');
  return key;
}

async function keepRow(
  made: Made & { title: string; fileName: string },
  who: Uploader,
): Promise<StoredUpload | null> {
  const { kind, title, fileName, width, height } = made;
  const bytes = made.bytes.length;
  const id = await transaction(async (tx) => {
    // Files given at the same moment are counted one after the other.
    if (who.actorId !== null)
      await tx.person.updateMany({ where: { id: who.actorId }, data: { bounceScore: { increment: 0 } } });
    const at = now();
    // Given once more, it begins its day anew.
    const again = await tx.upload.updateMany({ where: { fileName }, data: { title, createdAt: at } });
    if (again.count > 0)
      return (await tx.upload.findUniqueOrThrow({ where: { fileName }, select: { id: true } })).id;
    if (await isUsedUp(tx, who, bytes)) return null;
    const row = { id: newId(), fileName, kind, title, bytes, width, height, createdAt: at };
    const giverFields = who.actorId === null ? { holder: who.holder } : { ownerId: who.actorId };
    await tx.upload.create({ data: { ...row, ...giverFields } });
    return row.id;
  });
  if (id === null) return null;
  const url = uploadHref(fileName);
  const text = asMarkdownText(title);
  const markdown = kind === 'pdf' ? `[${text}](${url})` : `![${text}](${url})`;
  return { id, url, markdown, title, kind, bytes, width, height };
}

async function quotaOf(tx: Tx, who: Uploader): Promise<Quota> {
  if (who.actorId === null) return BROWSER_QUOTA;
  const person = await tx.person.findUniqueOrThrow({
    where: { id: who.actorId },
    select: { id: true, name: true, role: true, email: true },
  });
  return isStaff(person) ? STAFF_QUOTA : MEMBER_QUOTA;
}

async function isUsedUp(tx: Tx, who: Uploader, more: number): Promise<boolean> {
  const quota = await quotaOf(tx, who);
  const giver = who.actorId === null ? { holder: giverKey(who) } : { ownerId: who.actorId };
  const { _count, _sum } = await tx.upload.aggregate({
    where: { ...giver, createdAt: { gt: new Date(now().getTime() - DAY) } },
    _count: true,
    _sum: { bytes: true },
  });
  return _count >= quota.files || (_sum.bytes ?? 0) + more > quota.bytes;
}
