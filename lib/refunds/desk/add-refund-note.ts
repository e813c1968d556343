import { isStaff } from '@/lib/accounts/policy';
import type { Actor } from '@/lib/accounts/schema';
import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { type Tx, transaction } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { isId, newId } from '@/lib/ids';
import type { NoteKind, NoteReason } from '@/lib/refunds/desk/schema';
import { cleanText } from '@/lib/text';

type Noted = Outcome<{ refundId: string }, NoteReason>;

/** Keeps what somebody of the shop wants to remember about a refund; no buyer reads it. */
export function addRefundNote(input: { refundId: string; text: string }, actor: Actor): Promise<Noted> {
  return write(input, 'note', actor);
}

/** Keeps what was done about a refund that did not arrive, and takes it off the list of what needs the owner. */
export function settleTrouble(input: { refundId: string; text: string }, actor: Actor): Promise<Noted> {
  return write(input, 'settled', actor);
}

async function write(
  { refundId, text }: { refundId: string; text: string },
  kind: NoteKind,
  actor: Actor,
): Promise<Noted> {
  if (!isStaff(actor)) return { ok: false, reason: 'not-allowed' };
  const known = isId(refundId) && (await db.refund.count({ where: { id: refundId } })) > 0;
  if (!known) return { ok: false, reason: 'not-found' };
  const clean = cleanText(text);
  if (clean === '') return { ok: false, reason: 'note-empty' };
  await transaction((tx) => addNote(tx, refundId, kind, clean, actor));
  return { ok: true, refundId };
}

/** Says of a refund that failed and of the one that takes its place where the other is, in the transaction that makes it. */
export async function noteReplacement(
  tx: Tx,
  failedId: string,
  replacementId: string,
  by: Actor,
): Promise<void> {
  await addNote(tx, failedId, 'settled', `Sent again as refund ${replacementId}.`, by);
  await addNote(tx, replacementId, 'note', `Takes the place of refund ${failedId}, which failed.`, by);
}

/** Adds a note in the transaction of what it tells. */
export async function addNote(
  tx: Tx,
  refundId: string,
  kind: NoteKind,
  text: string,
  by: { id: string; name: string },
): Promise<void> {
  await tx.refundNote.create({
    data: { id: newId(), refundId, kind, text, byId: by.id, byName: by.name, at: now() },
  });
}
