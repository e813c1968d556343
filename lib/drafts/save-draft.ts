import { now } from '@/lib/clock';
import { transaction } from '@/lib/db/transaction';
import { expiryOf, readFields } from '@/lib/drafts/rules';
import type { Holder, SaveDraft } from '@/lib/drafts/schema';
import { trimDrafts } from '@/lib/drafts/trim-drafts';
import { newId } from '@/lib/ids';

type Saved =
  | { ok: true; seq: number }
  | { ok: false; reason: 'older'; seq: number; fields: Record<string, string> };

type Written = Saved & { isNew?: boolean };

/** Keeps what somebody is writing. `seq` is the number of the draft that this text continues; the answer carries the next
 * one. When another tab has saved since, nothing is written, and the answer is that newer draft: of saves that continue
 * the same draft one wins. The same text once more (an answer that got lost) is saved already. */
export async function saveDraft(holder: Holder, { key, seq, fields }: SaveDraft): Promise<Saved> {
  const text = JSON.stringify(fields);
  const at = now();
  const kept = { fields: text, updatedAt: at, expiresAt: expiryOf(at) };
  const { isNew, ...saved } = await transaction(async (tx): Promise<Written> => {
    const changed = await tx.draft.updateMany({
      where: { holder, key, seq, expiresAt: { gt: at } },
      data: { ...kept, seq: seq + 1 },
    });
    if (changed.count === 1) return { ok: true, seq: seq + 1 };
    await tx.draft.deleteMany({ where: { holder, key, expiresAt: { lte: at } } });
    const newer = await tx.draft.findUnique({ where: { holder_key: { holder, key } } });
    if (newer?.fields === text) return { ok: true, seq: newer.seq };
    if (newer) return { ok: false, reason: 'older', seq: newer.seq, fields: readFields(newer.fields) };
    // Nothing is kept, or not any more (sent, or thrown away in another tab): better twice than lost.
    await tx.draft.create({ data: { id: newId(), holder, key, seq: seq + 1, ...kept } });
    return { ok: true, seq: seq + 1, isNew: true };
  });
  if (isNew) await trimDrafts(holder);
  return saved;
}
